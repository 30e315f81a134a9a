import { describe, expect, it } from 'vitest';
import type { PreviewExample } from '../../api/types';
import { changed, takenOtherwise, wordsOf } from './differences';

const words = (from: number, ...texts: string[]) => {
  let at = from;
  return texts.map((text) => {
    const word = { start: at, length: text.length, text, partOfSpeech: '名詞-一般' };
    at += text.length;
    return word;
  });
};
const example = (before: ReturnType<typeof words>, after: ReturnType<typeof words>) =>
  ({ before: { tokens: before }, after: { tokens: after } }) as PreviewExample;
const shown = (side: ReturnType<typeof wordsOf>['before']) =>
  side.map(({ item, isOther }) => (isOther ? `[${item.text}]` : item.text)).join('|');

describe('Words that were cut otherwise', () => {
  it('are marked, with a little of what is around them', () => {
    const { before, after } = wordsOf(
      example(
        words(0, 'あの', 'お米', 'は', 'ゆめ', 'ぴりか', 'が', '良い', 'です'),
        words(0, 'あの', 'お米', 'は', 'ゆめぴりか', 'が', '良い', 'です'),
      ),
    );
    expect(shown(before)).toBe('お米|は|[ゆめ]|[ぴりか]|が|良い');
    expect(shown(after)).toBe('お米|は|[ゆめぴりか]|が|良い');
  });

  it('are not those that one side merely shows further on', () => {
    const { before, after } = wordsOf(
      example(words(0, 'ゆめ', 'ぴりか', 'で', '炊く', '。', '次'), words(0, 'ゆめぴりか', 'で', '炊く')),
    );
    expect(shown(before)).toBe('[ゆめ]|[ぴりか]|で|炊く');
    expect(shown(after)).toBe('[ゆめぴりか]|で|炊く');
  });

  it('may be cut alike and be taken for something else', () => {
    const noun = words(0, 'ゆめ', 'は');
    const adverb = noun.map((word, at) => (at === 0 ? { ...word, partOfSpeech: '副詞-一般' } : word));
    const { before, after } = wordsOf(example(noun, adverb));
    expect(shown(before)).toBe('[ゆめ]|は');
    expect(takenOtherwise(before[0]!.item, after)?.partOfSpeech).toBe('副詞-一般');
  });
});

it('A word that becomes another kind of noun is told only where nothing else changes', () => {
  const name = words(0, '便', 'は').map((word, at) =>
    at === 0 ? { ...word, partOfSpeech: '名詞-接尾-一般' } : word,
  );
  expect(shown(wordsOf(example(words(0, '便', 'は'), name)).after)).toBe('[便]|は');
  const { before } = wordsOf(example(words(0, '便', 'は', '早い'), [...name, ...words(2, '早', 'い')]));
  expect(shown(before)).toBe('便|は|[早い]');
});

it('What came and what went is told apart from what stayed', () => {
  expect(changed(['配送', '価格'], ['価格', '味'], (name) => name)).toEqual({ gone: ['配送'], come: ['味'] });
});
