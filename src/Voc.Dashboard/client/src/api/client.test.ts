import { afterEach, describe, expect, it, vi } from 'vitest';
import '../i18n';
import { api, whenSignedOut, withQuery } from './client';
import { Problem } from './problem';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body === undefined ? null : JSON.stringify(body), { status, headers })),
  );

afterEach(() => vi.unstubAllGlobals());

describe('The API client', () => {
  it('leaves out empty parameters and repeats the ones with several values', () => {
    expect(withQuery('/search', { q: '', channel: ['survey', 'review'], limit: 20, from: undefined })).toBe(
      '/search?channel=survey&channel=review&limit=20',
    );
  });

  it('asks in the language of the page and sends JSON', async () => {
    answer(200, { id: 1 });
    await api.post('/notes', { text: 'あ' });
    const [path, init] = vi.mocked(fetch).mock.calls[0]!;
    expect(path).toBe('/api/v1/notes');
    expect(init?.headers).toMatchObject({ 'Accept-Language': 'ja', 'Content-Type': 'application/json' });
    expect(init?.body).toBe('{"text":"あ"}');
  });

  it('throws the problem the server described, field by field', async () => {
    answer(400, {
      title: '不正な検索式',
      code: 'query',
      position: 4,
      errors: { q: ['閉じ引用符がありません'] },
    });
    const problem = await api.get('/search').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 400, code: 'query', errors: { q: ['閉じ引用符がありません'] } });
    expect((problem as Problem).body.position).toBe(4);
    expect((problem as Problem).isTemporary).toBe(false);
  });

  it('tells an unreachable server from a refusal and passes on how long to wait', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
    await expect(api.get('/issues')).rejects.toMatchObject({ status: 0, isTemporary: true });
    answer(503, { title: '混雑' }, { 'Retry-After': '7' });
    await expect(api.get('/issues')).rejects.toMatchObject({
      status: 503,
      retryAfterSeconds: 7,
      isTemporary: true,
    });
  });

  it('reports a lost session once the server answers 401, but not for a wrong password', async () => {
    const signedOut = vi.fn();
    whenSignedOut(signedOut);
    answer(401, { title: 'x' });
    await expect(api.post('/session', {})).rejects.toMatchObject({ status: 401 });
    expect(signedOut).not.toHaveBeenCalled();
    await expect(api.get('/issues')).rejects.toMatchObject({ status: 401 });
    expect(signedOut).toHaveBeenCalledOnce();
  });
});
