import type { ChannelName, NewSource, PlatformKind, Source, SourceKind } from '../api/types';
import { emptyBridge, isBridge, newBridge, type BridgeDraft } from './bridgeSettings';
import { emptyReading, folderSettings, type FolderReading } from './folderSettings';
import { emptySocial, socialSettings, type SocialDraft } from './socialSettings';

/** Kinds that are fetched, on a schedule or by hand. */
export const fetchedKinds: SourceKind[] = [
  'review-page',
  'social-feed',
  'bluesky',
  'mastodon',
  'x',
  'youtube',
];

/** Kinds with a platform's own settings and secret. */
export const platformKinds: PlatformKind[] = ['bluesky', 'mastodon', 'x', 'youtube', 'line'];

export const isPlatform = (kind: SourceKind): kind is PlatformKind =>
  platformKinds.includes(kind as PlatformKind);

/** Kinds that are fetched from one address. */
export type FetchedKind = 'review-page' | 'social-feed';

export const isFetched = (kind: SourceKind): kind is FetchedKind =>
  kind === 'review-page' || kind === 'social-feed';

/** Kinds a person makes; the others come about by an import or by writing notes. */
export const creatableKinds = [
  'form',
  'review-page',
  'bluesky',
  'mastodon',
  'x',
  'youtube',
  'line',
  'social-feed',
  'mail',
  'survey-hook',
  'folder',
  'webhook',
  'api',
] as const satisfies SourceKind[];
export type CreatableKind = (typeof creatableKinds)[number];

export const usualChannel: Record<CreatableKind, ChannelName> = {
  form: 'contact-form',
  'review-page': 'review',
  bluesky: 'social',
  mastodon: 'social',
  x: 'social',
  youtube: 'social',
  line: 'social',
  'social-feed': 'social',
  mail: 'contact-form',
  'survey-hook': 'survey',
  folder: 'survey',
  webhook: 'social',
  api: 'survey',
};

export interface SourceDraft {
  name: string;
  kind: CreatableKind;
  channel: ChannelName;
  /** One origin a line, such as `https://shop.example.jp`. */
  origins: string;
  fields: FormField[];
  thanksJa: string;
  thanksEn: string;
  /** How much a visitor's browser reckons before it sends. */
  work: FormWork;
  url: string;
  /** Where the pages of a review source are named; empty where they are found by their links. */
  sitemap: string;
  /** Minutes between runs as typed; empty for by hand only. */
  schedule: string;
  profile: ReviewProfile;
  social: SocialDraft;
  bridge: BridgeDraft;
  /** Name of the watched folder. */
  folder: string;
  /** How the files of the folder are read. */
  reading: FolderReading;
  /** The language that the reports beside the files are written in. */
  language: string;
}

/** CSS selectors or XPaths of a site whose pages do not describe their reviews by schema.org. */
export type ReviewProfile = Record<(typeof profileFields)[number], string>;

export const profileFields = ['item', 'text', 'rating', 'date', 'id', 'author', 'product', 'next'] as const;
export const emptyProfile: ReviewProfile = {
  item: '',
  text: '',
  rating: '',
  date: '',
  id: '',
  author: '',
  product: '',
  next: '',
};

/** What a form can ask for besides the message, with what stands beside each field on the company's site. */
export const formFields = {
  product: { ja: '商品・サービス名', en: 'Product or service' },
  rating: { ja: '満足度（1〜5）', en: 'Satisfaction (1–5)' },
  nps: { ja: '人にすすめたい度合い（0〜10）', en: 'Would you recommend us? (0–10)' },
  customer: { ja: 'お客様番号またはメールアドレス', en: 'Customer number or mail address' },
} as const;
export type FormField = keyof typeof formFields;
export const formWorks = ['off', 'light', 'strong'] as const;
export type FormWork = (typeof formWorks)[number];
const messageField = {
  name: 'message',
  kind: 'message',
  label: { ja: 'ご意見・お問い合わせ内容', en: 'Your message' },
  required: true,
};

export const emptyDraft: SourceDraft = {
  name: '',
  kind: 'form',
  channel: 'contact-form',
  origins: '',
  fields: ['product'],
  thanksJa: 'お送りいただき、ありがとうございました。',
  thanksEn: 'Thank you for your message.',
  work: 'off',
  url: '',
  sitemap: '',
  schedule: '60',
  profile: emptyProfile,
  social: emptySocial,
  bridge: emptyBridge,
  folder: '',
  reading: emptyReading,
  language: 'ja',
};

