import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { open, problem, serve } from '../test/render';
import { ExportButton } from './ExportButton';

const columns = () =>
  Response.json([
    { id: 'id', name: 'ID', usual: true },
    { id: 'text', name: '本文', usual: true },
    { id: 'score:nps', name: 'nps', usual: false },
  ]);
const job = {
  id: 5,
  owner: 'product',
  search: 'q=配送',
  format: 'csv',
  encoding: 'cp932',
  state: 'running',
  written: 40,
  total: 120,
  bytes: null,
  replacedCharacters: 0,
  cutCells: 0,
  createdAt: '2026-04-01T00:00:00Z',
  finishedAt: null,
  expiresAt: null,
  error: null,
};

afterEach(() => vi.unstubAllGlobals());

describe('The export dialog', () => {
  it('asks for the whole result in the form that was chosen, and shows how far it is', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    const jobs: unknown[] = [];
    serve({
      'GET /exports/columns': columns,
      'GET /exports': () => Response.json(jobs),
      'POST /exports': (_, init) => {
        sent = JSON.parse(init.body as string);
        jobs.push(job);
        return Response.json(job, { status: 202 });
      },
    });
    open(<ExportButton search="q=配送" total={1203} />);
    await user.click(screen.getByRole('button', { name: '書き出し' }));
    expect(await screen.findByText('検索結果 1,203 件をすべて書き出します。')).toBeInTheDocument();
    await user.click(screen.getByText('Shift_JIS（CP932）'));
    await waitFor(() => expect(screen.getByRole('button', { name: '書き出す' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: '書き出す' }));
    await waitFor(() =>
      expect(sent).toEqual({
        search: 'q=配送',
        format: 'csv',
        encoding: 'cp932',
        columns: ['id', 'text'],
        cover: true,
      }),
    );
    const row = within(await screen.findByRole('article', { name: '書き出し 5' }));
    expect(row.getByText('40 / 120 件')).toBeInTheDocument();
    expect(row.getByRole('button', { name: '中止' })).toBeInTheDocument();
  });

  it('offers the file of a finished export and tells what it could not hold', async () => {
    const user = userEvent.setup();
    serve({
      'GET /exports/columns': columns,
      'GET /exports': () =>
        Response.json([{ ...job, state: 'done', written: 120, bytes: 2048, replacedCharacters: 3 }]),
    });
    open(<ExportButton search="" total={null} />);
    await user.click(screen.getByRole('button', { name: '書き出し' }));
    expect(await screen.findByRole('link', { name: 'ダウンロード' })).toHaveAttribute(
      'href',
      '/api/v1/exports/5/file',
    );
    expect(screen.getByText('CP932 にない 3 文字を「〓」にしました。')).toBeInTheDocument();
  });

  it('says why an export cannot begin', async () => {
    const user = userEvent.setup();
    serve({
      'GET /exports/columns': columns,
      'GET /exports': () => Response.json([]),
      'POST /exports': () => problem(400, { errors: { columns: ['列「色」はありません。'] } }),
    });
    open(<ExportButton search="" total={2} />);
    await user.click(screen.getByRole('button', { name: '書き出し' }));
    await waitFor(() => expect(screen.getByRole('button', { name: '書き出す' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: '書き出す' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('列「色」はありません。');
  });
});
