import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SeverityInfo, SeverityPreviewItem, SeveritySettings } from '../api/types';
import { open, serve } from '../test/render';
import { SeverityBreakdown } from './SeverityBreakdown';
import { Component as SeverityPage } from './SeverityPage';

const shipped: SeveritySettings = {
  reach: 35,
  negativity: 20,
  safety: 30,
  money: 24,
  growth: 15,
  churnRisk: 10,
  customerValue: 10,
  safetyWords: ['発火'],
  moneyWords: ['二重請求'],
  attribute: null,
  importantValues: [],
  importantFrom: null,
};

const info = (change: Partial<SeverityInfo> = {}): SeverityInfo => ({
  version: 3,
  settings: shipped,
  shipped,
  levels: { critical: 72, high: 52, medium: 32 },
  attributes: [{ name: '会員ランク', values: ['ゴールド', 'シルバー'] }],
  changes: [],
  ...change,
});

const item = (id: number, before: number, after: number): SeverityPreviewItem => ({
  id,
  title: `課題 ${id}`,
  titleEn: `Issue ${id}`,
  before: { rank: before, score: 40, severity: 'medium' },
  after: { rank: after, score: after === 1 ? 60 : 30, severity: after === 1 ? 'high' : 'low' },
});

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });

function page(put: () => Response = () => json(info({ version: 4 }))) {
  const sent: { version: number; settings: SeveritySettings }[] = [];
  serve({
    'GET /issues/severity': () => json(info()),
    'POST /issues/severity/preview': (_, init) => {
      const settings = JSON.parse(String(init.body)) as SeveritySettings;
      return json(settings.growth === 15 ? [item(1, 1, 1), item(2, 2, 2)] : [item(2, 2, 1), item(1, 1, 2)]);
    },
    'PUT /issues/severity': (_, init) => {
      sent.push(JSON.parse(String(init.body)) as (typeof sent)[number]);
      return put();
    },
  });
  open(<SeverityPage />);
  return sent;
}

test('a weight that is changed shows the new order before it is saved, and saving sends what it was changed from', async () => {
  const sent = page();
  const person = userEvent.setup();
  const growth = await screen.findByRole('textbox', { name: /増え方/ });
  expect(screen.getByRole('button', { name: '保存して反映' })).toBeDisabled();

  await person.clear(growth);
  await person.type(growth, '80');

  const moved = (await screen.findByText('1 つ上がる')).closest('li')!;
  expect(within(moved).getByRole('link')).toHaveTextContent('課題 2');
  expect(within(moved).getByText('重大')).toBeInTheDocument();
  expect(sent).toEqual([]);
  await person.click(screen.getByRole('button', { name: '保存して反映' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, settings: { ...shipped, growth: 80 } }]));
});

test('words are added to those that are shipped', async () => {
  const sent = page();
  const person = userEvent.setup();

  await person.type(await screen.findByLabelText('安全の語', { selector: 'input' }), '感電{Enter}');
  await person.click(screen.getByRole('button', { name: '保存して反映' }));
  await waitFor(() => expect(sent[0]?.settings.safetyWords).toEqual(['発火', '感電']));
});

test('what is wrong stands at its field', async () => {
  page(() =>
    json({ title: '確認してください', errors: { growth: ['配点は 0〜100 の数にしてください。'] } }, 400),
  );
  const person = userEvent.setup();
  const growth = await screen.findByRole('textbox', { name: /増え方/ });
  await person.clear(growth);
  await person.type(growth, '50');
  await person.click(screen.getByRole('button', { name: '保存して反映' }));

  expect(await screen.findByText('配点は 0〜100 の数にしてください。')).toBeInTheDocument();
});

test('an issue shows what its severity consists of, and leads product people to where it is changed', () => {
  const parts = [
    { name: 'reach', share: 0.5, weight: 35, points: 17.5, counts: true },
    { name: 'safety', share: 1, weight: 30, points: 30, counts: true },
    { name: 'money', share: 0.2, weight: 24, points: 0, counts: false },
    { name: 'churnRisk', share: 0, weight: 0, points: 0, counts: true },
  ];
  open(<SeverityBreakdown issue={{ severityParts: parts, severityScore: 47.5 }} />);

  const rows = screen.getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    '声の数17.5 / 35',
    '安全に関わる語30 / 30',
    'お金に関わる語0 / 24',
  ]);
  expect(rows[2]).toHaveAttribute('title', '高いほうだけを数えます');
  expect(screen.getByText('合計 47.5 点（100 点満点）')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '付け方を変える' })).toHaveAttribute('href', '/issues/severity');
});
