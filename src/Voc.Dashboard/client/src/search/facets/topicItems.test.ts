import { describe, expect, it } from 'vitest';
import { topicItems } from './topicItems';

const topics = [
  { id: 'app', name: 'アプリ', parent: null },
  { id: 'app.login', name: 'ログイン', parent: 'app' },
  { id: 'price', name: '料金', parent: null },
  { id: 'price.plan', name: 'プラン', parent: 'price' },
];

describe('Topics of the facet rail', () => {
  it('stand below the one they are part of, the most frequent first', () => {
    const items = topicItems(
      [
        { value: 'price', label: '料金', count: 9 },
        { value: 'app', label: 'アプリ', count: 8 },
        { value: 'app.login', label: 'ログイン', count: 7 },
        { value: 'price.plan', label: 'プラン', count: 4 },
      ],
      topics,
    );
    expect(items.map(({ label, level }) => [label, level ?? 0])).toEqual([
      ['料金', 0],
      ['プラン', 1],
      ['アプリ', 0],
      ['ログイン', 1],
    ]);
  });

  it('that nobody knows stand by themselves', () => {
    expect(topicItems([{ value: 'x.y', label: 'x.y', count: 1 }], topics)).toEqual([
      { value: 'x.y', label: 'x.y', count: 1 },
    ]);
  });
});
