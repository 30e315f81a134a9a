import type { ChannelName, SentimentLabel } from '../api/types';

export type WordKind = 'noun' | 'verb' | 'adjective' | 'adverb' | 'other';

/** What a reader must know of an answer, in the reader's language. */
export interface Note {
  code: string;
  text: string;
}

export interface MiningAnswer {
  /** Texts in the result. */
  total: number;
  notes: Note[];
  elapsedMilliseconds: number;
}

/** What narrows the search to exactly the texts of a row. */
interface Counted {
  query: string;
  texts: number;
}

interface BySentiment {
  positive: number;
  neutral: number;
  negative: number;
}

export interface KeywordRow extends Counted, BySentiment {
  term: string;
  kind: WordKind;
  occurrences: number;
  share: number;
}

export interface Keywords extends MiningAnswer {
  distinct: number;
  occurrences: number;
  rows: KeywordRow[];
}

export interface OpinionPairRow extends Counted {
  target: string | null;
  expression: string;
  polarity: SentimentLabel;
  share: number;
  exampleId: number;
}

export interface OpinionTargetRow extends Counted, BySentiment {
  target: string;
  exampleId: number;
}

export interface Opinions extends MiningAnswer {
  withOpinions: number;
  distinct: number;
  pairs: OpinionPairRow[];
  targets: OpinionTargetRow[];
}

export interface CharacteristicRow {
  term: string;
  kind: WordKind;
  /** Whether it is more frequent here than in the rest. */
  over: boolean;
  /** The four counts of texts: here and in the rest, with the word and without. */
  texts: number;
  rest: number;
  without: number;
  restWithout: number;
  expected: number;
  share: number;
  restShare: number;
  g2: number;
  logRatio: number;
  p: number;
  q: number;
  query: string;
}

export interface CharacteristicGroup {
  value: string | null;
  label: string;
  texts: number;
  rest: number;
  tested: number;
  query: string | null;
  rows: CharacteristicRow[];
}

export interface Characteristic extends MiningAnswer {
  archive: number;
  against: string | null;
  by: string | null;
  groups: CharacteristicGroup[];
}

export interface NetworkNode extends Counted, BySentiment {
  term: string;
  kind: WordKind;
  share: number;
  community: number;
  degree: number;
  strength: number;
}

export interface NetworkEdge extends Counted {
  source: string;
  target: string;
  jaccard: number;
  community: number | null;
}

export interface Network extends MiningAnswer {
  modularity: number;
  nodes: NetworkNode[];
  edges: NetworkEdge[];
  communities: { id: number; terms: string[]; texts: number | null }[];
}

export interface IndependenceTest {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  cramersV: number;
}

export interface HeatmapLine extends Counted {
  value: string;
  label: string;
  test: IndependenceTest | null;
}

export interface Heatmap extends MiningAnswer {
  base: number;
  rowDimension: string;
  columnDimension: string;
  rowValues: number;
  columnValues: number;
  rows: HeatmapLine[];
  columns: HeatmapLine[];
  counts: number[][];
  expected: number[][];
  residuals: number[][];
  rowShares: number[][];
  columnShares: number[][];
  test: (IndependenceTest & { lowExpected: number; cells: number }) | null;
}

export interface MapPoint extends Counted {
  value: string;
  label: string;
  kind?: WordKind | null;
  mass: number;
  inertia: number;
  coordinates: number[];
  contributions: number[];
  cosines: number[];
  quality: number;
}

export interface Correspondence extends MiningAnswer {
  base: number;
  rowDimension: string;
  columnDimension: string;
  inertia: number;
  chiSquare: number;
  degreesOfFreedom: number;
  axes: { inertia: number; share: number; cumulative: number }[];
  rows: MapPoint[];
  columns: MapPoint[];
  counts: number[][];
  degenerate: boolean;
}

export type IntervalName = 'day' | 'week' | 'month';

export interface Timeline extends MiningAnswer {
  interval: IntervalName;
  intervals: { start: string; end: string; label: string; texts: number; query: string }[];
  series: (Counted & { term: string; label: string; counts: number[]; shares: (number | null)[] })[];
}

export interface ConcordanceLine {
  id: number;
  occurredAt: string;
  channel: ChannelName;
  product: string | null;
  sentiment: SentimentLabel;
  score: number;
  left: string;
  keyword: string;
  right: string;
  start: number;
  length: number;
  leftCut: boolean;
  rightCut: boolean;
  query: string;
}

export interface Concordance extends MiningAnswer {
  /** Texts with the keyword. */
  texts: number;
  occurrences: number;
  keyword: string;
  lines: ConcordanceLine[];
}
