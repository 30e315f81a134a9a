import type {
  Characteristic,
  Concordance,
  Correspondence,
  Heatmap,
  Keywords,
  Network,
  Opinions,
  Timeline,
} from '../mining/miningTypes';

const answered = { total: 120, notes: [], elapsedMilliseconds: 1 };

export const someKeywords: Keywords = {
  ...answered,
  distinct: 300,
  occurrences: 900,
  rows: [
    {
      term: '充電',
      kind: 'noun',
      texts: 60,
      occurrences: 75,
      share: 0.5,
      positive: 10,
      neutral: 20,
      negative: 30,
      query: 'term:充電',
    },
    {
      term: '遅い',
      kind: 'adjective',
      texts: 40,
      occurrences: 90,
      share: 1 / 3,
      positive: 0,
      neutral: 5,
      negative: 35,
      query: 'term:遅い',
    },
  ],
};

export const someOpinions: Opinions = {
  ...answered,
  withOpinions: 80,
  distinct: 2,
  pairs: [
    {
      target: '充電',
      expression: '遅い',
      polarity: 'negative',
      texts: 25,
      share: 0.2,
      exampleId: 1,
      query: 'pair:"充電/遅い/-1"',
    },
    {
      target: null,
      expression: '便利',
      polarity: 'positive',
      texts: 9,
      share: 0.075,
      exampleId: 2,
      query: 'pair:"/便利/1"',
    },
  ],
  targets: [
    {
      target: '充電',
      texts: 30,
      positive: 4,
      neutral: 1,
      negative: 27,
      exampleId: 1,
      query: 'pair:"充電//"',
      positiveQuery: 'pair:"充電//1"',
      neutralQuery: 'pair:"充電//0"',
      negativeQuery: 'pair:"充電//-1"',
    },
  ],
};

export const someCharacteristic: Characteristic = {
  ...answered,
  archive: 1000,
  against: null,
  by: 'channel',
  notes: [{ code: 'multiple', text: 'たくさんの語を調べました。' }],
  groups: [
    {
      value: 'review',
      label: 'review',
      texts: 50,
      rest: 70,
      tested: 100,
      query: 'channel:review',
      rows: [
        {
          term: '異臭',
          kind: 'noun',
          over: true,
          texts: 20,
          rest: 2,
          without: 30,
          restWithout: 68,
          expected: 9.2,
          share: 0.4,
          restShare: 0.03,
          g2: 27.4,
          logRatio: 3.8,
          p: 1.7e-7,
          q: 1.7e-5,
          query: 'term:異臭',
        },
      ],
    },
    {
      value: 'social',
      label: 'social',
      texts: 70,
      rest: 50,
      tested: 100,
      query: 'channel:social',
      rows: [
        {
          term: '異臭',
          kind: 'noun',
          over: false,
          texts: 2,
          rest: 20,
          without: 68,
          restWithout: 30,
          expected: 12.8,
          share: 0.03,
          restShare: 0.4,
          g2: 27.4,
          logRatio: -3.8,
          p: 1.7e-7,
          q: 1.7e-5,
          query: 'term:異臭',
        },
      ],
    },
  ],
};

const node = (term: string, texts: number, community: number, degree: number): Network['nodes'][number] => ({
  term,
  kind: 'noun',
  texts,
  share: texts / 120,
  positive: 0,
  neutral: texts,
  negative: 0,
  community,
  degree,
  strength: 0.4,
  query: `term:${term}`,
});

export const someNetwork: Network = {
  ...answered,
  modularity: 0.42,
  nodes: [node('充電', 60, 0, 1), node('電池', 40, 0, 2), node('配送', 30, 1, 1), node('孤独', 20, 2, 0)],
  edges: [
    {
      source: '充電',
      target: '電池',
      texts: 25,
      jaccard: 0.33,
      community: 0,
      query: 'term:充電 term:電池',
    },
    {
      source: '電池',
      target: '配送',
      texts: 5,
      jaccard: 0.08,
      community: null,
      query: 'term:電池 term:配送',
    },
  ],
  communities: [
    { id: 0, terms: ['充電', '電池'] },
    { id: 1, terms: ['配送'] },
    { id: 2, terms: ['孤独'] },
  ],
};

