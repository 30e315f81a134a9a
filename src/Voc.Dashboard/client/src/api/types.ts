import type { QuestionKind, SurveySettings } from '../surveys/surveyDraft';
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

export type Described<Name extends keyof Schemas> = Complete<Schemas[Name]>;

export type Narrow<
  Whole,
  Part extends { [K in keyof Part]: K extends keyof Whole ? Whole[K] : never },
> = Omit<Whole, keyof Part> & Part;

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

export type AllowedExpression = Described<'AllowedExpression'>;
export type MaskingRunInfo = Narrow<Described<'MaskingRunInfo'>, { state: 'running' | 'done' | 'cancelled' }>;
export type MaskedSource = Described<'MaskedSource'>;
export type MaskingStatus = Narrow<Described<'MaskingStatus'>, { run: MaskingRunInfo | null }>;
export type MaskingPreview = Described<'MaskingPreview'>;
export type OriginalText = Described<'OriginalText'>;
export type OriginalAccess = Described<'OriginalAccess'>;

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
type Labels = { sentiment: SentimentLabel | null; intents: Intent[] | null };
export type LabelsRead = Narrow<
  Described<'LabelsRead'>,
  {
    sentiment: Narrow<Described<'SentimentDetail'>, Labelled>;
    intents: Narrow<Described<'ScoredLabel'>, { label: Intent }>[];
  }
>;
export type Correction = Narrow<Described<'CorrectionInfo'>, Labels & { was: LabelsRead }>;
/** What is left out stays as it is. */
export type LabelChange = Partial<Narrow<Described<'LabelInput'>, Labels>>;
export type FeedbackDetail = Narrow<
  Described<'FeedbackDetail'>,
  {
    channel: ChannelName;
    sentiment: Narrow<Described<'SentimentDetail'>, Labelled>;
    sentences: Narrow<Described<'SentenceDetail'>, Labelled>[];
    intents: Narrow<Described<'ScoredLabel'>, { label: Intent }>[];
    corrected: Correction | null;
  }
>;
export type SimilarFeedback = Narrow<Described<'SimilarFeedback'>, { items: FeedbackSummary[] }>;
export type Token = Described<'TokenDetail'>;
export type Contribution = Described<'ContributionDetail'>;
export type Explanation = Narrow<
  Described<'FeedbackExplanation'>,
  { sentiment: Narrow<Described<'SentimentDetail'>, Labelled> }
>;
export type TopicEntry = Described<'TopicEntry'>;
export type Feed = Narrow<Described<'RecentFeedback'>, { items: FeedbackSummary[] }>;

export type FacetValue = Described<'FacetValue'>;
export type SearchHit = FeedbackSummary &
  Pick<Described<'SearchHit'>, 'highlights' | 'score' | 'similar' | 'customer'>;
export type Alternative = Narrow<
  Described<'ExpansionAlternative'>,
  { kind: 'spelling' | 'synonym' | 'company' }
>;
export type Expansion = Narrow<Described<'Expansion'>, { alternatives: Alternative[] }>;
export type SearchAnswer = Omit<Described<'SearchResult'>, 'hits' | 'facets' | 'expansions'> & {
  hits: SearchHit[];
  expansions: Expansion[];
  /** By the name they were asked for by. */
  facets: Partial<Record<string, FacetValue[]>>;
};
export type ExplainedPart = Described<'ExplainedPart'>;
export type Suggestion = Narrow<Described<'Suggestion'>, { kind: 'word' | 'field' | 'value' | 'saved' }>;

export type TrendPoint = Described<'TrendPoint'>;
export type Trends = Described<'Trends'>;

export type NewNote = Described<'NewNote'>;
export type Snippet = Described<'Snippet'>;
export type SnippetInput = Described<'SnippetInput'>;
export type ChangedNote = Described<'ChangedNote'>;
export type UnfinishedNote = Described<'UnfinishedNote'>;
export type RelatedToNote = Narrow<
  Described<'RelatedToNote'>,
  { similar: FeedbackSummary[]; issues: IssueSummary[] }
>;
export type RecentNote = FeedbackSummary & { state: 'queued' | 'stored' } & Pick<
    Described<'RecentNote'>,
    'id' | 'editableUntil'
  >;

export type IssueState =
  'new' | 'acknowledged' | 'investigating' | 'fixed' | 'muted' | 'verified' | 'regressed';
export type Severity = 'low' | 'medium' | 'high' | 'critical';

type IssueNames = { state: IssueState; polarity: 'negative' | 'positive'; severity: Severity };
export type IssueSummary = Narrow<Described<'IssueSummary'>, IssueNames>;
export type IssueQuote = FeedbackSummary & Pick<Described<'IssueQuote'>, 'alike'>;
export type IssueDetail = Narrow<
  Described<'IssueDetail'>,
  IssueNames & { quotes: IssueQuote[]; first: FeedbackSummary | null }
