import type { SourceKind } from '../api/types';

/** Kinds whose senders sign what they send in headers. */
export const signedKinds: SourceKind[] = ['webhook', 'survey-hook', 'line'];

/** Headers as somebody pastes them, `Name: value` a line; null where there is none. */
export function headersOf(lines: string): Record<string, string> | null {
  const headers = lines.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    return colon > 0 && value ? [[name, value] as const] : [];
  });
  return headers.length > 0 ? Object.fromEntries(headers) : null;
}