/** What the API is told to make. */
export function newSourceOf(draft: SourceDraft): NewSource {
  const { kind, channel } = draft;
  const base = { name: draft.name.trim(), kind, channel, schedule: null, secret: null };
  if (isPlatform(kind))
    return {
      ...base,
      settings: socialSettings(kind, draft.social),
      schedule: fetchedKinds.includes(kind) ? Number(draft.schedule) || null : null,
      secret: draft.social.secret.trim() || null,
    };
  if (isBridge(kind)) return { ...base, ...newBridge(draft.bridge) };
  if (kind === 'form') return { ...base, settings: formSettings(draft) };
  if (kind === 'review-page')
    return {
      ...base,
      settings: reviewSettings(draft.url, draft.profile, draft.sitemap),
      schedule: Number(draft.schedule) || null,
    };
  if (kind === 'social-feed')
    return { ...base, settings: { url: draft.url.trim() }, schedule: Number(draft.schedule) || null };
  if (kind === 'folder')
    return {
      ...base,
      settings: folderSettings({ folder: draft.folder.trim(), language: draft.language }, draft.reading),
    };
  return { ...base, settings: {} };
}

export const originsOf = (lines: string) =>
  lines
    .split(/[\s,]+/)
    .map((origin) => origin.trim().replace(/\/+$/, ''))
    .filter(Boolean);

const formSettings = (draft: SourceDraft) => ({
  ...changedForm(draft),
  fields: [messageField, ...draft.fields.map((name) => ({ name, kind: name, label: formFields[name] }))],
});

/** What can be changed of a form that is in use: other fields would make answers that do not go together. */
export const changedForm = ({ origins, thanksJa, thanksEn, work }: SourceDraft) => ({
  allowedOrigins: originsOf(origins),
  thanks: { ja: thanksJa, en: thanksEn },
  proofOfWork: work,
});

export function formDraftOf(settings: Source['settings']): SourceDraft {
  const { allowedOrigins, thanks, proofOfWork } = settings as {
    allowedOrigins?: string[] | null;
    thanks?: { ja: string; en: string } | null;
    proofOfWork?: FormWork;
  };
  return {
    ...emptyDraft,
    origins: (allowedOrigins ?? []).join('\n'),
    thanksJa: thanks?.ja ?? emptyDraft.thanksJa,
    thanksEn: thanks?.en ?? emptyDraft.thanksEn,
    work: proofOfWork ?? 'off',
  };
}

/** A profile travels only where something of it is filled in. */
export function reviewSettings(url: string, profile: ReviewProfile, sitemap = ''): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(profile).filter(([, selector]) => selector.trim() !== ''));
  return {
    ...(url.trim() && { url: url.trim() }),
    ...(sitemap.trim() && { sitemap: sitemap.trim() }),
    ...(Object.keys(filled).length > 0 && { profile: filled }),
  };
}

/** What a form shows of a source that is fetched from one address. */
export function fetchedDraftOf(
  { settings, schedule }: Pick<Source, 'settings' | 'schedule'>,
  kind: FetchedKind,
) {
  const { url, sitemap, profile } = settings as {
    url?: string;
    sitemap?: string | null;
    profile?: Partial<ReviewProfile> | null;
  };
  const known = profileFields.map((field) => [field, profile?.[field] ?? '']);
  return {
    ...emptyDraft,
    kind,
    url: url ?? '',
    sitemap: sitemap ?? '',
    schedule: String(schedule ?? ''),
    profile: Object.fromEntries(known) as ReviewProfile,
  };
}

/** The settings as edited; what the form does not show stays as it was. */
export function fetchedSettings(before: Source['settings'], draft: SourceDraft): Record<string, unknown> {
  const edited =
    draft.kind === 'review-page'
      ? reviewSettings(draft.url, draft.profile, draft.sitemap)
      : { url: draft.url.trim() };
  const emptied = ['profile', 'sitemap'].filter((name) => !(name in edited));
  const kept = Object.entries(before).filter(([name]) => !emptied.includes(name));
  return { ...Object.fromEntries(kept), ...edited };
}

export const embedSnippet = (origin: string, publicKey: string) =>
  `<script src="${origin}/forms/${publicKey}.js" async></script>`;
