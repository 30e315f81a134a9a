import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { AlertRule, RuleInput } from '../api/types';
import { open, problem, serve } from '../test/render';
import { Component as AlertRulesPage } from './AlertRulesPage';

const channel = {
  id: 7,
  name: '品質チーム',
  url: 'https://hooks.example.com/…',
  kind: 'slack',
  language: 'ja',
  enabled: true,
  waiting: 0,
  failed: 0,
  last: null,
  createdAt: '2026-04-01T00:00:00Z',
  createdBy: 'a',
  changedAt: '2026-04-01T00:00:00Z',
  changedBy: 'a',
  version: 1,
};

const rule = (id: number, name: string, part: Partial<AlertRule> = {}): AlertRule => ({
  id,
  name,
  enabled: true,
  channel: 7,
  when: { products: [], topics: [], severity: 'high', polarity: null, events: ['new', 'grew'] },
  timing: { pace: 'immediate', hour: 9, weekday: 'mon', quiet: [], criticalThrough: true },
  held: 0,
  nextAt: null,
  changedAt: '2026-04-01T00:00:00Z',
  changedBy: 'a',
  version: 3,
  ...part,
});

function server(rules: AlertRule[] = [rule(1, 'すぐに'), rule(2, '毎朝')], channels = [channel]) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const note = (path: string, init: RequestInit) => {
    sent.push({ method: init.method!, path, body: JSON.parse(String(init.body)) });
    return sent.at(-1)!.body;
  };
  serve({
    'GET /alert-rules': () => Response.json(rules),
    'GET /webhooks': () => Response.json(channels),
    'GET /topics': () => Response.json([{ id: 'login', name: 'ログイン', parent: null }]),
    'GET /search': () => Response.json({ facets: { product: [{ value: 'アプリ', count: 3 }] } }),
    'POST /alert-rules/preview': () =>
      Response.json({
        days: 30,
        messages: 4,
        issues: [
          {
            id: 12,
            title: 'アプリ：「落ちる」の報告が増加',
            titleEn: '',
            severity: 'high',
            product: 'アプリ',
            told: [{ event: 'new', at: '2026-04-01T14:00:00Z', sentAt: '2026-04-01T23:00:00Z' }],
          },
        ],
      }),
    'PUT /alert-rules/order': (_, init) => {
      note('order', init);
      return Response.json(rules);
    },
    'PUT /alert-rules/1': (_, init) => {
      note('1', init);
      return Response.json(rules[0]);
    },
    'POST /alert-rules': (_, init) => {
      const { name } = note('', init) as RuleInput;
      return name === '毎朝'
        ? problem(400, { title: '', errors: { name: ['別の名前を付けてください。'] } })
        : Response.json(rule(3, name), { status: 201 });
    },
  });
  return sent;
}

describe('The rules of alerts', () => {
  it('stand in their order, which is changed a place at a time', async () => {
    const sent = server();
    open(<AlertRulesPage />);

    const first = await screen.findByRole('article', { name: 'すぐに' });
    expect(within(first).getByText('重大以上 ・ 新しい課題, 拡大 ・ すぐに')).toBeInTheDocument();
    expect(within(first).getByRole('button', { name: '「すぐに」を上へ' })).toBeDisabled();
    await userEvent.click(within(first).getByRole('button', { name: '「すぐに」を下へ' }));

    await waitFor(() => expect(sent).toEqual([{ method: 'PUT', path: 'order', body: { ids: [2, 1] } }]));
  });

  it('are paused by a switch that keeps what they are', async () => {
    const sent = server();
    open(<AlertRulesPage />);

    await userEvent.click(await screen.findByRole('switch', { name: '「すぐに」を使う' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.body).toMatchObject({
      name: 'すぐに',
      enabled: false,
      channel: 7,
      when: { severity: 'high' },
    });
  });

  it('say what waits and until when', async () => {
    server([rule(1, '毎朝', { held: 2, nextAt: '2026-04-02T00:00:00Z' })]);
    open(<AlertRulesPage />);

    expect(await screen.findByText(/待機 2 件、次は .*9:00/)).toBeInTheDocument();
  });

  it('are made beside what they would have told, and what is wrong is said at its field', async () => {
    const sent = server();
    open(<AlertRulesPage />);

    await waitFor(() => expect(screen.getByRole('button', { name: 'ルールを作る' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'ルールを作る' }));
    const form = await screen.findByRole('dialog');
    expect(await within(form).findByText('1 件の課題を、4 通で知らせていました')).toBeInTheDocument();
    expect(within(form).getByText(/新しい課題 .*23:00 \(.*8:00 に送信\)/)).toBeInTheDocument();
    fireEvent.change(within(form).getByRole('textbox', { name: 'ルールの名前' }), {
      target: { value: '毎朝' },
    });
    await userEvent.click(within(form).getByRole('checkbox', { name: '期限が来た' }));
    await userEvent.click(within(form).getByRole('button', { name: '静かな時間を追加' }));
    await userEvent.click(within(form).getByRole('button', { name: '保存する' }));

    expect(
      await within(form).findByText('別の名前を付けてください。', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(sent[0]!.body).toMatchObject({
      channel: 7,
      when: { events: ['new', 'grew', 'regressed', 'due'] },
      timing: { quiet: [{ from: '22:00', to: '08:00' }] },
    });
  });

  it('say to whom to turn where there is no channel yet', async () => {
    server([], []);
    const { unmount } = open(<AlertRulesPage />);
    expect(await screen.findByText(/登録は管理者に頼んでください/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '送信先を登録する' })).not.toBeInTheDocument();
    unmount();
    server([], []);
    open(<AlertRulesPage />, { role: 'admin' });
    expect(await screen.findByRole('link', { name: '送信先を登録する' })).toBeInTheDocument();
  });

  it('leave mail settings to administrators', async () => {
    server();
    open(<AlertRulesPage />);
    await screen.findByRole('article', { name: 'すぐに' });
    expect(screen.queryByRole('tab', { name: 'メール設定' })).not.toBeInTheDocument();
  });
});
