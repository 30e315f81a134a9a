import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSearchParams } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSearch } from '../search/searchState';
import {
  someCharacteristic,
  someConcordance,
  someCorrespondence,
  someHeatmap,
  someKeywords,
  someNetwork,
  someOpinions,
  someTimeline,
} from '../test/miningSamples';
import { open, problem, serve } from '../test/render';
import { MiningViews } from './MiningViews';

// Each view is fetched when it is first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 25_000 });

function Page() {
  const [parameters] = useSearchParams();
  return <MiningViews search={readSearch(parameters)} />;
}

const answers = {
  'GET /search': () =>
    Response.json({
      total: 120,
      hits: [],
      facets: {
        attribute: [
          { value: 'region', label: '', count: 9 },
          { value: 'segment', label: '', count: 8 },
        ],
      },
    }),
  'GET /topics': () => Response.json([]),
  'GET /mining/keywords': () => Response.json(someKeywords),
  'GET /mining/opinions': () => Response.json(someOpinions),
  'GET /mining/characteristic': () => Response.json(someCharacteristic),
  'GET /mining/network': () => Response.json(someNetwork),
  'GET /mining/heatmap': () => Response.json(someHeatmap),
  'GET /mining/correspondence': () => Response.json(someCorrespondence),
  'GET /mining/timeline': () => Response.json(someTimeline),
  'GET /mining/kwic': () => Response.json(someConcordance(0, 3, 3)),
};

const show = (at: string) => open(<Page />, { role: 'researcher', at });
const table = (name: string) => screen.findByRole('table', { name });
const asked = (call: string | undefined) =>
  new URL((call ?? '').split(' ')[1]!, 'http://voc.test').searchParams;
const queryBehind = (link: HTMLElement) =>
  new URL(link.getAttribute('href')!, 'http://voc.test').searchParams.get('q');

afterEach(() => vi.unstubAllGlobals());

