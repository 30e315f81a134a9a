import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivals } from '../live/arrivals';
import { open, problem, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { Component as SearchPage } from './SearchPage';

vi.mock('./timeline/TimelineChart', () => ({ default: () => null }));
vi.mock('../mining/MiningViews', () => ({
  MiningViews: ({ search }: { search: { q: string } }) => <p>分析: {search.q}</p>,
}));

const hit = (id: number, change = {}) => ({
  ...someFeedback(id),
  text: `声 ${id} 充電が遅い`,
  highlights: [{ start: `声 ${id} `.length, length: 2 }],
  score: 1,
  similar: 0,
  customer: null,
  ...change,
});

const answer = (change: Record<string, unknown> = {}) => ({
  total: 120,
  folded: 0,
  hits: Array.from({ length: 50 }, (_, at) => hit(at + 1)),
  facets: {
    channel: [
      { value: 'review', label: 'review', count: 80 },
      { value: 'social', label: 'social', count: 40 },
    ],
    product: [
      { value: '炊飯器', label: '炊飯器', count: 100 },
      { value: '', label: '（なし）', count: 20 },
    ],
    topic: [
      { value: 'app', label: 'アプリ', count: 12 },
      { value: 'app.login', label: 'ログイン', count: 9 },
    ],
    month: [
      { value: '2024-01', label: '2024-01', count: 100 },
      { value: '2026-03', label: '2026-03', count: 20 },
    ],
    attribute: [{ value: '地域', label: '地域', count: 90 }],
  },
  customers: null,
  repetitions: null,
  expansions: [],
  unindexed: 0,
  elapsedMilliseconds: 2,
  ...change,
});

/** What the server answers: the first page, later pages, or counts alone. */
function search(url: URL, whole = answer()) {
  const limit = Number(url.searchParams.get('limit'));
  const offset = Number(url.searchParams.get('offset'));
  const facet = url.searchParams.get('facet') ?? '';
  const hits =
    offset === 0
      ? whole.hits.slice(0, limit)
      : Array.from({ length: Math.min(limit, whole.total - offset) }, (_, at) => hit(offset + at + 1));
  return Response.json({
    ...whole,
    hits,
    facets: facet.startsWith('attribute:')
      ? { [facet]: [{ value: '関東', label: '関東', count: 60 }] }
      : whole.facets,
  });
}

const served = (change: Record<string, Parameters<typeof serve>[0][string]> = {}) =>
  serve({
    'GET /topics': () =>
      Response.json([
        { id: 'app', name: 'アプリ', parent: null },
        { id: 'app.login', name: 'ログイン', parent: 'app' },
      ]),
    'GET /saved-searches': () => Response.json([]),
    'GET /search/suggest': () => Response.json([]),
    'GET /search': (url) => search(url),
    ...change,
  });

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: '検索式' });
const rail = () => within(screen.getByRole('complementary', { name: '絞り込み' }));
const results = () => screen.getByRole('region', { name: '検索結果' });
const rows = () => within(results()).getAllByRole('article');