>;
export type IssueOrder = Described<'IssueOrder'>;
export type IssueContrasts = Narrow<Described<'IssueContrasts'>, { fields: ContrastedField[] }>;
export type ContrastedField = Narrow<
  Described<'ContrastedField'>,
  { field: 'channel' | 'product' | 'attribute' }
>;
export type ContrastedValue = Described<'ContrastedValue'>;
export type SimilarIssue = Narrow<Described<'SimilarIssue'>, IssueNames>;
export type IssueList = Narrow<Described<'IssueList'>, { items: IssueSummary[] }>;
export type SeveritySettings = Described<'SeveritySettings'>;
export type SeverityInfo = Described<'SeverityInfo'>;
type SeverityRank = Narrow<Described<'SeverityRank'>, { severity: Severity }>;
export type SeverityPreviewItem = Narrow<
  Described<'SeverityPreviewItem'>,
  { before: SeverityRank; after: SeverityRank }
>;
export type Assignee = Described<'Assignee'>;
export type IssueChange = Partial<Narrow<Described<'IssueChange'>, { state: IssueState }>>;

export type PlatformKind = 'bluesky' | 'mastodon' | 'x' | 'youtube' | 'line';
/** Kinds that services of others post to in formats of their own. */
export type BridgeKind = 'mail' | 'survey-hook';
export type SourceKind =
  | 'api'
  | 'import'
  | 'form'
  | 'notes'
  | 'review-page'
  | 'social-feed'
  | 'webhook'
  | 'folder'
  | 'survey'
  | BridgeKind
  | PlatformKind;
type SourceNames = { channel: ChannelName; kind: SourceKind; settings: Record<string, unknown> };
export type Source = Narrow<Described<'SourceInfo'>, SourceNames>;
export type SourceTest = Described<'SourceTest'>;
export type TrialAnswer = Described<'TrialAnswer'>;
export type SourceFlow = Described<'SourceFlow'>;
export type WatchedFolder = Described<'WatchedFolder'>;
/** The secret of a webhook is told once, when it is made. */
export type CreatedSource = Source & Pick<Described<'CreatedSource'>, 'secret'>;
export type NewSource = Narrow<Described<'NewSource'>, SourceNames>;
export type SourceChange = Partial<Narrow<Described<'SourceChange'>, Pick<SourceNames, 'settings'>>>;
export type RunAnswer = Described<'RunAnswer'>;
export type ReviewPreview = Described<'ReviewPreview'>;
export type SocialPreview = Described<'SocialPreview'>;

export type Survey = Omit<Described<'SurveyInfo'>, 'settings'> & {
  state: 'draft' | 'open' | 'paused' | 'closed';
  settings: SurveySettings;
};
export type SurveyFigure = Described<'SurveyFigure'>;
export type SurveyGroupFigure = Described<'SurveyGroupFigure'>;
export type SurveyQuestionResult = Narrow<
  Described<'SurveyQuestionResult'>,
  { kind: QuestionKind; overall: SurveyFigure | null }
>;
export type SurveyResult = Omit<Described<'SurveyResult'>, 'survey' | 'questions'> & {
  survey: Survey;
  questions: SurveyQuestionResult[];
};
export type SurveyInvitation = Described<'Invitation'>;

type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export type ImportState = JobState | 'undoing' | 'undone';
export type Import = Narrow<Described<'ImportInfo'>, { state: ImportState }>;
export type ImportPreset = Described<'PresetInfo'>;

/** Field of the feedback → name of the column it is read from; `channel` is a fixed value. */
export type ImportMapping = Partial<
  Omit<Described<'FieldMapping'>, 'text'> & {
    /** Several where each holds feedback of its own; a single one travels as a string. */
    text: string | string[];
  }
>;
export type ImportPreview = Omit<Described<'ImportPreview'>, 'suggestedMapping'> & {
  /** Null where the file has no columns, such as a saved page. */
  suggestedMapping: ImportMapping | null;
};

export type DeadLetterFix = Described<'DeadLetterFix'>;
export type DeadLetterChange = Described<'DeadLetterChange'>;
export type RetryAnswer = Narrow<Described<'RetryAnswer'>, { outcome: 'stored' | 'failed' | 'waiting' }>;
export type DeadLetter = Narrow<Described<'DeadLetter'>, { channel: ChannelName }>;

