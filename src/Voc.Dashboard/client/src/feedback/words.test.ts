import { describe, expect, it } from 'vitest';
import { someDetail, someExplanation } from '../test/samples';
import { layersOf } from './layers';
import { kindOf, linesOf } from './words';

const { tokens, contributions } = someExplanation();

describe('The words of a text', () => {
  it('stand line by line as their sentences do', () => {
    const lines = linesOf(tokens, someDetail().sentences);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      '操作が簡単です。',
      '音は少しうるさい。',
    ]);
  });

  it('are all there where no sentence covers them', () => {
    expect(linesOf(tokens, [{ start: 8, length: 9 }]).flat()).toEqual(tokens);
    expect(linesOf(tokens, []).flat()).toEqual(tokens);
  });

  it.each([
    ['名詞-固有名詞-一般', 'properNoun'],
    ['名詞-サ変接続', 'noun'],
    ['形容詞-自立', 'adjective'],
    ['', 'other'],
  ])('are of a kind: %s is %s', (partOfSpeech, kind) => expect(kindOf(partOfSpeech)).toBe(kind));
});

describe('Expressions that moved the score', () => {
  it('are pieces of the text of their own', () => {
    const pieces = layersOf(someDetail(), contributions);
    expect(pieces.filter((piece) => piece.contribution !== undefined).map((piece) => piece.text)).toEqual([
      '簡単',
      'うるさい',
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(someDetail().text);
  });

  it('leave a piece to the shortest of those around it', () => {
    const nested = [{ start: 8, length: 8, expression: '音がうるさい', weight: -0.5 }, contributions[1]!];
    const inner = layersOf(someDetail(), nested).find((piece) => piece.text === 'うるさい');
    expect(inner?.contribution).toBe(1);
  });
});
