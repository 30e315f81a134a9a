import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { open, serve } from '../test/render';
import { SlicePanel } from './SlicePanel';

const seen = [
  { field: 'region', values: 8, reports: 900, use: 'used' },
  { field: 'segment', values: 3, reports: 500, use: 'spare' },
  { field: 'order', values: 0, reports: 60, use: 'many' },
];

afterEach(() => vi.unstubAllGlobals());

describe('Where issues are looked for', () => {
  it('is chosen by the detector until one chooses fields', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    serve({
      'GET /detection/slices': () => Response.json({ chosen: null, seen, changes: [] }),
      'PUT /detection/slices': (_, init) => {
        sent = JSON.parse(init.body as string);
        return Response.json({ chosen: ['region', 'segment'], seen, changes: [] });
      },
    });
    open(<SlicePanel />);
    expect(await screen.findByText('8 種類の値ごとに調べています')).toBeInTheDocument();
    expect(screen.getByText('値の種類が多すぎるため使いません')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: '地域' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();

    await user.click(screen.getByRole('switch'));
    await user.click(screen.getByRole('checkbox', { name: '顧客区分' }));
    await user.click(screen.getByRole('button', { name: '保存' }));

    await waitFor(() => expect(sent).toEqual({ fields: ['region', 'segment'] }));
  });
});
