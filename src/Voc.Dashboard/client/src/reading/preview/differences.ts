import type { OpinionView, PreviewExample, PreviewReading } from '../../api/types';

export interface Marked<T> {
  item: T;
  /** Only this side has it. */
  isOther: boolean;
}

/** Items of one side, told apart by whether the other side has them too. */
export function compared<T>(
  items: readonly T[],
  others: readonly T[],
  keyOf: (item: T) => string,
): Marked<T>[] {
  const known = new Set(others.map(keyOf));
  return items.map((item) => ({ item, isOther: !known.has(keyOf(item)) }));
}

const around = 2;

type Word = PreviewReading['tokens'][number];

/** Words of both sides around what was cut otherwise, without what is alike on either end. */
export function wordsOf({ before, after }: PreviewExample) {
  const keyOf = ({ start, length, partOfSpeech }: Word) => `${start} ${length} ${partOfSpeech}`;
  const [old, now] = [within(before.tokens, after.tokens), within(after.tokens, before.tokens)];
  return {
    before: trimmed(compared(old, now, keyOf)),
    after: trimmed(compared(now, old, keyOf)),
  };
}

/** Either side has so many words around the place, which may reach further on one side than on the other. */
function within(words: readonly Word[], others: readonly Word[]) {
  const [first, last] = [others[0], others.at(-1)];
  if (!first || !last) return words;
  return words.filter(
    ({ start, length }) => start + length > first.start && start < last.start + last.length,
  );
}

/** Whether words were cut alike and only taken for something else. */
export const isCutAlike = (word: Word, others: readonly Marked<Word>[]) =>
  others.some(({ item }) => item.start === word.start && item.length === word.length);

function trimmed(words: Marked<Word>[]) {
  const first = words.findIndex(({ isOther }) => isOther);
  const last = words.findLastIndex(({ isOther }) => isOther);
  return first < 0 ? [] : words.slice(Math.max(0, first - around), last + around + 1);
}

export const opinionKey = ({ target, expression, polarity, start, negated, modality }: OpinionView) =>
  [target, expression, polarity, start, negated, modality].join(' ');

/** What came and what went. */
export function changed<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string) {
  const only = (marked: Marked<T>[]) => marked.filter(({ isOther }) => isOther).map(({ item }) => item);
  return {
    gone: only(compared(before, after, keyOf)),
    come: only(compared(after, before, keyOf)),
  };
}
