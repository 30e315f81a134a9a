import type { SearchAnswer } from '../api/types';

export type ExpansionKind = 'spelling' | 'synonym' | 'company';

export interface Alternative {
  text: string;
  kind: ExpansionKind;
  used: boolean;
  count: number;
}

/** What else was searched for in the place of a word of the query. */
export interface Expansion {
  word: string;
  start: number;
  length: number;
  alternatives: Alternative[];
}

export type Answer = SearchAnswer & { expansions?: Expansion[] };

export interface ExplainedPart {
  kind: string;
  text: string;
  terms: string[];
  start: number;
  length: number;
  count: number;
  parts: ExplainedPart[];
}

export interface Suggestion {
  /** The whole query after it is chosen. */
  text: string;
  label: string;
  kind: 'word' | 'field' | 'value' | 'saved';
  count: number | null;
}
