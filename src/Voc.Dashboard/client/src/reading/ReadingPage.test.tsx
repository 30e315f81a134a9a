import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  ChangePreview,
  DictionaryWord,
  LexiconItem,
  ModelList,
  ReadingStatus,
  Role,
  SynonymGroup,
  TopicBranch,
} from '../api/types';
import { open as openPage, problem, serve } from '../test/render';
import { Component as ReadingPage } from './ReadingPage';

const at = '2026-03-02T10:00:00+09:00';
const preview: ChangePreview = {
  examined: 10_000,
  complete: true,
  changed: 1,
  sentiment: 1,
  sentimentLabel: 1,
  opinions: 0,
  intents: 0,
  topics: 0,
  segmentation: 0,
  touched: 310,
  milliseconds: 12,
  examples: [
    {
      id: 5,
      channel: 'review',
      occurredAt: at,
      text: '青空便は届くのが早い',
      start: 0,
      length: 3,
      respects: ['sentiment'],
      before: {
        sentiment: { label: 'neutral', score: 0 },
        topics: [],
        intents: [],
        opinions: [],
        tokens: [],
      },
      after: {
        sentiment: { label: 'positive', score: 0.6 },
        topics: [],
        intents: [],
        opinions: [],
        tokens: [],
      },
    },
  ],
};
const expression: LexiconItem = {
  expression: 'うるさい',
  group: 'quality',
  state: 'shipped',
  senses: [{ kind: 'word', strength: -0.6, negated: 0.3, target: null }],
  own: [],
};
const taxonomy: TopicBranch[] = [
  {
    topic: {
      id: 'app',
      ja: 'アプリ',
      en: 'App',
      parent: null,
      keywords: [{ word: 'アプリ', weight: 2 }],
      origin: 'shipped',
      hidden: false,
      count: 12,
      changedBy: null,
      changedAt: null,
    },
    children: [],
  },
];

let words: DictionaryWord[];
let groups: SynonymGroup[];
let status: ReadingStatus;
let models: ModelList;
let sent: { to: string; body: unknown }[];
let asked: string[];

const open = (tab: string, role: Role = 'product') =>
  openPage(<ReadingPage />, { role, at: `/reading?tab=${tab}` });
const took = (to: string) => (_: URL, init: RequestInit) => {
  sent.push({ to, body: init.body ? JSON.parse(init.body as string) : null });
  return Response.json({});
};

beforeEach(() => {
  words = [];
  groups = [];
  sent = [];
  status = { version: 3, stale: 0, total: 2500, model: 0, relabel: null, problems: [] };
  models = {
    active: 0,
    outdated: false,
    versions: [
      {
        number: 0,
        createdAt: null,
        by: null,
        texts: 0,
        corrections: 0,
        heldOut: 0,
        before: null,
        after: null,
        active: true,
      },
    ],
    training: null,
    corrections: 4,
    newCorrections: 4,
  };
  const trying = (_: URL, init: RequestInit) => {
    const { word } = JSON.parse(init.body as string) as { word?: { surface: string } | null };
    return word?.surface === '。'
      ? problem(400, { title: '確認してください', errors: { surface: ['記号 1 文字は単語にできません。'] } })
      : Response.json(preview);
  };
  asked = serve({
    'GET /reading': () => Response.json(status),
    'GET /reading/changes': () => Response.json([]),
    'GET /dictionary': () => Response.json(words),
    'GET /dictionary/parts-of-speech': () =>
      Response.json([{ id: '名詞-固有名詞-一般', ja: '固有名詞', en: 'Proper noun' }]),
    'POST /dictionary/preview': trying,
    'POST /dictionary': (url, init) => {
      words = [{ id: 1, changedBy: 'product', changedAt: at, ...JSON.parse(init.body as string) }];
      return took('POST /dictionary')(url, init);
    },
    'DELETE /dictionary/1': () => {
      words = [];
      return new Response(null, { status: 204 });
    },
    'GET /vocabulary/synonyms': () => Response.json(groups),
    'POST /vocabulary/synonyms/preview': (_, init) => {
      const { words: asked } = JSON.parse(init.body as string) as { words: string[] };
      return asked.includes('の')
        ? problem(400, {
            title: '確認してください',
            errors: { words: ['「の」は検索できる語を含みません。'] },
          })
        : Response.json({
            words: asked.map((word, at) => ({ word, count: 10 * (at + 1) })),
            total: 25,
            archive: 1200,
          });
    },
    'POST /vocabulary/synonyms': (url, init) => {
      groups = [{ id: 1, changedBy: 'product', changedAt: at, ...JSON.parse(init.body as string) }];
      return took('POST /vocabulary/synonyms')(url, init);
    },
    'DELETE /vocabulary/synonyms/1': () => {
      groups = [];
      return new Response(null, { status: 204 });
    },
    'GET /lexicon': () => Response.json({ total: 1, items: [expression] }),
    'GET /lexicon/targets': () => Response.json([]),
    'POST /lexicon/preview': trying,
    'POST /lexicon': took('POST /lexicon'),
    'GET /taxonomy': () => Response.json(taxonomy),
    'GET /topics': () => Response.json([{ id: 'app', name: 'アプリ', parent: null }]),
    'POST /taxonomy/preview': trying,
    'POST /taxonomy': took('POST /taxonomy'),
    'GET /models': () => Response.json(models),
    'POST /models': took('POST /models'),
    'POST /models/0/activate': took('POST /models/0/activate'),
    'GET /corrections': () => Response.json({ total: 0, current: 0, items: [] }),
    'POST /reading/relabel': took('POST /reading/relabel'),
    'POST /reading/relabel/cancel': took('POST /reading/relabel/cancel'),
  });
});
afterEach(() => vi.unstubAllGlobals());

