/** What the server answers instead of a result (RFC 9457), or what stands in for it when the server cannot be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly errors: Record<string, string[]>;
  readonly body: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: Record<string, unknown> = {}, retryAfterSeconds?: number) {
    const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '');
    super([text('title'), text('detail')].filter(Boolean).join(' ') || `HTTP ${status}`);
    this.status = status;
    this.code = text('code') || undefined;
    this.errors = (body.errors ?? {}) as Record<string, string[]>;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** True where the same request may succeed later without a change. */
  get isTemporary() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export const offline = () => new Problem(0);

/** Every message of a failure in reading order: the general one, then one a field. */
export function messagesOf(error: unknown): string[] {
  if (!(error instanceof Problem)) return [error instanceof Error ? error.message : String(error)];
  const fields = Object.values(error.errors).flat();
  return fields.length > 0 ? fields : [error.message];
}
