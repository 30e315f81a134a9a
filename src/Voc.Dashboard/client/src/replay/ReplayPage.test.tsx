import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Replay, ReplayDetail, SettingOutcome } from '../api/types';
import { open, problem, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { Component as ReplayPage } from './ReplayPage';

const someOutcome = (falseAlarmsPerYear: number, change: Partial<SettingOutcome> = {}): SettingOutcome => ({
  falseAlarmsPerYear,
  alarms: 3,
  real: 2,
  found: 1,
  medianDays: -2,
  muted: 1,
  notJudged: 0,
  unseen: 1,
  falseAlarms: { counts: [1, 0, 2], years: 3, perYear: 1, low: 0.2, high: 2.9 },
  ...change,
});

const someReplay = (change: Partial<Replay> = {}): Replay => ({
  id: 5,
  owner: 'product',
  from: '2026-01-01',
  to: '2026-03-31',
  falseAlarmsPerYear: 4,
  copies: 3,
  curve: true,
  state: 'done',
  createdAt: '2026-04-01T00:00:00Z',
  startedAt: '2026-04-01T00:00:00Z',
  finishedAt: '2026-04-01T00:01:00Z',
  error: null,
  progress: null,
  outcome: someOutcome(4),
  ...change,
});

const someDetail = (replay: Replay): ReplayDetail => ({
  replay,
  result: replay.outcome && {
    feedback: 1234,
    learnedFrom: '2025-01-01',
    settings: [someOutcome(2, { found: 0, medianDays: null, falseAlarms: null }), replay.outcome],
    alarms: [
      {
        number: 7,
        detectedAt: '2026-02-03T01:00:00Z',
        title: '炊飯器：「蓋が閉まらない」の報告が増加',
        titleEn: 'Rice cooker: lid',
        product: '炊飯器',
        slice: { field: 'region', value: '大阪府' },
        polarity: 'negative',
        terms: ['蓋'],
        count: 6,
        expected: 0.5,
        windowDays: 7,
        pValue: 1e-7,
        severity: 'high',
        feedbackIds: [1, 2],
        reports: 9,
        issue: {
          id: 31,
          title: '炊飯器の蓋',
          titleEn: 'Lid',
          state: 'fixed',
          judgement: 'real',
          days: -2,
          shared: 5,
        },
      },
    ],
    real: [
      {
        id: 32,
        title: '配送の遅れ',
        titleEn: 'Delivery',
        product: null,
        state: 'acknowledged',
        detectedAt: '2026-02-20T00:00:00Z',
        foundAt: null,
        days: null,
      },
    ],
  },
});

const archive = { from: '2025-11-01', to: '2026-03-31' };
const setting = (falseAlarmsPerYear: number) => ({
  falseAlarmsPerYear,
  inUse: falseAlarmsPerYear,
  configured: 4,
  changes: [],
});

function serveReplays(replays: Replay[], more: Parameters<typeof serve>[0] = {}) {
  return serve({
    'GET /replays': () => Response.json({ items: replays, archive, falseAlarmsPerYear: 4 }),
    'GET /detection': () => Response.json(setting(4)),
    ...Object.fromEntries(
      replays.map((replay) => [`GET /replays/${replay.id}`, () => Response.json(someDetail(replay))]),
    ),
    ...more,
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('The replay page', () => {
  it('starts a replay of the chosen period and setting and shows how far it is', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    const replays: Replay[] = [];
    const running = someReplay({
      state: 'running',
      outcome: null,
      progress: {
        share: 0.25,
        secondsLeft: 180,
        falseAlarmsPerYear: 4,
        copy: 2,
        day: '2026-02-01',
        alarms: 0,
      },
    });
    serveReplays(replays, {
      'POST /replays': (_, init) => {
        sent = JSON.parse(init.body as string);
        replays.push(running);
        return Response.json(running, { status: 202 });
      },
      'GET /replays/5': () => Response.json(someDetail(running)),
    });
    open(<ReplayPage />);
    expect(await screen.findByLabelText(/最初の日/)).toHaveValue('2025-11-01');
    await user.clear(screen.getByLabelText(/許容する誤報/));
    await user.type(screen.getByLabelText(/許容する誤報/), '8');
    await user.click(screen.getByRole('button', { name: '開始' }));
    await waitFor(() =>
      expect(sent).toEqual({
        from: '2025-11-01',
        to: '2026-03-31',
        falseAlarmsPerYear: 8,
        copies: 3,
        curve: true,
      }),
    );
    expect(await screen.findByText(/複製 2 を 2026年2月1日 まで再生/)).toBeInTheDocument();
    expect(screen.getByText(/残り約 3 分/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '中止' })).toBeInTheDocument();
  });

  it('shows alarms beside the issues people found, and what the setting missed', async () => {
    const user = userEvent.setup();
    serveReplays([someReplay()], {
      'GET /replays/5/alarms/7': () =>
        Response.json({ quotes: [someFeedback(1, { text: '蓋が閉まりません' })] }),
    });
    open(<ReplayPage />);
    const alarms = within(await screen.findByRole('list', { name: 'アラーム' }));
    expect(alarms.getByText('炊飯器：「蓋が閉まらない」の報告が増加')).toBeInTheDocument();
    expect(alarms.getByText('炊飯器 ・ 地域：大阪府')).toBeInTheDocument();
    expect(alarms.getByText('2 日早い')).toBeInTheDocument();
    expect(alarms.getByRole('link', { name: '炊飯器の蓋' })).toHaveAttribute('href', '/issues/31');
    const link = alarms.getByRole('link', { name: 'アーカイブで探す' }).getAttribute('href')!;
    expect(Object.fromEntries(new URLSearchParams(link.split('?')[1]))).toEqual({
      q: '蓋',
      to: '2026-02-03',
      product: '炊飯器',
      attribute: 'region=大阪府',
    });
    await user.click(alarms.getByRole('button', { name: '声を見る' }));
    expect(await screen.findByText('蓋が閉まりません')).toBeInTheDocument();
    const real = within(screen.getByRole('list', { name: '実際の課題' }));
    expect(real.getByText('見逃し')).toBeInTheDocument();
    expect(screen.getByText('95% 区間 0.2〜2.9')).toBeInTheDocument();
  });

  it('makes a setting of the curve the one that is in force', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    let now = 4;
    serveReplays([someReplay()], {
      'GET /detection': () => Response.json(setting(now)),
      'PUT /detection': (_, init) => {
        sent = JSON.parse(init.body as string);
        now = 2;
        return Response.json(setting(now));
      },
    });
    open(<ReplayPage />);
    const table = within(await screen.findByRole('table', { name: '設定を選ぶ' }));
    await user.click(await table.findByRole('button', { name: 'この設定にする' }));
    await waitFor(() => expect(sent).toEqual({ falseAlarmsPerYear: 2, replay: 5 }));
    const row = within(table.getByRole('row', { name: /^2 / }));
    expect(await row.findByText('現在の設定')).toBeInTheDocument();
  });

  it('sets the false alarms of a week without a replay, and says what detection goes on at meanwhile', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    serveReplays([], {
      'PUT /detection': (_, init) => {
        sent = JSON.parse(init.body as string);
        return Response.json({ ...setting(26), inUse: 4 });
      },
    });
    open(<ReplayPage />);
    await user.click(await screen.findByRole('button', { name: '変える' }));
    await user.click(screen.getByRole('radio', { name: '1 週に' }));
    await user.clear(screen.getByLabelText(/誤報の許容数/));
    await user.type(screen.getByLabelText(/誤報の許容数/), '0.5');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(sent).toEqual({ falseAlarmsPerYear: 26, replay: null }));
    expect(await screen.findByText(/それまでは年 4 件で判定を続けます/)).toBeInTheDocument();
    expect(screen.getByText(/週におよそ 0.5 件/)).toBeInTheDocument();
  });

  it('says that a restart interrupted a replay and runs it again', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    serveReplays([someReplay({ state: 'interrupted', outcome: null })], {
      'POST /replays': (_, init) => {
        sent = JSON.parse(init.body as string);
        return Response.json(someReplay({ id: 6, state: 'queued' }), { status: 202 });
      },
    });
    open(<ReplayPage />);
    expect(await screen.findByText(/サービスが止まったため/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'もう一度実行' }));
    await waitFor(() =>
      expect(sent).toMatchObject({ from: '2026-01-01', to: '2026-03-31', copies: 3, curve: true }),
    );
  });

  it('says why a replay cannot begin, and lets nobody end those of others', async () => {
    const user = userEvent.setup();
    serveReplays([someReplay({ owner: 'somebody' })], {
      'POST /replays': () => problem(409, { title: 'あなたのリプレイがまだ実行中です。' }),
    });
    open(<ReplayPage />);
    await user.click(await screen.findByRole('button', { name: '開始' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('あなたのリプレイがまだ実行中です。');
    expect(await screen.findByRole('button', { name: 'もう一度実行' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '削除' })).not.toBeInTheDocument();
  });
});
