import type { BridgeKind, NewSource, Source, SourceKind } from '../api/types';

/** Which service posts to a source, as chosen; empty for none. */
export interface BridgeDraft {
  provider: string;
  secret: string;
  /** What questions are called: `identifier = name`, one a line. */
  names: string;
  /** The question or hidden field that holds the customer; empty for the usual names. */
  customer: string;
  /** The one that holds the product. */
  product: string;
}

export const emptyBridge: BridgeDraft = { provider: '', secret: '', names: '', customer: '', product: '' };

/** The services of each kind, and whether a service makes the secret itself. */
export const providers: Record<BridgeKind, { value: string; name: string; givesSecret: boolean }[]> = {
  mail: [
    { value: 'sendgrid', name: 'SendGrid Inbound Parse', givesSecret: false },
    { value: 'mailgun', name: 'Mailgun Routes', givesSecret: true },
  ],
  'survey-hook': [
    { value: 'typeform', name: 'Typeform', givesSecret: false },
    { value: 'formbricks', name: 'Formbricks', givesSecret: true },
    { value: 'script', name: 'Google Apps Script', givesSecret: false },
  ],
};

export const isBridge = (kind: SourceKind): kind is BridgeKind => kind in providers;

export const providerOf = (kind: BridgeKind, name: unknown) =>
  providers[kind].find(({ value }) => value === name);

/** What of a new source is said by its service. */
export const newBridge = (draft: BridgeDraft): Pick<NewSource, 'settings' | 'secret'> => ({
  settings: bridgeSettings(draft),
  secret: draft.secret.trim() || null,
});

/** What a source is told of its service; what is left empty goes by the usual names. */
export function bridgeSettings({ provider, names, customer, product }: BridgeDraft): Record<string, unknown> {
  const named = namesOf(names);
  return {
    ...(provider && { provider }),
    ...(Object.keys(named).length > 0 && { names: named }),
    ...(customer.trim() && { customer: customer.trim() }),
    ...(product.trim() && { product: product.trim() }),
  };
}

/** What a form shows of a source that is there. */
export function bridgeDraftOf({ settings }: Pick<Source, 'settings'>): BridgeDraft {
  const { provider, names, customer, product } = settings as Partial<{
    provider: string;
    names: Record<string, string> | null;
    customer: string | null;
    product: string | null;
  }>;
  const lines = Object.entries(names ?? {}).map(([key, name]) => `${key} = ${name}`);
  return {
    ...emptyBridge,
    provider: provider ?? '',
    names: lines.join('\n'),
    customer: customer ?? '',
    product: product ?? '',
  };
}

export const namesOf = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines
      .split('\n')
      .map((line) => line.split('=').map((part) => part.trim()))
      .flatMap(([key, name]) => (key && name ? [[key, name]] : [])),
  );

/** Where a service posts to; null where none does. */
export const bridgeAddress = (origin: string, { kind, publicKey }: Pick<Source, 'kind' | 'publicKey'>) =>
  isBridge(kind) && publicKey ? `${origin}/hooks/${kind}/${publicKey}` : null;

/** The address with its secret, for services that sign nothing; null for others. */
export function registeredAddress(
  origin: string,
  source: Pick<Source, 'kind' | 'publicKey' | 'settings'>,
  secret: string,
) {
  const address = bridgeAddress(origin, source);
  return address && source.settings.provider === 'sendgrid' ? `${address}?secret=${secret}` : null;
}
