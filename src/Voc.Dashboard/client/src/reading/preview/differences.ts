import type { OpinionView, PreviewExample, PreviewReading } from '../../api/types';
import { kindOf } from '../../feedback/words';

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

const placed = ({ start, length }: Word, as: string) => `${start} ${length} ${as}`;

/** Words of both sides around what was cut or taken otherwise, without what is alike on either end. */
export function wordsOf({ before, after }: PreviewExample) {
  const [old, now] = [within(before.tokens, after.tokens), within(after.tokens, before.tokens)];
  const sides = (keyOf: (word: Word) => string) => ({
    before: trimmed(compared(old, now, keyOf)),
    after: trimmed(compared(now, old, keyOf)),
  });
  const byKind = sides((word) => placed(word, kindOf(word.partOfSpeech)));
  // A noun that becomes another kind of noun is only worth telling where nothing else changes.
  return byKind.before.length + byKind.after.length > 0
    ? byKind
    : sides((word) => placed(word, word.partOfSpeech));
}

/** Either side has so many words around the place, which may reach further on one side than on the other. */
function within(words: readonly Word[], others: readonly Word[]) {
  const [first, last] = [others[0], others.at(-1)];
  if (!first || !last) return words;
  return words.filter(
    ({ start, length }) => start + length > first.start && start < last.start + last.length,
  );
}

/** The word of the other side that was cut alike and taken for something else. */
export const takenOtherwise = (word: Word, others: readonly Marked<Word>[]) =>
  others.find(({ item }) => item.start === word.start && item.length === word.length)?.item;

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