const line = (value: string, texts: number, clause: string) => ({
  value,
  label: value,
  texts,
  query: `${clause} known`,
  clause,
  test: null,
});

export const someHeatmap: Heatmap = {
  ...answered,
  base: 100,
  rowDimension: 'product',
  columnDimension: 'channel',
  rowValues: 2,
  columnValues: 2,
  rows: [line('炊飯器', 60, 'product:炊飯器'), line('加湿器', 40, 'product:加湿器')],
  columns: [line('review', 50, 'channel:review'), line('social', 50, 'channel:social')],
  counts: [
    [45, 15],
    [5, 35],
  ],
  expected: [
    [30, 30],
    [20, 20],
  ],
  residuals: [
    [6.1, -6.1],
    [-6.1, 6.1],
  ],
  rowShares: [
    [0.75, 0.25],
    [0.125, 0.875],
  ],
  columnShares: [
    [0.9, 0.3],
    [0.1, 0.7],
  ],
  test: { chiSquare: 37.5, degreesOfFreedom: 1, p: 9.2e-10, cramersV: 0.61, lowExpected: 0, cells: 4 },
};

const point = (value: string, x: number, y: number, query: string) => ({
  value,
  label: value,
  kind: null,
  texts: 10,
  mass: 0.1,
  inertiaShare: 0.2,
  coordinates: [x, y],
  contributions: [0.25, 0.1],
  cosines: [0.6, 0.3],
  quality: 0.9,
  query,
});

export const someCorrespondence: Correspondence = {
  ...answered,
  base: 120,
  sum: 400,
  rowDimension: 'words',
  columnDimension: 'channel',
  inertia: 0.21,
  chiSquare: 25.2,
  degreesOfFreedom: 4,
  axes: [
    { inertia: 0.15, share: 0.7, cumulative: 0.7 },
    { inertia: 0.06, share: 0.3, cumulative: 1 },
  ],
  rows: [point('充電', -0.5, 0.2, 'term:充電'), point('配送', 0.6, 0.1, 'term:配送')],
  columns: [
    point('review', -0.4, 0.1, 'channel:review'),
    point('social', 0.5, 0.2, 'channel:social'),
    point('survey', 0, -0.3, 'channel:survey'),
  ],
  counts: [],
  degenerate: false,
};

export const someTimeline: Timeline = {
  ...answered,
  interval: 'month',
  intervals: [
    {
      start: '2026-01-01',
      end: '2026-01-31',
      label: '2026年1月',
      texts: 40,
      partial: false,
      query: 'date:2026-01',
    },
    {
      start: '2026-02-01',
      end: '2026-02-28',
      label: '2026年2月',
      texts: 0,
      partial: false,
      query: 'date:2026-02',
    },
    {
      start: '2026-03-01',
      end: '2026-03-31',
      label: '2026年3月',
      texts: 80,
      partial: false,
      query: 'date:2026-03',
    },
  ],
  series: [
    {
      term: '充電',
      texts: 60,
      counts: [20, 0, 40],
      shares: [0.5, null, 0.5],
      query: 'term:充電',
    },
  ],
};

export const someConcordance = (offset: number, lines: number, occurrences: number): Concordance => ({
  ...answered,
  texts: 90,
  occurrences,
  keyword: '充電',
  lines: Array.from({ length: lines }, (_, at) => ({
    id: offset + at + 1,
    occurredAt: '2026-03-02T10:00:00+09:00',
    channel: 'review',
    product: null,
    sentiment: 'negative',
    score: -0.5,
    left: `${offset + at + 1} 番目の`,
    keyword: '充電',
    right: 'が遅い',
    start: 4,
    length: 2,
    leftCut: false,
    rightCut: true,
    query: `id:${offset + at + 1}`,
  })),
});
