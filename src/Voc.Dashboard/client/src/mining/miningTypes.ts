import type { ChannelName, Described, Narrow, SentimentLabel } from '../api/types';

/** The shapes of the text-mining answers. A query, added to the search, finds exactly the texts of its row; null where none can. */
export type WordKind = 'noun' | 'verb' | 'adjective' | 'adverb' | 'other';
type Worded = { kind: WordKind };

/** What every answer says of the texts it is made of. */
export type MiningAnswer = Pick<Described<'KeywordAnswer'>, 'total' | 'notes' | 'elapsedMilliseconds'>;

export type KeywordRow = Narrow<Described<'KeywordRow'>, Worded>;
export type Keywords = Narrow<Described<'KeywordAnswer'>, { rows: KeywordRow[] }>;

export type OpinionPairRow = Narrow<Described<'OpinionRow'>, { polarity: SentimentLabel }>;
export type OpinionTargetRow = Described<'OpinionTargetRow'>;
export type Opinions = Narrow<Described<'OpinionAnswer'>, { pairs: OpinionPairRow[] }>;

export type CharacteristicRow = Narrow<Described<'CharacteristicRow'>, Worded>;
export type CharacteristicGroup = Narrow<Described<'CharacteristicGroup'>, { rows: CharacteristicRow[] }>;
export type Characteristic = Narrow<Described<'CharacteristicAnswer'>, { groups: CharacteristicGroup[] }>;

export type NetworkNode = Narrow<Described<'NetworkNode'>, Worded>;
export type NetworkEdge = Described<'NetworkEdge'>;
export type Network = Narrow<Described<'NetworkAnswer'>, { nodes: NetworkNode[] }>;

export type Heatmap = Described<'HeatMapAnswer'>;

export type MapPoint = Narrow<Described<'MapPoint'>, { kind: WordKind | null }>;
export type Correspondence = Narrow<
  Described<'CorrespondenceAnswer'>,
  { rows: MapPoint[]; columns: MapPoint[] }
>;

export type Timeline = Narrow<Described<'TimelineAnswer'>, { interval: 'day' | 'week' | 'month' }>;

export type ConcordanceLine = Narrow<
  Described<'ConcordanceLine'>,
  { channel: ChannelName; sentiment: SentimentLabel }
>;
export type Concordance = Narrow<Described<'ConcordanceAnswer'>, { lines: ConcordanceLine[] }>;