export type PreviewRespect = 'sentiment' | 'opinions' | 'intents' | 'topics' | 'segmentation';
type ReadAs = {
  sentiment: Narrow<Described<'SentimentSummary'>, Labelled>;
  intents: Intent[];
};
export type PreviewReading = Narrow<Described<'PreviewReading'>, ReadAs>;
export type PreviewExample = Narrow<
  Described<'PreviewExample'>,
  { channel: ChannelName; respects: PreviewRespect[]; before: PreviewReading; after: PreviewReading }
>;
export type ChangePreview = Narrow<Described<'PreviewAnswer'>, { examples: PreviewExample[] }>;

export type DictionaryWord = Described<'DictionaryWord'>;
export type WordInput = Described<'WordInput'>;
export type SynonymGroup = Described<'SynonymGroup'>;
export type SynonymReach = Described<'SynonymReach'>;
export type PartOfSpeech = Described<'PartOfSpeechInfo'>;

export type ExpressionKind = 'word' | 'surface' | 'cue' | 'degree' | 'raise' | 'lower' | 'even' | 'silent';
export type OwnExpression = Narrow<Described<'OwnExpression'>, { kind: ExpressionKind }>;
export type Sense = Narrow<Described<'SenseInfo'>, { kind: ExpressionKind }>;
export type LexiconItem = Narrow<
  Described<'LexiconItem'>,
  { state: 'shipped' | 'own' | 'changed' | 'silenced'; senses: Sense[]; own: OwnExpression[] }
>;
export type LexiconPage = Narrow<Described<'LexiconPage'>, { items: LexiconItem[] }>;
export type ExpressionInput = Narrow<Described<'ExpressionInput'>, { kind: ExpressionKind }>;
export type TargetClass = Described<'TargetClass'>;

export type Keyword = Described<'KeywordWeight'>;
export type TopicNode = Narrow<Described<'TopicNode'>, { origin: 'shipped' | 'changed' | 'own' }>;
export type TopicBranch = Narrow<Described<'TopicBranch'>, { topic: TopicNode; children: TopicNode[] }>;
export type TopicInput = Partial<Described<'TopicInput'>>;

export type TaskScore = Described<'TaskScore'>;
export type ModelScores = Described<'ModelScores'>;
export type ModelVersion = Described<'ModelVersion'>;
export type Training = Narrow<
  Described<'TrainingInfo'>,
  { state: 'running' | 'done' | 'failed' | 'cancelled' }
>;
export type ModelList = Narrow<Described<'ModelList'>, { training: Training | null }>;
export type Relabelling = Narrow<
  Described<'RelabelInfo'>,
  { state: 'running' | 'done' | 'cancelled'; scope: 'stale' | 'touched' | 'unindexed' | 'words' }
>;
export type ReadingStatus = Narrow<Described<'ReadingStatus'>, { relabel: Relabelling | null }>;
export type ReadingChange = Narrow<
  Described<'ReadingChangeInfo'>,
  {
    kind: 'product' | 'dictionary' | 'lexicon' | 'topics' | 'model';
    action: 'added' | 'changed' | 'deleted' | 'activated';
  }
>;
export type CorrectionEntry = Narrow<
  Described<'CorrectionEntry'>,
  {
    action: 'corrected' | 'withdrawn';
    labels: Pick<Correction, 'sentiment' | 'intents' | 'topics'>;
    was: LabelsRead;
  }
>;
export type CorrectionPage = Narrow<Described<'CorrectionPage'>, { items: CorrectionEntry[] }>;

export type AlertWindow = 'hour' | 'day' | 'week' | 'month';
export type AlertSettings = Narrow<
  Described<'AlertSettings'>,
  {
    on: 'match' | 'count';
    window: AlertWindow | null;
    coolDownMinutes: number;
    hub: boolean;
    webhooks: number[];
  }
>;
export type SavedSearch = Narrow<Described<'SavedSearchInfo'>, { alert: AlertSettings | null }>;
export type SavedSearchInput = {
  name: string;
  note: string | null;
  query: string;
  shared: boolean;
  alert: AlertSettings | null;
};
export type SearchAlert = Narrow<
  Described<'SearchAlertSummary'>,
  { reason: 'match' | 'count' | 'past'; window: AlertWindow | null; quotes: FeedbackSummary[] }
>;
export type AlertList = Narrow<Described<'AlertList'>, { items: SearchAlert[] }>;
export type AlertPreview = Described<'AlertPreview'>;

export type DeliveryState = 'waiting' | 'delivered' | 'failed';
export type MessageEvent = 'test' | 'saved-search.alert' | 'issue.alert' | 'issue.digest';
export type Delivery = Narrow<Described<'DeliveryInfo'>, { state: DeliveryState; event: MessageEvent }>;
export type ChannelKind = 'json' | 'slack' | 'teams' | 'mail';
export type MessageLanguage = 'ja' | 'en';
export type Webhook = Narrow<
  Described<'WebhookInfo'>,
  { kind: ChannelKind; language: MessageLanguage; last: Delivery | null }