const save = () => screen.getByRole('button', { name: '保存' });

describe('The dictionary', () => {
  it('keeps a word once its effect was shown, and lists it', async () => {
    const user = userEvent.setup();
    open('dictionary');
    expect(await screen.findByText('登録した単語はまだありません')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '単語を追加' }));
    expect(save()).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '表記' }), '青空便');
    await user.click(screen.getByRole('button', { name: '「青空」の後で区切る' }));
    expect(save()).toBeDisabled();
    const effect = within(screen.getByRole('region', { name: '保存前の影響' }));
    expect(
      await effect.findByText('この変更は直近 10,000 件のうち 1 件の読み取りを変えます'),
    ).toBeInTheDocument();
    expect(effect.getByText(/310 件を自動で読み直し/)).toBeInTheDocument();
    expect(effect.getByText('青空便', { selector: 'mark' })).toBeInTheDocument();
    expect(effect.getByText('ポジティブ')).toBeInTheDocument();
    await user.click(save());
    expect(await screen.findByRole('article', { name: '青空便' })).toBeInTheDocument();
    expect(sent).toEqual([
      {
        to: 'POST /dictionary',
        body: {
          surface: '青空便',
          segments: ['青空', '便'],
          readings: [],
          partOfSpeech: '名詞-固有名詞-一般',
        },
      },
    ]);
  });

  it('says at the field what is wrong with it, and keeps nothing', async () => {
    const user = userEvent.setup();
    open('dictionary');
    await user.click(await screen.findByRole('button', { name: '単語を追加' }));
    await user.type(screen.getByRole('textbox', { name: '表記' }), '。');
    expect(await screen.findByText('記号 1 文字は単語にできません。')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '表記' })).toBeInvalid();
    expect(save()).toBeDisabled();
  });

  it('deletes a word once its effect was shown', async () => {
    const user = userEvent.setup();
    words = [
      {
        id: 1,
        surface: '青空便',
        segments: [],
        readings: [],
        partOfSpeech: '名詞-固有名詞-一般',
        changedBy: 'product',
        changedAt: at,
      },
    ];
    open('dictionary');
    await user.click(await screen.findByRole('button', { name: '「青空便」を削除' }));
    const button = await screen.findByRole('button', { name: '削除する' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    expect(await screen.findByText('登録した単語はまだありません')).toBeInTheDocument();
  });

  it('can be tried but not changed by a researcher', async () => {
    const user = userEvent.setup();
    open('dictionary', 'researcher');
    await user.click(await screen.findByRole('button', { name: '単語を追加' }));
    await user.type(screen.getByRole('textbox', { name: '表記' }), '青空便');
    expect(await screen.findByText(/1 件の読み取りを変えます/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
  });
});

describe('The synonyms', () => {
  const words = () => screen.getByLabelText('同じ意味の言葉', { selector: 'input:not([type=hidden])' });

  it('keeps a group beside how many texts it finds, and lists it', async () => {
    const user = userEvent.setup();
    open('synonyms');
    expect(await screen.findByText('登録した同義語はまだありません')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'グループを追加' }));
    expect(save()).toBeDisabled();
    await user.type(words(), '配送、宅配{Enter}お届け');
    const reach = within(screen.getByRole('region', { name: '見つかる声' }));
    expect(
      await reach.findByText('いずれかの言葉で 25 件（全 1,200 件中）', {}, { timeout: 3000 }),
    ).toBeInTheDocument();
    expect(reach.getAllByRole('term').map((term) => term.textContent)).toEqual(['配送', '宅配', 'お届け']);
    expect(reach.getByText(/読み直しも要りません/)).toBeInTheDocument();
    await user.click(save());
    expect(await screen.findByRole('article', { name: '配送・宅配・お届け' })).toBeInTheDocument();
    expect(sent).toEqual([{ to: 'POST /vocabulary/synonyms', body: { words: ['配送', '宅配', 'お届け'] } }]);
  });

  it('says what is wrong with a group', async () => {
    const user = userEvent.setup();
    open('synonyms');
    await user.click(await screen.findByRole('button', { name: 'グループを追加' }));
    await user.type(words(), '配送,の,');
    expect(
      await screen.findByText('「の」は検索できる語を含みません。', {}, { timeout: 3000 }),
    ).toBeInTheDocument();
  });

  it('deletes a group when that is confirmed', async () => {
    const user = userEvent.setup();
    groups = [{ id: 1, words: ['配送', '宅配'], changedBy: 'product', changedAt: at }];
    open('synonyms');
    await user.click(await screen.findByRole('button', { name: '「配送・宅配」を削除' }));
    await user.click(await screen.findByRole('button', { name: '削除する' }));
    expect(await screen.findByText('登録した同義語はまだありません')).toBeInTheDocument();
  });

  it('can be tried but not changed by a researcher', async () => {
    const user = userEvent.setup();
    groups = [{ id: 1, words: ['配送', '宅配'], changedBy: 'product', changedAt: at }];
    open('synonyms', 'researcher');
    expect(await screen.findByRole('article', { name: '配送・宅配' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '「配送・宅配」を削除' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '「配送・宅配」を編集' }));
    expect(await screen.findByText(/いずれかの言葉で 25 件/, {}, { timeout: 3000 })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
  });
});

describe('The lexicon', () => {
  it('changes how strong a shipped expression is, by keyboard', async () => {
    const user = userEvent.setup();
    open('lexicon');
    await user.click(await screen.findByRole('button', { name: '「うるさい」を変更' }));
    screen.getByRole('slider', { name: '強さ' }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByText('強さ: -0.50')).toBeInTheDocument();
    await waitFor(() => expect(save()).toBeEnabled());
    await user.click(save());
    await waitFor(() =>
      expect(sent).toEqual([
        {
          to: 'POST /lexicon',
          body: { expression: 'うるさい', kind: 'word', strength: -0.5, negated: null, target: null },
        },
      ]),
    );
  });

  it('silences an expression', async () => {
    const user = userEvent.setup();
    open('lexicon');
    await user.click(await screen.findByRole('button', { name: '「うるさい」を無効にする' }));
    const button = await screen.findByRole('button', { name: '無効にする' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ expression: 'うるさい', kind: 'silent' }));
  });

  it('searches for what is typed', async () => {
    const user = userEvent.setup();
    const { address } = open('lexicon');
    await user.type(await screen.findByRole('searchbox', { name: '表現を探す' }), 'うる');
    await waitFor(() => expect(decodeURIComponent(address())).toContain('q=うる'));
    await waitFor(() => expect(decodeURIComponent(asked.join())).toContain('GET /lexicon?q=うる'));
  });
});

