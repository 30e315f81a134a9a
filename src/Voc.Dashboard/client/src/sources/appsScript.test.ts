import { describe, expect, it } from 'vitest';
import { appsScript } from './appsScript';

interface Sent {
  address: string;
  payload: string;
  headers: Record<string, string>;
}

/** A form of Google as far as the script uses it; a fetch fails while the service is away. */
class Form {
  readonly sent: Sent[] = [];
  readonly signed: string[] = [];
  readonly kept = new Map<string, string>();
  readonly statuses = new Map<string, number>();
  isAway = false;

  constructor(private readonly responses: { id: string; at: string; answer: unknown }[]) {}

  run() {
    const names = ['LockService', 'PropertiesService', 'FormApp', 'UrlFetchApp', 'Utilities'];
    const main = new Function(
      ...names,
      `${appsScript('https://voc.example/hooks/survey-hook/k')}; onAnswer();`,
    );
    main(
      { getScriptLock: () => ({ waitLock: () => undefined, releaseLock: () => undefined }) },
      {
        getScriptProperties: () => ({
          getProperty: (name: string) => this.kept.get(name) ?? null,
          setProperty: (name: string, value: string) => this.kept.set(name, value),
        }),
      },
      { getActiveForm: () => ({ getResponses: (since: Date) => this.since(since) }) },
      {
        fetch: (address: string, { payload, headers }: Omit<Sent, 'address'>) => {
          if (this.isAway) throw new Error('Address unavailable');
          const status = this.statuses.get((JSON.parse(payload) as { id: string }).id) ?? 202;
          if (status === 202) this.sent.push({ address, payload, headers });
          return { getResponseCode: () => status, getContentText: () => '' };
        },
      },
      {
        Charset: { UTF_8: 'UTF-8' },
        computeHmacSha256Signature: (value: string) => {
          this.signed.push(value);
          return [-1, 0, 16]; // Bytes have a sign there.
        },
      },
    );
  }

  private since(date: Date) {
    return this.responses
      .filter(({ at }) => new Date(at) >= date)
      .map(({ id, at, answer }) => ({
        getId: () => id,
        getTimestamp: () => new Date(at),
        getItemResponses: () => [
          {
            getItem: () => ({ getId: () => 7, getTitle: () => 'ご意見', getType: () => 'PARAGRAPH_TEXT' }),
            getResponse: () => answer,
          },
        ],
      }));
  }
}

const answers = [
  { id: 'r1', at: '2026-04-01T00:00:00.000Z', answer: '味が薄い' },
  { id: 'r2', at: '2026-04-02T00:00:00.000Z', answer: '量が多い' },
];

describe('The script for a Google form', () => {
  it('sends every answer with its questions and signs the very bytes it sends', () => {
    const form = new Form(answers);
    form.run();
    expect(form.sent.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
      {
        id: 'r1',
        submittedAt: '2026-04-01T00:00:00.000Z',
        answers: [{ id: '7', title: 'ご意見', type: 'PARAGRAPH_TEXT', value: '味が薄い' }],
      },
      expect.objectContaining({ id: 'r2' }),
    ]);
    const [{ address, payload, headers }] = form.sent as [Sent];
    expect(address).toBe('https://voc.example/hooks/survey-hook/k');
    expect(form.signed[0]).toBe(`${headers['X-Voc-Timestamp']}.${payload}`);
    expect(headers['X-Voc-Signature']).toBe('sha256=ff0010');
  });

  it.each([400, 413])('passes over what is answered by %i, which can never go in', (status) => {
    const form = new Form(answers);
    form.statuses.set('r1', status);
    form.run();
    expect(form.sent).toHaveLength(1);
    expect(form.sent[0]!.payload).toContain('"r2"');
  });

  it.each([401, 403, 503])('waits with what is answered by %i', (status) => {
    const form = new Form(answers);
    form.statuses.set('r1', status);
    expect(() => form.run()).toThrow(String(status));
    expect(form.sent).toEqual([]);
  });

  it('sends what came while the service was away with the next answer, and only what is new', () => {
    const form = new Form(answers);
    form.isAway = true;
    expect(() => form.run()).toThrow('Address unavailable');
    form.isAway = false;
    form.run();
    form.run();
    expect(form.sent.map(({ payload }) => (JSON.parse(payload) as { id: string }).id)).toEqual([
      'r1',
      'r2',
      'r2',
    ]);
  });
});
