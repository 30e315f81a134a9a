import { describe, expect, it } from 'vitest';
import { resources } from './texts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

const ja = new Map(flatten(resources.ja.translation));
const en = new Map(flatten(resources.en.translation));
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('The texts', () => {
  it('say everything in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
    expect(ja.size).toBeGreaterThan(150);
  });

  it('use the same variables in both languages', () => {
    for (const [key, text] of ja) expect([key, variables(en.get(key)!)]).toEqual([key, variables(text)]);
  });

  it('leave nothing blank and no Japanese in English', () => {
    for (const text of [...ja.values(), ...en.values()]) expect(text.trim()).not.toBe('');
    for (const [key, text] of en)
      expect([key, /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)]).toEqual([key, false]);
  });
});