beforeEach(() => {
  window.scrollTo = vi.fn() as typeof window.scrollTo;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('The search page', () => {
  it('searches for what is typed and keeps it in the address', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />);
    await user.type(box(), '充電{Enter}');
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/?q=充電'));
    expect((await screen.findAllByText('充電', { selector: 'mark' })).length).toBeGreaterThan(0);
    expect(box()).toHaveFocus();
  });

  it('opens a page from its address as it was left', async () => {
    const asked = served();
    open(<SearchPage />, {
      at: '/?q=充電&sort=negative&fold=false&synonyms=true&without=充電器&like=7&product=&timeline=table&by=地域',
    });
    expect(await screen.findByText('120 件')).toBeInTheDocument();
    const first = new URL(asked.find((one) => one.startsWith('GET /search?'))!.slice(4), 'http://voc.test');
    expect(Object.fromEntries(first.searchParams)).toMatchObject({
      q: '充電',
      sort: 'negative',
      fold: 'false',
      synonyms: 'true',
      without: '充電器',
      like: '7',
      product: '',
    });
    expect(box()).toHaveValue('充電');
    expect(screen.getByRole('combobox', { name: '並べ替え' })).toHaveValue('negative');
    expect(screen.getByRole('switch', { name: '類似をまとめる' })).not.toBeChecked();
    const chosen = within(screen.getByRole('list', { name: '選択中の絞り込み' }));
    expect(chosen.getByRole('button', { name: '絞り込み「製品 （なし）」を外す' })).toBeInTheDocument();
    expect(chosen.getByRole('button', { name: '絞り込み「似た声 #7」を外す' })).toBeInTheDocument();
    expect(await rail().findByRole('button', { name: /^関東/ })).toHaveTextContent('60');
    expect(screen.getByRole('columnheader', { name: '期間' })).toBeInTheDocument();
  });

  it('marks the place of a query that cannot be understood and offers the nearest that can', async () => {
    const user = userEvent.setup();
    const wrong = {
      code: 'query',
      position: 3,
      suggestion: '充電 "遅い"',
      errors: { q: ['4 文字目の引用符が閉じていません。'] },
    };
    served({
      'GET /search': (url) =>
        url.searchParams.get('q') === wrong.suggestion ? search(url) : problem(400, wrong),
    });
    const { address } = open(<SearchPage />, { at: `/?q=${encodeURIComponent('充電 "遅い')}` });
    expect(await screen.findByRole('alert')).toHaveTextContent('4 文字目の引用符が閉じていません。');
    expect(screen.getByTestId('query-place')).toHaveTextContent('"');
    expect(box()).toBeInvalid();
    expect(box().selectionStart).toBe(3);
    await user.click(screen.getByRole('button', { name: '検索する: 充電 "遅い"' }));
    await waitFor(() => expect(new URLSearchParams(address().slice(2)).get('q')).toBe('充電 "遅い"'));
    expect(await screen.findByText('120 件')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks again where the same query is searched for again', async () => {
    const user = userEvent.setup();
    const asked = served();
    open(<SearchPage />, { at: '/?q=充電' });
    await screen.findByText('120 件');
    const before = asked.filter((one) => one.includes('limit=50')).length;
    await user.type(box(), '{Enter}');
    await waitFor(() =>
      expect(asked.filter((one) => one.includes('limit=50')).length).toBeGreaterThan(before),
    );
  });
});

describe('The facets', () => {
  it('narrow the search, count as if they did not, and are taken back', async () => {
    const user = userEvent.setup();
    const asked = served();
    const { address } = open(<SearchPage />, { at: '/?q=充電&at=40' });
    await user.click(await rail().findByRole('button', { name: /^レビュー/ }));
    await waitFor(() => expect(address()).toContain('channel=review'));
    expect(address()).not.toContain('at=');
    expect(rail().getByRole('button', { name: /^レビュー/ })).toHaveAttribute('aria-pressed', 'true');
    // The other channels still say how many they would add.
    await waitFor(() =>
      expect(
        asked.some((one) => /limit=0/.test(one) && /facet=channel$/.test(one) && !/channel=/.test(one)),
      ).toBe(true),
    );
    await user.click(screen.getByRole('button', { name: '絞り込み「チャネル レビュー」を外す' }));
    await waitFor(() => expect(address()).not.toContain('channel='));
  });

  it('offer what has no value, topics in two levels, and months as a period', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />);
    await user.click(await rail().findByRole('button', { name: /（なし）/ }));
    await waitFor(() => expect(address()).toBe('/?product='));
    const topics = within(rail().getByRole('region', { name: '話題' })).getAllByRole('listitem');
    expect(topics.map((one) => one.textContent)).toEqual(['アプリ12', 'ログイン9']);
    await user.click(rail().getByRole('button', { name: /^2026年3月/ }));
    await waitFor(() => expect(address()).toContain('from=2026-03-01&to=2026-03-31'));
  });

  it('have a box to look for one of many values, whatever its width and kana', async () => {
    const user = userEvent.setup();
    const product = Array.from({ length: 20 }, (_, at) => ({
      value: `製品 ${at}`,
      label: `製品 ${at}`,
      count: 9,
    }));
    product.push({ value: 'カシツキ ＡＢ', label: 'カシツキ ＡＢ', count: 1 });
    served({ 'GET /search': (url) => search(url, answer({ facets: { product } })) });
    open(<SearchPage />);
    const facet = within(await screen.findByRole('region', { name: '製品' }));
    expect(facet.getAllByRole('listitem')).toHaveLength(7);
    await user.type(facet.getByRole('textbox', { name: '製品の値を探す' }), 'かしつき ab');
    expect(facet.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['カシツキ ＡＢ1']);
    await user.type(facet.getByRole('textbox'), 'x');
    expect(facet.getByText('該当する値がありません')).toBeInTheDocument();
  });

  it('count by the attribute that is picked and narrow by its values', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />);
    await user.selectOptions(await rail().findByRole('combobox', { name: '属性' }), '地域');
    await user.click(await rail().findByRole('button', { name: /^関東/ }));
    await waitFor(() =>
      expect(new URLSearchParams(address().slice(2)).getAll('attribute')).toEqual(['地域=関東']),
    );
    expect(new URLSearchParams(address().slice(2)).get('by')).toBe('地域');
    expect(screen.getByRole('button', { name: '絞り込み「地域 関東」を外す' })).toBeInTheDocument();
  });
});