it('A topic is added below another with keywords and their weights', async () => {
  const user = userEvent.setup();
  open('topics');
  await user.click(await screen.findByRole('button', { name: '「アプリ」の下に追加' }));
  await user.type(screen.getByRole('textbox', { name: '名前（日本語）' }), '蓋');
  await user.type(
    screen.getByRole('textbox', { name: '言葉、または「言葉:重み」' }),
    '蓋{Enter}取っ手:3{Enter}',
  );
  await user.click(screen.getByRole('button', { name: '蓋 重み 2' }));
  await user.click(await screen.findByRole('button', { name: '「蓋」を外す' }));
  expect(screen.queryByRole('button', { name: '蓋 重み 2' })).not.toBeInTheDocument();
  await waitFor(() => expect(save()).toBeEnabled());
  await user.click(save());
  await waitFor(() =>
    expect(sent).toEqual([
      {
        to: 'POST /taxonomy',
        body: {
          ja: '蓋',
          en: '蓋',
          parent: 'app',
          keywords: [{ word: '取っ手', weight: 3 }],
          hidden: false,
        },
      },
    ]),
  );
});

describe('Learning', () => {
  it('trains with the corrections and shows how far it is', async () => {
    const user = userEvent.setup();
    open('learning');
    expect(await screen.findByText('今のモデルがまだ学んでいない訂正が 4 件あります')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: '良くなったら自動で切り替える' }));
    models = {
      ...models,
      training: {
        state: 'running',
        progress: 0.4,
        by: 'product',
        startedAt: at,
        finishedAt: null,
        error: null,
        number: null,
        activated: false,
      },
    };
    await user.click(screen.getByRole('button', { name: '学習する' }));
    expect(await screen.findByRole('progressbar', { name: '学習しています' })).toHaveAttribute(
      'aria-valuenow',
      '40',
    );
    expect(sent).toEqual([{ to: 'POST /models', body: { activateIfBetter: true } }]);
    models = {
      ...models,
      training: { ...models.training!, state: 'done', progress: 1, finishedAt: at, number: 1 },
    };
    expect(await screen.findByText(/版 1 ができました/, {}, { timeout: 4000 })).toBeInTheDocument();
  });

  it('says where the model in use is of an earlier version of the product', async () => {
    models = { ...models, outdated: true };
    open('learning');
    expect(await screen.findByText(/製品が更新されました/)).toBeInTheDocument();
  });

  it('goes back to an older version once somebody confirms', async () => {
    const user = userEvent.setup();
    const task = (macroF1: number) => ({
      accuracy: macroF1,
      macroF1,
      count: 100,
      labels: [{ label: 'negative', precision: 0, recall: 0, f1: macroF1, count: 9 }],
    });
    const scores = (value: number) => ({ sentiment: task(value), intents: task(value), topics: task(value) });
    models = {
      ...models,
      active: 1,
      versions: [
        {
          number: 1,
          createdAt: at,
          by: 'product',
          texts: 10_000,
          corrections: 4,
          heldOut: 2000,
          before: scores(0.7),
          after: { ...scores(0.7), sentiment: task(0.72) },
          active: true,
        },
        { ...models.versions[0]!, active: false },
      ],
    };
    open('learning');
    const version = within(await screen.findByRole('article', { name: '版 1' }));
    expect(version.getByText('学習 10,000 件、訂正 4 件、評価 2,000 件')).toBeInTheDocument();
    expect(version.getAllByText('+2 pt')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'この版に戻す' }));
    const dialog = within(await screen.findByRole('dialog', { name: '標準の版に戻しますか' }));
    expect(sent).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'この版に戻す' }));
    await waitFor(() => expect(sent).toEqual([{ to: 'POST /models/0/activate', body: null }]));
  });

  it('takes up a run that is under way, and stops it', async () => {
    const user = userEvent.setup();
    status = {
      ...status,
      stale: 1500,
      relabel: {
        state: 'running',
        scope: 'stale',
        word: null,
        done: 1000,
        total: 2500,
        by: 'product',
        startedAt: at,
        finishedAt: null,
      },
    };
    open('learning');
    expect(await screen.findByText('1,000 / 2,500 件 ・ 40%')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '中止' }));
    status = { ...status, relabel: { ...status.relabel!, state: 'cancelled', finishedAt: at } };
    expect(await screen.findByText(/前回は .* 1,000 件で中止/, {}, { timeout: 4000 })).toBeInTheDocument();
    expect(sent[0]?.to).toBe('POST /reading/relabel/cancel');
    expect(screen.getByRole('button', { name: '読み直す' })).toBeEnabled();
  });

  it('shows how far the texts are that a changed word touched, which cannot be stopped', async () => {
    status = {
      ...status,
      stale: 1500,
      relabel: {
        state: 'running',
        scope: 'touched',
        word: '青空便',
        done: 100,
        total: 400,
        by: 'product',
        startedAt: at,
        finishedAt: null,
      },
    };
    open('learning');
    expect(await screen.findByText(/「青空便」を含む声を読み直し/)).toBeInTheDocument();
    expect(screen.getByText('100 / 400 件 ・ 25%')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '中止' })).not.toBeInTheDocument();
  });

  it('is pointed to from the other tabs where texts are to be read anew, and names what cannot be used', async () => {
    status = { ...status, stale: 12, problems: ['「x」は使えないため無視しています'] };
    open('dictionary');
    expect(await screen.findByText('「x」は使えないため無視しています')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '読み直す' })).toHaveAttribute('href', '/reading?tab=learning');
  });
});
