import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open, problem, serve } from '../test/render';
import { MaskingSettings } from './MaskingSettings';
import { Original } from './Original';

const status = (change: object) => () =>
  Response.json({
    allowed: [],
    run: null,
    sources: [{ id: 3, name: 'お問い合わせ', keepOriginals: true, originals: 12 }],
    ...change,
  });
const nobody = () => Response.json([]);

describe('The settings of masking', () => {
  it('allow an expression with a note', async () => {
    let sent: unknown;
    serve({
      'GET /masking': status({}),
      'GET /masking/accesses': nobody,
      'POST /masking/allowed': (_, { body }) => {
        sent = JSON.parse(String(body));
        return Response.json({}, { status: 201 });
      },
    });
    open(<MaskingSettings />);
    await userEvent.type(await screen.findByRole('textbox', { name: '表現' }), '03-1234-5678');
    await userEvent.type(screen.getByRole('textbox', { name: 'メモ（任意）' }), '代表');
    await userEvent.click(screen.getByRole('button', { name: '追加する' }));
    await waitFor(() => expect(sent).toEqual({ text: '03-1234-5678', note: '代表' }));
  });

  it('show how far masking again is, and stop it', async () => {
    let stopped = false;
    const run = {
      state: 'running',
      done: 500,
      total: 2000,
      changed: 7,
      by: 'admin',
      startedAt: '2026-03-02T10:00:00+09:00',
      finishedAt: null,
    };
    serve({
      'GET /masking': status({ run }),
      'GET /masking/accesses': nobody,
      'POST /masking/run/cancel': () => {
        stopped = true;
        return Response.json({ ...run, state: 'cancelled' });
      },
    });
    open(<MaskingSettings />);
    expect(await screen.findByText('2,000 件中 500 件を確認、7 件を変更')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    await userEvent.click(screen.getByRole('button', { name: '中止する' }));
    await waitFor(() => expect(stopped).toBe(true));
  });

  it('ask before originals are deleted', async () => {
    let sent: unknown;
    serve({
      'GET /masking': status({}),
      'GET /masking/accesses': nobody,
      'PUT /masking/sources/3': (_, { body }) => {
        sent = JSON.parse(String(body));
        return new Response(null, { status: 204 });
      },
    });
    open(<MaskingSettings />);
    await userEvent.click(await screen.findByRole('switch', { name: '「お問い合わせ」の原文を保管する' }));
    expect(
      await screen.findByText('「お問い合わせ」の原文 12 件を消します。元に戻せません。'),
    ).toBeInTheDocument();
    expect(sent).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: '原文を消す' }));
    await waitFor(() => expect(sent).toEqual({ keep: false }));
  });
});

describe('An original', () => {
  it('is shown for a reason, and why not is said', async () => {
    let answers = 0;
    serve({
      'POST /feedback/9/original': () =>
        answers++ === 0
          ? problem(409, { title: '原文の鍵が見つかりません。' })
          : Response.json({ text: '山田太郎です' }),
    });
    open(<Original id={9} />);
    await userEvent.type(await screen.findByRole('textbox', { name: '理由' }), '開示請求のため');
    await userEvent.click(screen.getByRole('button', { name: '原文を読む' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('原文の鍵が見つかりません。');
    await userEvent.click(screen.getByRole('button', { name: '原文を読む' }));
    expect(await screen.findByText('山田太郎です')).toBeInTheDocument();
  });
});