describe('The results', () => {
  it('are one list of which only what is seen is drawn', async () => {
    served();
    open(<SearchPage />);
    await screen.findByText('120 件');
    const list = within(results()).getByRole('feed');
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]).toHaveAttribute('aria-posinset', '1');
    expect(list.style.height).toBe(`${120 * 88}px`);
  });

  it('are moved through, opened and closed with keys', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />);
    await screen.findByText('120 件');
    await user.keyboard('jj');
    await waitFor(() => expect(rows()[1]).toHaveFocus());
    await user.keyboard('{ArrowDown}k{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(rows()[0]).toHaveFocus());
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(address()).toBe('/?feedback=2'));
    await user.keyboard('j');
    await waitFor(() => expect(address()).toBe('/?feedback=3'));
  });

  it('leave keys alone that are typed into the box', async () => {
    const user = userEvent.setup();
    served();
    open(<SearchPage />);
    await screen.findByText('120 件');
    await user.keyboard('/');
    expect(box()).toHaveFocus();
    await user.keyboard('jk?/');
    expect(box()).toHaveValue('jk?/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.click(document.body);
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'キー操作' })).toBeInTheDocument();
  });

  it('are put in another order and unfolded', async () => {
    const user = userEvent.setup();
    const asked = served();
    const { address } = open(<SearchPage />);
    await screen.findByText('120 件');
    await user.selectOptions(screen.getByRole('combobox', { name: '並べ替え' }), 'typical');
    await waitFor(() => expect(address()).toBe('/?sort=typical'));
    await user.click(screen.getByRole('switch', { name: '類似をまとめる' }));
    await waitFor(() => expect(address()).toBe('/?sort=typical&fold=false'));
    await waitFor(() => expect(asked.at(-1)).toContain('fold=false'));
    expect(within(results()).getByRole('feed').style.height).toBe(`${120 * 88}px`);
  });

  it('show what is folded under one where that is wanted', async () => {
    const user = userEvent.setup();
    const asked = served({
      'GET /search': (url) =>
        url.searchParams.has('under')
          ? Response.json(answer({ total: 2, hits: [hit(801), hit(802)] }))
          : search(url, answer({ total: 3, folded: 2, hits: [hit(1, { similar: 2 })] })),
    });
    const { address } = open(<SearchPage />);
    expect(await screen.findByText('類似 2 件を折りたたみ')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'ほか 2 件の類似' }));
    await waitFor(() => expect(address()).toBe('/?unfolded=1'));
    expect(await screen.findByText(/^ ?声 802/)).toBeInTheDocument();
    expect(asked.some((one) => one.includes('under=1'))).toBe(true);
    expect(rows()).toHaveLength(1);
  });

  it('lead to others like one', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />, { at: '/?q=充電' });
    await screen.findByText('120 件');
    await user.click(within(rows()[2]!).getByRole('button', { name: '似たものを探す' }));
    await waitFor(() => expect(new URLSearchParams(address().slice(2)).get('like')).toBe('3'));
    expect(new URLSearchParams(address().slice(2)).get('sort')).toBe('relevance');
  });

  it('say what can be tried where nothing was found', async () => {
    const user = userEvent.setup();
    const part = { terms: [], start: 0, length: 0, parts: [] };
    const word = { ...part, kind: 'word', text: '充電', count: 340 };
    const filter = { ...part, kind: 'filter', text: 'channel:review', count: 0 };
    served({
      'GET /search': (url) => search(url, answer({ total: 0, hits: [], facets: {} })),
      'GET /search/explain': () =>
        Response.json({ ...part, kind: 'and', text: '', count: 0, parts: [word, filter] }),
    });
    const { address } = open(<SearchPage />, { at: '/?q=充電&channel=review' });
    expect(await screen.findByText('該当する声はありません')).toBeInTheDocument();
    const explained = within(await screen.findByRole('region', { name: '件数の内訳' }));
    expect(explained.getByRole('button', { name: /充電.*340/ })).toBeInTheDocument();
    expect(explained.queryByRole('button', { name: '閉じる' })).not.toBeInTheDocument();
    const rail = within(screen.getByRole('complementary', { name: '絞り込み' }));
    expect(rail.getByRole('button', { name: /レビュー/, pressed: true })).toBeInTheDocument();
    await user.click(within(results()).getByRole('button', { name: '絞り込みをすべて外す' }));
    await waitFor(() => expect(address()).not.toContain('channel'));
  });

  it('tell how many customers they are from, and what cannot be found yet', async () => {
    served({
      'GET /search': (url) =>
        search(
          url,
          answer({
            unindexed: 7,
            customers: url.searchParams.has('customers') ? 1234 : null,
            repetitions: url.searchParams.has('repetitions') ? 5678 : null,
          }),
        ),
    });
    open(<SearchPage />);
    expect(await screen.findByText('顧客 1,234 人')).toBeInTheDocument();
    expect(screen.getByText('同じ内容の繰り返し 5,678 件')).toBeInTheDocument();
    expect(screen.getByText(/ほかに 7 件の声/)).toBeInTheDocument();
  });

  it('become a period where one is chosen in the table of the timeline', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />, { at: '/?timeline=table' });
    await user.click(await within(results()).findByRole('button', { name: '2024年1月' }));
    await waitFor(() => expect(address()).toContain('from=2024-01-01&to=2024-01-31'));
  });

  it('stay as they are when more arrive, and say how many until they are asked for', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const user = userEvent.setup();
    let total = 120;
    served({ 'GET /search': (url) => search(url, answer({ total })) });
    open(<SearchPage />, { at: '/?q=充電' });
    expect(await screen.findByText('120 件')).toBeInTheDocument();
    total = 123;
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screen.queryByText('3 件の新着を表示')).not.toBeInTheDocument();
    arrivals.feedback([{ id: 9001 }]);
    await vi.advanceTimersByTimeAsync(9_000);
    await user.click(await screen.findByRole('button', { name: '3 件の新着を表示' }));
    expect(await screen.findByText('123 件')).toBeInTheDocument();
    expect(screen.queryByText(/の新着を表示/)).not.toBeInTheDocument();
    arrivals.clear();
  });
});

describe('The tabs', () => {
  it('lead from the list to the analysis of the same search and back', async () => {
    const user = userEvent.setup();
    served();
    const { address } = open(<SearchPage />, { at: '/?q=充電&at=40' });
    await screen.findByText('120 件');
    await user.click(screen.getByRole('tab', { name: '分析' }));
    expect(await screen.findByText('分析: 充電')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: '検索結果' })).not.toBeInTheDocument();
    expect(new URLSearchParams(address().slice(2)).get('tab')).toBe('analysis');
    await user.click(screen.getByRole('tab', { name: '結果' }));
    await waitFor(() => expect(address()).not.toContain('tab='));
    expect(address()).toContain('at=40');
  });
});
