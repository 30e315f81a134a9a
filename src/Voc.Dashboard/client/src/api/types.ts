import type { components } from './schema';

/**
 * The shapes of the HTTP API as the pages name them, taken from its description. Where the description says `string`, the
 * names the value can have are given here; a field that the description no longer has does not compile.
 */
type Schemas = components['schemas'];

/** The server always writes every field. */
type Complete<T> = T extends (infer Item)[]
  ? Complete<Item>[]
  : T extends object
    ? { [K in keyof T]-?: Complete<Exclude<T[K], undefined>> }
    : T;

type Described<Name extends keyof Schemas> = Complete<Schemas[Name]>;

type Narrow<Whole, Part extends { [K in keyof Part]: K extends keyof Whole ? Whole[K] : never }> = Omit<
  Whole,
  keyof Part
> &
  Part;

export type ChannelName = 'survey' | 'contact-form' | 'call-note' | 'review' | 'social';
export type SentimentLabel = 'positive' | 'neutral' | 'negative';
export type Intent = 'complaint' | 'request' | 'question' | 'praise' | 'churn-risk' | 'report';
export type Role = 'admin' | 'product' | 'support' | 'researcher';
export type KeyRole = 'ingest' | 'read' | 'admin';

export type User = Narrow<Described<'SessionUser'>, { roles: Role[] }>;
type DemoAccount = Narrow<Described<'DemoAccount'>, { role: Role }>;
export type Session = Narrow<
  Described<'Session'>,
  { user: User | null; demo: { accounts: DemoAccount[] } | null }
>;
export type ApiKey = Narrow<Described<'ApiKeyInfo'>, { role: KeyRole }>;
export type CreatedKey = Described<'CreatedKey'>;

export type Span = Described<'HighlightSpan'>;
export type ValueCount = Described<'ValueCount'>;
export type TopicLabel = Described<'TopicSummary'>;
type Labelled = { label: SentimentLabel };

export type FeedbackSummary = Narrow<
  Described<'FeedbackSummary'>,
  {
    channel: ChannelName;
    sentiment: Narrow<Described<'SentimentSummary'>, Labelled>;
    intents: Intent[];
  }
>;
export type OpinionView = Described<'Opinion'>;
export type FeedbackDetail = Narrow<
  Described<'FeedbackDetail'>,
  {
    channel: ChannelName;
    sentiment: Narrow<Described<'SentimentDetail'>, Labelled>;
    sentences: Narrow<Described<'SentenceDetail'>, Labelled>[];
    intents: Narrow<Described<'ScoredLabel'>, { label: Intent }>[];
  }
>;
export type Feed = Narrow<Described<'RecentFeedback'>, { items: FeedbackSummary[] }>;

export type FacetName = 'channel' | 'sentiment' | 'topic' | 'product' | 'source' | 'month';
export type SearchHit = FeedbackSummary & Pick<Described<'SearchHit'>, 'highlights' | 'score'>;
export type SearchAnswer = Omit<Described<'SearchResult'>, 'hits' | 'facets'> & {
  hits: SearchHit[];
  facets: Partial<Record<FacetName, Described<'FacetValue'>[]>>;
};

export type TrendPoint = Described<'TrendPoint'>;
export type Trends = Described<'Trends'>;

export interface Note {
  clientId: string;
  text: string;
  customer?: string;
  product?: string;
  occurredAt?: string;
}

export type RecentNote = FeedbackSummary & { state: 'queued' | 'stored' };

export type IssueState = 'new' | 'acknowledged' | 'investigating' | 'fixed' | 'muted';
export type Severity = 'low' | 'medium' | 'high' | 'critical';

export interface IssueSummary {
  id: number;
  title: string;
  titleEn: string;
  state: IssueState;
  polarity: 'negative' | 'positive';
  product: string | null;
  terms: string[];
  firstSeen: string;
  lastSeen: string;
  detectedAt: string;
  count: number;
  expected: number;
  windowDays: number;
  pValue: number;
  severity: Severity;
  growth: number;
  channels: ValueCount[];
  sparkline: number[];
  assignee: string | null;
  updatedAt: string;
}

export interface IssueDetail extends IssueSummary {
  why: { ja: string; en: string };
  series: { date: string; count: number; expected: number; upper: number }[];
  quotes: FeedbackSummary[];
  regions: ValueCount[];
  segments: ValueCount[];
  customers: number;
  history: { at: string; who: string; action: string; detail: string | null }[];
  feedbackIds: number[];
}

export interface IssueList {
  items: IssueSummary[];
  sequence: number;
}

export interface IssueChange {
  state?: IssueState;
  assignee?: string | null;
  comment?: string;
  title?: string;
}

export type SourceKind = 'api' | 'import' | 'form' | 'notes' | 'review-page' | 'social-feed' | 'webhook';

export interface Source {
  id: number;
  name: string;
  channel: ChannelName;
  kind: SourceKind;
  enabled: boolean;
  settings: Record<string, unknown>;
  schedule: number | null;
  lastRunAt: string | null;
  lastError: string | null;
  lastCount: number | null;
  total: number;
  publicKey: string | null;
  hasSecret: boolean;
}

export interface NewSource {
  name: string;
  channel: ChannelName;
  kind: SourceKind;
  settings: Record<string, unknown>;
  schedule?: number | null;
}

export interface RunAnswer {
  accepted: number;
  duplicates: number;
  rejected: number;
  error: string | null;
}

export interface ReviewPreview {
  items: {
    externalId: string;
    text: string;
    rating: number | null;
    author?: string | null;
    occurredAt: string | null;
  }[];
  problems: string[];
}

export type ImportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Import {
  id: number;
  fileName: string;
  source: string;
  state: ImportState;
  rowsRead: number;
  rowsTotal: number | null;
  accepted: number;
  duplicates: number;
  rejected: number;
  analysed: number;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
  problems: { line: number; column: string | null; message: string }[];
}

/** Field of the feedback → name of the column it is read from; `channel` is a fixed value. */
export interface ImportMapping {
  /** Several where each holds feedback of its own. */
  text?: string | string[] | null;
  occurredAt?: string | null;
  externalId?: string | null;
  channel?: string | null;
  product?: string | null;
  customer?: string | null;
  rating?: string | null;
  nps?: string | null;
  csat?: string | null;
  attributes?: string[] | null;
}

export interface ImportPreview {
  encoding: string;
  delimiter: string | null;
  columns: string[];
  suggestedMapping: ImportMapping;
  preset: string | null;
  rows: {
    line: number;
    text: string | null;
    occurredAt: string | null;
    scores: Record<string, number>;
    customer: string | null;
    product: string | null;
    attributes: Record<string, string>;
    problem: string | null;
  }[];
}

export interface DeadLetter {
  id: number;
  source: string;
  externalId: string;
  channel: ChannelName;
  text: string;
  error: string;
  attempts: number;
  failedAt: string;
}
