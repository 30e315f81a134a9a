import { describe, expect, it } from 'vitest';
import { choice, choices, flag, number, readOptions, text, texts, writeOptions } from './options';

const schema = {
  count: choice(['texts', 'occurrences'], 'texts'),
  pos: choices(['noun', 'verb', 'adjective']),
  nodes: number(2, 150, 60),
  split: flag(true),
  word: text(),
  terms: texts(3),
};

const usual = readOptions(schema, new URLSearchParams());

describe('Options of a view in the address', () => {
  it('are read and written back the same', () => {
    const options = {
      count: 'occurrences',
      pos: ['noun', 'verb'],
      nodes: 80,
      split: false,
      word: '充電',
      terms: ['充電', '"電源が入らない"'],
    } as const satisfies Partial<Record<keyof typeof schema, unknown>>;
    const address = writeOptions(schema, new URLSearchParams(), {
      ...options,
      pos: [...options.pos],
      terms: [...options.terms],
    });
    expect(readOptions(schema, address)).toEqual(options);
  });

  it('are left out where they are usual, and leave what belongs to others', () => {
    const address = writeOptions(schema, new URLSearchParams('q=a&m.nodes=90&m.other=1'), usual);
    expect(address.toString()).toBe('q=a&m.other=1');
  });

  it('fall back to what is usual instead of failing on nonsense', () => {
    const nonsense = 'm.count=letters&m.pos=pronoun&m.nodes=1e9&m.split=perhaps&m.word=&m.terms=';
    expect(readOptions(schema, new URLSearchParams(nonsense))).toEqual(usual);
    expect(readOptions(schema, new URLSearchParams('m.nodes=%20')).nodes).toBe(60);
  });

  it('know each of several values once, and no more than there is room for', () => {
    const address = new URLSearchParams('m.terms=a&m.terms=b&m.terms=a&m.terms=c&m.terms=d');
    expect(readOptions(schema, address).terms).toEqual(['a', 'b', 'c']);
  });
});
