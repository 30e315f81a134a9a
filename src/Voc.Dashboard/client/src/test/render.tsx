import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import type { Role } from '../api/types';
import '../i18n';
import { SessionContext } from '../session/useSession';

export const sessionOf = (role: Role) => ({
  user: { userName: role, displayName: '担当', roles: [role] },
  demo: null,
  company: { name: '会社', timeZone: 'Asia/Tokyo' },
});

/** Shows a page as it stands in the application, for a person with a role, at an address. */
export function open(page: ReactNode, { role = 'product' as Role, at = '/' } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [at] });
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <SessionContext value={sessionOf(role)}>
          <RouterProvider router={router} />
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, client, address: () => router.state.location.pathname + router.state.location.search };
}

type Reply = (url: URL, init: RequestInit) => Response | Promise<Response>;

/** The server's end: what it answers by method and path; anything else fails the test. */
export function serve(replies: Record<string, Reply>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const url = new URL(path, 'http://voc.test');
    const key = `${init.method ?? 'GET'} ${url.pathname.replace('/api/v1', '')}`;
    asked.push(key + url.search);
    const reply = replies[key];
    if (!reply) throw new Error(`Nobody answers ${key}.`);
    return reply(url, init);
  });
  return asked;
}

export const problem = (status: number, body: Record<string, unknown>) =>
  Response.json({ status, ...body }, { status, headers: { 'Content-Type': 'application/problem+json' } });
