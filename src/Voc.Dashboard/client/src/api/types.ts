/** The shapes of the HTTP API as the pages name them. */
export type ChannelName = 'survey' | 'contact-form' | 'call-note' | 'review' | 'social';
export type SentimentLabel = 'positive' | 'neutral' | 'negative';
export type Intent = 'complaint' | 'request' | 'question' | 'praise' | 'churn-risk' | 'report';
export type Role = 'admin' | 'product' | 'support' | 'researcher';
export type KeyRole = 'ingest' | 'read' | 'admin';

export interface Session {
  user: User | null;
  demo: { accounts: { userName: string; password: string; role: Role }[] } | null;
  company: { name: string; timeZone: string };
}

export interface User {
  userName: string;
  displayName: string;
  roles: Role[];
}

export interface ApiKey {
  id: number;
  name: string;
  role: KeyRole;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revoked: boolean;
}

export interface Span {
  start: number;
  length: number;
}

export interface ValueCount {
  value: string;
  count: number;
}

export interface TopicLabel {
  label: string;
  name: string;
  nameEn: string;
}

export interface FeedbackSummary {
  id: number;
  channel: ChannelName;
  source: string;
  product: string | null;
  occurredAt: string;
  text: string;
  sentiment: { label: SentimentLabel; score: number };
  topics: TopicLabel[];
  intents: Intent[];
}

export interface OpinionView extends Span {
  target: string | null;
  expression: string;
  polarity: number;
  negated: boolean;
  modality: string;
}

export interface FeedbackDetail {
  id: number;
  source: string;
  externalId: string;
  channel: ChannelName;
  text: string;
  occurredAt: string;
  receivedAt: string;
  customer: string | null;
  product: string | null;
  scores: Record<string, number>;
  attributes: Record<string, string>;
  language: string;
  sentiment: { label: SentimentLabel; score: number; confidence: number };
  sentences: (Span & { label: SentimentLabel; score: number })[];
  intents: { label: Intent; confidence: number }[];
  topics: (TopicLabel & { confidence: number })[];
  opinions: OpinionView[];
  keyphrases: string[];
  issues: { id: number; title: string }[];
}

export interface Feed {
  items: FeedbackSummary[];
  sequence: number;
}

export interface Note {
  clientId: string;
  text: string;
  customer?: string;
  product?: string;
  occurredAt?: string;
}

export type RecentNote = FeedbackSummary & { state: 'queued' | 'stored' };

export type FacetName = 'channel' | 'sentiment' | 'topic' | 'product' | 'source' | 'month';

export interface SearchAnswer {
  total: number;
  hits: (FeedbackSummary & { highlights: Span[]; score: number })[];
  facets: Partial<Record<FacetName, { value: string; label: string; count: number }[]>>;
  elapsedMilliseconds: number;
}

export interface TrendPoint {
  date: string;
  total: number;
  positive: number;
  neutral: number;
  negative: number;
}

export interface Trends {
  points: TrendPoint[];
  channels: ValueCount[];
  sentiments: ValueCount[];
  kpis: {
    today: number;
    yesterday: number;
    lastHour: number;
    negativeShare: number | null;
    negativeSharePrevious: number | null;
    openIssues: number;
    nps: { score: number; answers: number } | null;
  };
  sequence: number;
}

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
