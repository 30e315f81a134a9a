import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open, problem, serve } from '../test/render';
import { someSavedSearch } from '../test/samples';
import { SavedSearches } from './SavedSearches';

const preview = { days: 30, matches: 40, alerts: 12, last: [{ at: '2026-03-02T10:00:00+09:00', count: 3 }] };

describe('The saved searches of the search page', () => {
  it('are opened by name', async () => {
    serve({ 'GET /saved-searches': () => Response.json([someSavedSearch({ id: 4, name: '返品' })]) });
    const page = open(<SavedSearches />, { role: 'researcher', at: '/search?q=b' });
    await userEvent.click(await screen.findByRole('button', { name: '保存した検索' }));
    await userEvent.click(await screen.findByRole('button', { name: /返品/ }));
    expect(page.address()).toBe('/search?q=a&saved=4');
  });

  it('keep what the page shows, with the period that was chosen', async () => {
    let sent: unknown;
    serve({
      'GET /saved-searches': () => Response.json([]),
      'POST /saved-searches': (_, { body }) => {
        sent = JSON.parse(String(body));
        return Response.json(someSavedSearch({ id: 9, address: 'q=b' }), { status: 201 });
      },
    });
    const page = open(<SavedSearches />, { role: 'researcher', at: '/search?q=b&from=2025-01-01&at=40' });
    await userEvent.click(await screen.findByRole('button', { name: '保存した検索' }));
    await userEvent.click(await screen.findByRole('button', { name: 'この検索を保存…' }));
    const dialog = await screen.findByRole('dialog', { name: '検索を保存' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: /名前/ }), '苦情');
    await userEvent.click(within(dialog).getByRole('switch', { name: /全員に共有/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() => expect(page.address()).toBe('/search?q=b&saved=9'));
    expect(sent).toEqual({
      name: '苦情',
      note: null,
      query: 'q=b&from=2025-01-01',
      shared: true,
      alert: null,
    });
  });

  it('are overwritten in the version that was read', async () => {
    const versions: (string | undefined)[] = [];
    serve({
      'GET /saved-searches': () => Response.json([someSavedSearch({ id: 4, name: '返品', version: 3 })]),
      'PUT /saved-searches/4': (_, { headers }) => {
        versions.push((headers as Record<string, string>)['If-Match']);
        return problem(412, { title: 'ほかの人が先に変更しました。' });
      },
    });
    open(<SavedSearches />, { role: 'researcher', at: '/search?q=other&saved=4' });
    await userEvent.click(await screen.findByRole('button', { name: '保存した検索: 返品' }));
    await userEvent.click(await screen.findByRole('button', { name: '「返品」に上書き' }));
    await waitFor(() => expect(versions).toEqual(['"3"']));
  });

  it('of others are opened and copied, not changed', async () => {
    serve({
      'GET /saved-searches': () =>
        Response.json([
          someSavedSearch({ id: 4, name: '返品', owner: 'somebody', editable: false, shared: true }),
        ]),
    });
    open(<SavedSearches />, { role: 'researcher', at: '/search?q=other&saved=4' });
    await userEvent.click(await screen.findByRole('button', { name: '保存した検索: 返品' }));
    expect(await screen.findByRole('button', { name: '検索のリンクをコピー' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '「返品」に上書き' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'アラート…' })).toBeNull();
  });

  it('say how often an alert would have come before it is set', async () => {
    let tried: unknown;
    let sent: { alert: unknown } | undefined;
    serve({
      'GET /saved-searches': () =>
        Response.json([someSavedSearch({ id: 4, name: '返品', query: 'q=a&period=30d' })]),
      'POST /saved-searches/preview': (_, { body }) => {
        tried = JSON.parse(String(body));
        return Response.json(preview);
      },
      'PUT /saved-searches/4': (_, { body }) => {
        sent = JSON.parse(String(body)) as { alert: unknown };
        return Response.json(someSavedSearch({ id: 4 }));
      },
    });
    open(<SavedSearches />, { role: 'researcher', at: '/search?q=a&saved=4' });
    await userEvent.click(await screen.findByRole('button', { name: '保存した検索: 返品' }));
    await userEvent.click(await screen.findByRole('button', { name: 'アラート…' }));
    await userEvent.click(await screen.findByRole('radio', { name: '新しい一致' }));
    expect(await screen.findByText('12 回知らせていました')).toBeInTheDocument();
    expect(tried).toMatchObject({ query: 'q=a&period=30d', alert: { on: 'match', coolDownMinutes: 10 } });
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(sent?.alert).toMatchObject({ on: 'match', hub: true, webhooks: [] }));
  });
});
