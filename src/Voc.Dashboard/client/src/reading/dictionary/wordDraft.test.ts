import { describe, expect, it } from 'vitest';
import {
  cutAt,
  draftOf,
  emptyWord,
  inputOf,
  lettersOf,
  piecesOf,
  toKatakana,
  withSurface,
} from './wordDraft';

const draft = { ...emptyWord, surface: 'ホシゾラ便プレミアム' };

describe('A word of the dictionary', () => {
  it('is cut and joined again', () => {
    const cut = cutAt(cutAt(draft, 5), 4);
    expect(piecesOf(cut)).toEqual(['ホシゾラ', '便', 'プレミアム']);
    expect(piecesOf(cutAt(cut, 4))).toEqual(['ホシゾラ便', 'プレミアム']);
  });

  it('is one word where it is not cut, and then has no segments', () => {
    expect(inputOf(draft)).toEqual({
      surface: 'ホシゾラ便プレミアム',
      segments: [],
      readings: [],
      partOfSpeech: '名詞-固有名詞-一般',
    });
  });

  it('keeps the readings of pieces that stay', () => {
    const read = { ...cutAt(draft, 4), readings: { ホシゾラ: 'ほしぞら', 便プレミアム: '' } };
    const more = cutAt(read, 5);
    expect(
      inputOf({ ...more, readings: { ...more.readings, 便: 'ﾋﾞﾝ', プレミアム: 'プレミアム' } }),
    ).toMatchObject({
      segments: ['ホシゾラ', '便', 'プレミアム'],
      readings: ['ホシゾラ', 'ビン', 'プレミアム'],
    });
  });

  it('keeps the cuts before the place where its surface is changed', () => {
    const cut = cutAt(cutAt(draft, 4), 5);
    expect(withSurface(cut, 'ホシゾラ便プラス').cuts).toEqual([4, 5]);
    expect(withSurface(cut, 'ホシゾラ').cuts).toEqual([]);
    expect(withSurface(cut, 'アオゾラ便').cuts).toEqual([]);
  });

  it('is cut between characters, never through one', () => {
    expect(lettersOf('👨‍👩‍👧便').map(({ text }) => text)).toEqual(['👨‍👩‍👧', '便']);
    expect(lettersOf('か\u3099便').map(({ end }) => end)).toEqual([2, 3]);
  });

  it('is sent without the blanks around it, cut where it was', () => {
    expect(inputOf({ ...emptyWord, surface: ' 青空便 ', cuts: [3] })).toMatchObject({
      surface: '青空便',
      segments: ['青空', '便'],
    });
  });

  it('is edited as it is stored', () => {
    const stored = {
      id: 1,
      surface: '青空便',
      segments: ['青空', '便'],
      readings: ['アオゾラ', 'ビン'],
      partOfSpeech: '名詞-一般',
      changedBy: 'yamada',
      changedAt: '2026-03-02T10:00:00Z',
    };
    const { surface, segments, readings, partOfSpeech } = stored;
    expect(inputOf(draftOf(stored))).toEqual({ surface, segments, readings, partOfSpeech });
    expect(inputOf(draftOf({ ...stored, segments: [], readings: ['アオゾラビン'] }))).toMatchObject({
      segments: [],
      readings: ['アオゾラビン'],
    });
  });

  it.each([
    ['ほしぞら', 'ホシゾラ'],
    ['ﾎｼｿﾞﾗ ', 'ホシゾラ'],
    ['らーめん', 'ラーメン'],
    ['ABC', 'ABC'],
  ])('takes the reading %s for %s', (typed, reading) => expect(toKatakana(typed)).toBe(reading));
});