>;
export type ChannelDelivery = Narrow<Described<'ChannelDelivery'>, { kind: ChannelKind; delivery: Delivery }>;
/** The secret is told once, when it is made. */
export type CreatedWebhook = Webhook & Pick<Described<'CreatedWebhook'>, 'secret'>;

export type ExportFormat = 'csv' | 'xlsx' | 'jsonl';
export type ExportEncoding = 'utf-8' | 'cp932';
export type ExportState = JobState;
export type Export = Narrow<
  Described<'ExportInfo'>,
  { format: ExportFormat; encoding: ExportEncoding; state: ExportState }
>;
export type ExportColumn = Described<'ExportColumnInfo'>;
export type NewExport = Narrow<Described<'NewExport'>, { format: ExportFormat; encoding: ExportEncoding }>;

export type ReplayState = JobState | 'interrupted';
export type SettingOutcome = Omit<Described<'SettingOutcome'>, 'falseAlarms'> & {
  /** Null until the copies have been replayed. */
  falseAlarms: Described<'FalseAlarmEstimate'> | null;
};
export type Replay = Narrow<
  Described<'ReplayInfo'>,
  { state: ReplayState; outcome: SettingOutcome | null; progress: Described<'ReplayProgressInfo'> | null }
>;
export type ReplayList = Narrow<
  Described<'ReplayList'>,
  { items: Replay[]; archive: Described<'ArchiveDays'> | null }
>;
type MatchedIssue = Narrow<
  Described<'MatchedIssue'>,
  { state: IssueState; judgement: 'real' | 'muted' | 'open' }
>;
export type RaisedAlarm = Narrow<
  Described<'RaisedAlarm'>,
  { polarity: IssueNames['polarity']; severity: Severity; issue: MatchedIssue | null }
>;
export type RealIssue = Narrow<Described<'RealIssue'>, { state: IssueState }>;
type ReplayResult = Narrow<
  Described<'ReplayResult'>,
  { settings: SettingOutcome[]; alarms: RaisedAlarm[]; real: RealIssue[] }
>;
export type ReplayDetail = Narrow<Described<'ReplayDetail'>, { replay: Replay; result: ReplayResult | null }>;
export type ReplayQuotes = Narrow<Described<'ReplayQuotes'>, { quotes: FeedbackSummary[] }>;
export type NewReplay = Described<'NewReplay'>;
export type DetectionSetting = Described<'DetectionSettingInfo'>;
export type SliceFieldUse = Narrow<Described<'SliceFieldUse'>, { use: 'used' | 'one' | 'many' | 'spare' }>;
export type DetectionSlices = Narrow<
  Described<'DetectionSliceInfo'>,
  { chosen: string[] | null; seen: SliceFieldUse[] }
>;

export type IssueRule = Narrow<Described<'IssueRuleInfo'>, { kind: 'merge' | 'split' }> & {
  /** Null where it is too late to undo it. */
  undoUntil: string | null;
};
export type SplitRequest = Described<'SplitRequest'>;
export type SplitPreview = Described<'SplitPreview'>;

export type AlertEvent = 'new' | 'grew' | 'regressed' | 'verified' | 'woken' | 'due';
export type AlertPace = 'immediate' | 'hourly' | 'daily' | 'weekly';
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type QuietTime = Narrow<Described<'RuleQuiet'>, { from: string; to: string; days: Weekday[] }>;
export type RuleConditions = Narrow<
  Described<'RuleConditions'>,
  {
    products: string[];
    topics: string[];
    severity: Severity;
    polarity: 'negative' | 'positive' | null;
    events: AlertEvent[];
  }
>;
export type RuleTiming = Narrow<
  Described<'RuleTiming'>,
  { pace: AlertPace; hour: number; weekday: Weekday; quiet: QuietTime[]; criticalThrough: boolean }
>;
export type AlertRule = Narrow<Described<'RuleInfo'>, { when: RuleConditions; timing: RuleTiming }>;
export type RuleInput = Pick<AlertRule, 'name' | 'enabled' | 'when' | 'timing'> & { channel: number | null };
export type RulePreview = Narrow<
  Described<'RulePreview'>,
  {
    issues: Narrow<
      Described<'PreviewedIssue'>,
      { severity: Severity; told: Narrow<Described<'PreviewedEvent'>, { event: AlertEvent }>[] }
    >[];
  }
>;

export type MailSecurity = 'starttls' | 'tls' | 'none';
export type MailServer = Narrow<Described<'MailInfo'>, { security: MailSecurity }>;
export type MailInput = Described<'MailInput'>;
export type MailTrial = Described<'MailTrialAnswer'>;
