import { describe, expect, it } from 'vitest';
import type { TopicNode } from '../../api/types';
import { draftOf, emptyTopic, inputOf, isReady, narrowed, withWords } from './topicDraft';

const node = (id: string, ja: string, keywords: string[], parent: string | null = null): TopicNode => ({
  id,
  ja,
  en: id,
  parent,
  keywords: keywords.map((word) => ({ word, weight: 2 })),
  origin: 'shipped',
  hidden: false,
  count: 3,
  changedBy: null,
  changedAt: null,
});

describe('The keywords of a topic', () => {
  it('are added as typed or pasted, with a weight after a colon', () => {
    expect(withWords([], '蓋、取っ手: 3\nツマミ：0.5,, ')).toEqual([
      { word: '蓋', weight: 2 },
      { word: '取っ手', weight: 3 },
      { word: 'ツマミ', weight: 0.5 },
    ]);
  });

  it('are there once: a second time changes the weight, or nothing', () => {
    const once = [{ word: '蓋', weight: 1 }];
    expect(withWords(once, '蓋')).toEqual(once);
    expect(withWords(once, '蓋:4')).toEqual([{ word: '蓋', weight: 4 }]);
  });
});

describe('A topic', () => {
  it('has one name for both languages where only one is given', () => {
    const draft = { ...emptyTopic('app'), ja: ' 蓋 ', keywords: [{ word: '蓋', weight: 2 }] };
    expect(inputOf(draft)).toMatchObject({ ja: '蓋', en: '蓋', parent: 'app', hidden: false });
    expect(isReady(draft)).toBe(true);
    expect(isReady({ ...draft, keywords: [] })).toBe(false);
    expect(isReady(emptyTopic())).toBe(false);
  });

  it('is moved to the top by an empty parent', () => {
    expect(inputOf({ ...draftOf(node('a.b', '子', ['語'], 'a')), parent: '' }).parent).toBe('');
  });
});

describe('The tree', () => {
  const branches = [
    {
      topic: node('app', 'アプリ', ['アプリ']),
      children: [node('app.login', 'ログイン', ['パスワード'], 'app')],
    },
    { topic: node('food', '食品', ['味']), children: [node('food.safety', '安全', ['異物'], 'food')] },
  ];

  it('is narrowed to names and keywords that have the text', () => {
    expect(narrowed(branches, 'パスワード').map(({ topic }) => topic.id)).toEqual(['app']);
    expect(narrowed(branches, 'ＦＯＯＤ').map(({ topic, children }) => [topic.id, children.length])).toEqual([
      ['food', 1],
    ]);
    expect(narrowed(branches, '味')).toEqual([{ topic: branches[1]!.topic, children: [] }]);
    expect(narrowed(branches, ' ')).toEqual(branches);
  });
});
