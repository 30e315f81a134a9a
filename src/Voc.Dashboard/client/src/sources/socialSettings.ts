import type { PlatformKind } from '../api/types';

/** What a platform is asked for, as typed. */
export interface SocialDraft {
  /** One word, hashtag or group of words a line. */
  words: string;
  exclude: string;
  language: string;
  /** Address of the server; empty for the platform's usual one. */
  address: string;
  account: string;
  /** Addresses of videos, one a line. */
  videos: string;
  channelId: string;
  isStreamed: boolean;
  keepLinks: boolean;
  secret: string;
}

export const emptySocial: SocialDraft = {
  words: '',
  exclude: '',
  language: 'ja',
  address: '',
  account: '',
  videos: '',
  channelId: '',
  isStreamed: false,
  keepLinks: false,
  secret: '',
};

/** Which fields a platform has besides words, excluded words, language and secret. */
export const platformFields: Record<
  PlatformKind,
  ('address' | 'account' | 'videos' | 'channelId' | 'stream' | 'links')[]
> = {
  bluesky: ['account', 'stream', 'links'],
  mastodon: ['address', 'stream', 'links'],
  x: [],
  youtube: ['videos', 'channelId'],
  line: [],
};

/** Whether a platform gives nothing without its secret. */
export const needsSecret: Record<PlatformKind, boolean> = {
  bluesky: false,
  mastodon: false,
  x: true,
  youtube: true,
  line: true,
};

/** Whether a platform gives nothing without words. */
export const needsWords: Record<PlatformKind, boolean> = {
  bluesky: true,
  mastodon: true,
  x: true,
  youtube: false,
  line: false,
};

export const linesOf = (text: string) =>
  text
    .split(/[\n,、]+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The settings as the API takes them: only what the platform has and what was filled in. */
export function socialSettings(kind: PlatformKind, draft: SocialDraft): Record<string, unknown> {
  const has = (field: (typeof platformFields)[PlatformKind][number]) => platformFields[kind].includes(field);
  const given = (name: string, value: string) => (value.trim() ? { [name]: value.trim() } : {});
  return {
    words: linesOf(draft.words),
    ...(linesOf(draft.exclude).length > 0 && { exclude: linesOf(draft.exclude) }),
    ...given('language', draft.language),
    ...(has('address') && given('address', draft.address)),
    ...(has('account') && given('account', draft.account)),
    ...(has('videos') && { videos: linesOf(draft.videos) }),
    ...(has('channelId') && given('channelId', draft.channelId)),
    ...(has('stream') && draft.isStreamed && { stream: true }),
    ...(has('links') && draft.keepLinks && { keepLinks: true }),
  };
}

/** A draft of settings that are in use; the secret is not told. */
export function socialDraftOf(settings: Record<string, unknown>): SocialDraft {
  const text = (name: string) => (typeof settings[name] === 'string' ? settings[name] : '');
  const lines = (name: string) =>
    Array.isArray(settings[name])
      ? settings[name].filter((item): item is string => typeof item === 'string').join('\n')
      : '';
  return {
    words: lines('words'),
    exclude: lines('exclude'),
    language: text('language'),
    address: text('address'),
    account: text('account'),
    videos: lines('videos'),
    channelId: text('channelId'),
    isStreamed: settings.stream === true,
    keepLinks: settings.keepLinks === true,
    secret: '',
  };
}
