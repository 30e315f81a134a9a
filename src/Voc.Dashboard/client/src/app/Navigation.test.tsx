import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { open, serve } from '../test/render';
import { someIssues } from '../test/samples';
import { Navigation } from './Navigation';

vi.mock('../notes/NoteOutbox', () => ({ useOutbox: () => ({ kept: [] }) }));

test('sources that should bring feedback and cannot are told in the menu', async () => {
  serve({
    'GET /issues': () => Response.json(someIssues([])),
    'GET /sources': () =>
      Response.json([
        { enabled: true, lastError: 'ページの作りが変わった可能性があります。' },
        { enabled: false, lastError: '止めたソースは数えません。' },
        { enabled: true, lastError: null },
      ]),
  });
  open(<Navigation />);
  expect(await screen.findByLabelText('取得に失敗しているソース 1 件')).toHaveTextContent('1');
});

test('whoever may not open the sources is not told of them', async () => {
  const asked = serve({ 'GET /issues': () => Response.json(someIssues([])) });
  open(<Navigation />, { role: 'support' });
  expect(await screen.findByRole('link', { name: '課題' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'ソース' })).toBeNull();
  expect(asked.filter((path) => path.includes('sources'))).toEqual([]);
});
