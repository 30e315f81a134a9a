import { choice, choices, flag, number, type Values } from './options';
import type { WordKind } from './miningTypes';

export const wordKinds = ['noun', 'verb', 'adjective', 'adverb', 'other'] as const satisfies WordKind[];

/** Which words are counted: shared by all views of words, so that they stay comparable. */
export const termOptions = {
  pos: choices(wordKinds),
  /** Texts a word must at least occur in; 0 leaves it to the view. */
  minimum: number(0, 100_000, 0),
  stop: choice(['shipped', 'none'], 'shipped'),
  /** Whether 炊飯器 counts as 炊飯 and 器 too. */
  parts: flag(false),
};

export const termQueryOf = ({ pos, minimum, stop, parts }: Values<typeof termOptions>) => ({
  pos: pos.join(','),
  minimum: minimum || undefined,
  stop: stop === 'none' ? stop : undefined,
  parts: parts || undefined,
});
