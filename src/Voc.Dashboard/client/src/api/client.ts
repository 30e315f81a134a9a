import i18n from 'i18next';
import { Problem, offline } from './problem';

type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

/** Called when the server no longer knows who is asking. */
let onSignedOut = () => {};
export const whenSignedOut = (action: () => void) => {
  onSignedOut = action;
};

export function withQuery(path: string, query: Query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

interface Options {
  signal?: AbortSignal;
  /** The version a change is meant for; the server refuses it where somebody else was faster. */
  version?: number;
}

async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  { signal, version }: Options = {},
): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': i18n.language || 'ja',
  };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offline();
  }
  if (!response.ok) throw await problemOf(response, path);
  return (response.status === 204 ? undefined : await readJson(response)) as T;
}

async function problemOf(response: Response, path: string) {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const body = await response.json().catch(() => ({}));
  if (response.status === 401 && path !== '/session') onSignedOut();
  return new Problem(response.status, (body ?? {}) as Record<string, unknown>, retryAfter);
}

async function readJson(response: Response) {
  const text = await response.text();
  return text ? (JSON.parse(text) as unknown) : undefined;
}

/** The HTTP API under /api/v1; failures are thrown as {@link Problem}. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    request<T>('GET', withQuery(path, query), undefined, { signal }),
  post: <T>(path: string, body?: unknown, signal?: AbortSignal) => request<T>('POST', path, body, { signal }),
  put: <T>(path: string, body?: unknown, version?: number) => request<T>('PUT', path, body, { version }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, body),
  delete: <T>(path: string, version?: number) => request<T>('DELETE', path, undefined, { version }),
};
