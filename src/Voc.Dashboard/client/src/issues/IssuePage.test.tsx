import { act, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test, vi } from 'vitest';
import { open, serve } from '../test/render';
import { someIssueDetail } from '../test/samples';
import { Component as IssuePage } from './IssuePage';

/** A window that can be made wider and narrower. */
function resizable() {
  const listeners = new Map<(event: { matches: boolean }) => void, string>();
  let isWide = false;
  const matches = (media: string) => isWide && media.includes('min-width');
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: matches(media),
    addEventListener: (_: string, listener: (event: { matches: boolean }) => void) =>
      listeners.set(listener, media),
    removeEventListener: (_: string, listener: (event: { matches: boolean }) => void) =>
      listeners.delete(listener),
  }));
  return (wide: boolean) =>
    act(() => {
      isWide = wide;
      listeners.forEach((media, listener) => listener({ matches: matches(media) }));
    });
}

test('what can be done stands once, however often the window gets wider and narrower', async () => {
  const resize = resizable();
  serve({
    'GET /issues/7': () => Response.json(someIssueDetail(7, { kind: 'silence' })),
    'GET /issues': () => Response.json({ items: [], total: 0, products: [] }),
    'GET /issues/assignees': () => Response.json([]),
  });
  open(
    <Routes>
      <Route path="/issues/:id" element={<IssuePage />} />
    </Routes>,
    { at: '/issues/7' },
  );
  expect(await screen.findAllByLabelText('コメント')).toHaveLength(1);
  for (const wide of [true, false, true]) {
    resize(wide);
    expect(await screen.findAllByLabelText('コメント')).toHaveLength(1);
  }
});