describe('The text-mining views', () => {
  it('lead from one to the next, and the address says which is open', async () => {
    const user = userEvent.setup();
    serve(answers);
    const { address } = show('/?q=充電&tab=analysis');
    const views = within(screen.getByRole('navigation', { name: '分析の種類' }));
    expect(views.getByRole('link', { name: '頻出語' })).toHaveAttribute('aria-current', 'true');
    await user.click(views.getByRole('link', { name: '推移' }));
    expect(await screen.findByRole('heading', { name: '推移' })).toBeInTheDocument();
    expect(address()).toContain('m.view=timeline');
    expect(decodeURIComponent(address())).toContain('q=充電');
  });

  it('show frequent words with their counts, each leading to its texts', async () => {
    serve(answers);
    show('/?q=充電 OR 電池&tab=analysis');
    const rows = within(await table('頻出語')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/充電6050\.0%75102030名詞/);
    const link = within(rows[1]!).getByRole('link', { name: '充電' });
    expect(queryBehind(link)).toBe('(充電 OR 電池) term:充電');
    expect(link.getAttribute('href')).not.toContain('tab=');
    expect(queryBehind(within(rows[2]!).getByRole('link', { name: '35' }))).toBe(
      '(充電 OR 電池) term:遅い sentiment:negative',
    );
  });

  it('say what a picture is of: query, period, filters, how many texts', async () => {
    serve(answers);
    show('/?q=充電&from=2026-01-01&to=2026-03-31&channel=review');
    expect(
      await screen.findByText(/検索式: 充電・2026年1月1日〜2026年3月31日・チャネル: レビュー・120 件の声/),
    ).toBeInTheDocument();
    expect(screen.getByText(/声の数で・全 300 語のうち上位 2 語/)).toBeInTheDocument();
  });

  it('keep their options in the address and ask the server with them', async () => {
    const user = userEvent.setup();
    const calls = serve(answers);
    const { address } = show('/?q=充電&m.view=keywords');
    await table('頻出語');
    await user.click(screen.getByRole('checkbox', { name: '名詞' }));
    await user.click(screen.getByRole('radio', { name: '出現回数' }));
    await user.click(screen.getByLabelText('語の一部も数える'));
    await waitFor(() => expect(address()).toContain('m.pos=noun'));
    expect(address()).toContain('m.count=occurrences');
    await waitFor(() =>
      expect(Object.fromEntries(asked(calls.at(-1)))).toEqual({
        q: '充電',
        pos: 'noun',
        parts: 'true',
        sort: 'occurrences',
        limit: '40',
      }),
    );
  });

  it('sort a table by a column, and give the order of the server back', async () => {
    const user = userEvent.setup();
    serve(answers);
    show('/');
    const words = within(await table('頻出語'));
    const order = () => words.getAllByRole('rowheader').map((cell) => cell.textContent);
    const heading = words.getByRole('button', { name: '出現回数' });
    await user.click(heading);
    expect(order()).toEqual(['遅い', '充電']);
    expect(words.getByRole('columnheader', { name: /出現回数$/ })).toHaveAttribute('aria-sort', 'descending');
    await user.click(heading);
    expect(order()).toEqual(['充電', '遅い']);
    await user.click(heading);
    expect(words.getByRole('columnheader', { name: /出現回数$/ })).not.toHaveAttribute('aria-sort');
  });

  it('hand out their table as a file the server writes', async () => {
    const user = userEvent.setup();
    serve(answers);
    show('/?q=充電&m.view=network&m.nodes=80');
    await table('語の組');
    await user.click(screen.getByRole('button', { name: '保存' }));
    const link = await screen.findByRole('menuitem', { name: '「語」を CSV で' });
    const file = new URL(link.getAttribute('href')!, 'http://voc.test');
    expect(file.pathname).toBe('/api/v1/mining/network');
    expect(Object.fromEntries(file.searchParams)).toMatchObject({
      q: '充電',
      nodes: '80',
      table: 'nodes',
      format: 'csv',
      lang: 'ja',
    });
    expect(screen.getByRole('menuitem', { name: '図を PNG で' })).toBeInTheDocument();
    expect(screen.getByRole('menuitem', { name: '図を SVG で' })).toBeInTheDocument();
  });

  it('show pairs of target and opinion, or targets', async () => {
    const user = userEvent.setup();
    serve(answers);
    show('/?m.view=opinions');
    const pair = within(await table('対象と評価')).getByRole('link', { name: '充電 → 遅い' });
    expect(queryBehind(pair)).toBe('pair:"充電/遅い/-1"');
    expect(screen.getByRole('link', { name: '（省略） → 便利' })).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: '対象' }));
    const target = within(await table('対象')).getByRole('row', { name: /充電 30 4 1 27/ });
    expect(queryBehind(within(target).getByRole('link', { name: '27' }))).toBe('pair:"充電//-1"');
  });

  it('show the effect, the test and the four counts of characteristic words', async () => {
    const calls = serve(answers);
    show('/?m.view=characteristic&m.by=channel&m.groups=4');
    const rows = within(await table('特徴語')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/異臭レビュー名詞3\.8027\.41\.7e-71\.7e-520230689\.240\.0%3\.0%/);
    expect(queryBehind(within(rows[1]!).getByRole('link', { name: '異臭' }))).toBe(
      'channel:review term:異臭',
    );
    expect(screen.getByRole('heading', { name: '特徴語（チャネル別）' })).toBeInTheDocument();
    expect(screen.getByText('たくさんの語を調べました。')).toBeInTheDocument();
    const call = calls.find((one) => one.includes('/mining/characteristic'));
    expect(Object.fromEntries(asked(call))).toMatchObject({ by: 'channel', values: '4', sort: 'g2' });
    expect(asked(call).has('against')).toBe(false);
  });

  it('compare with another query', async () => {
    const user = userEvent.setup();
    const calls = serve(answers);
    const { address } = show('/?m.view=characteristic');
    await user.type(await screen.findByRole('textbox', { name: '比較先の検索式' }), 'channel:social{Enter}');
    await waitFor(() => expect(address()).toContain('m.against=channel'));
    await waitFor(() => expect(asked(calls.at(-1)).get('against')).toBe('channel:social'));
  });

  it('cross two properties, each cell leading to its texts', async () => {
    serve(answers);
    show('/?m.view=heatmap&m.rows=product&m.columns=channel&m.cell=residual');
    const rows = within(await table('ヒートマップ')).getAllByRole('row');
    expect(rows[0]).toHaveTextContent('レビュー');
    expect(rows[1]).toHaveTextContent(/炊飯器6045 \(6\.10\)15 \(-6\.10\)/);
    expect(queryBehind(within(rows[1]!).getByRole('link', { name: '15' }))).toBe(
      'product:炊飯器 channel:social',
    );
    expect(
      screen.getByText(/χ² = 37\.5（自由度 1）、p = 9\.2e-10、クラメールの V = 0\.61/),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: '行' })).toHaveDisplayValue('製品');
  });

  it('offer the attributes of the feedback as properties', async () => {
    serve(answers);
    show('/?m.view=heatmap&m.rows=attribute:年代');
    const rows = await screen.findByRole('combobox', { name: '行' });
    expect(rows).toHaveDisplayValue('年代');
    expect(await within(rows).findByRole('option', { name: '地域' })).toHaveValue('attribute:region');
  });

  it('say how much of the differences a map holds, and when there is none', async () => {
    serve(answers);
    const { unmount } = show('/?m.view=correspondence&m.groups=channel');
    const points = within(await table('対応分析')).getAllByRole('row');
    expect(points[1]).toHaveTextContent(/レビュー-0\.4025\.0%0\.1010\.0%90\.0%チャネル10/);
    expect(screen.getByText(/この図は違いの 100% を表す・全慣性 0\.21/)).toBeInTheDocument();
    unmount();
    serve({
      ...answers,
      'GET /mining/correspondence': () =>
        Response.json({ ...someCorrespondence, degenerate: true, axes: [], rows: [], columns: [] }),
    });
    show('/?m.view=correspondence&m.groups=sentiment');
    expect(await screen.findByText(/グループが 3 つ以上必要/)).toBeInTheDocument();
  });

  it('follow chosen words through time', async () => {
    const user = userEvent.setup();
    const calls = serve(answers);
    const { address } = show('/?m.view=timeline');
    const rows = within(await table('推移')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('2026年1月4020');
    expect(queryBehind(within(rows[3]!).getByRole('link', { name: '40' }))).toBe('term:充電 date:2026-03');
    await user.type(screen.getByRole('combobox', { name: /追う語/ }), '電池{Enter}');
    await waitFor(() => expect(decodeURIComponent(address())).toContain('m.terms=電池'));
    await waitFor(() => expect(asked(calls.at(-1)).getAll('terms')).toEqual(['電池']));
    expect(asked(calls.at(-1)).has('top')).toBe(false);
  });

  it('line up every place of a word, more of them on demand', async () => {
    const user = userEvent.setup();
    const calls = serve({
      ...answers,
      'GET /mining/kwic': (url) =>
        Response.json(someConcordance(Number(url.searchParams.get('offset')), 12, 20)),
    });
    const { address } = show('/?q=充電&m.view=kwic');
    const lines = within(await screen.findByRole('list', { name: 'KWIC' }));
    expect(lines.getAllByRole('listitem')).toHaveLength(12);
    expect(lines.getAllByRole('listitem')[0]).toHaveTextContent('1 番目の充電が遅い…');
    expect(screen.getByText(/90 件の声に 20 か所・右文脈の順/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'さらに表示（12 / 20）' }));
    await waitFor(() => expect(asked(calls.at(-1)).get('offset')).toBe('12'));
    await user.click(lines.getAllByRole('button', { name: '充電' })[0]!);
    expect(address()).toContain('feedback=1');
  });

  it('ask for a word where there is nothing to line up', async () => {
    const user = userEvent.setup();
    const calls = serve(answers);
    show('/?m.view=kwic');
    expect(await screen.findByText(/調べる語を入力/)).toBeInTheDocument();
    expect(calls.filter((call) => call.includes('kwic'))).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: '語' }), '充電{Enter}');
    await waitFor(() => expect(asked(calls.at(-1)).get('word')).toBe('充電'));
  });

  it('say so where nothing was found, where there are too few words, and where it failed', async () => {
    const answer = (response: () => Response) => serve({ ...answers, 'GET /mining/keywords': response });
    answer(() => Response.json({ ...someKeywords, total: 0, rows: [] }));
    const nothing = show('/?q=ない');
    expect(await screen.findByText('該当する声はありません')).toBeInTheDocument();
    nothing.unmount();
    answer(() => Response.json({ ...someKeywords, rows: [] }));
    const few = show('/?q=充電');
    expect(await screen.findByText('語が足りません')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
    few.unmount();
    answer(() => problem(400, { title: '検索式を読み取れません。', code: 'query' }));
    show('/?q=(');
    expect(await screen.findByRole('alert')).toHaveTextContent('検索式を読み取れません。');
  });
});
