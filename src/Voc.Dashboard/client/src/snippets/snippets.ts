import type { Snippet } from '../api/types';

/** A text with something put into it, and what is selected then. */
export interface Insertion {
  text: string;
  selection: Range;
}

/** From and to, in characters. */
export type Range = readonly [number, number];

const typedKey = /[;；]([^\s;；{}]{1,20})$/;
const blanks = /\{([^{}\n]{1,20})\}/g;

export const normal = (key: string) => key.normalize('NFKC').toLowerCase();

/** Each key once: a snippet of one's own stands before the company's. */
export function byKey(snippets: readonly Snippet[]) {
  const own = new Set(snippets.filter((one) => !one.shared).map((one) => one.key));
  return snippets.filter((one) => !one.shared || !own.has(one.key));
}

/** The snippet whose key ends at the cursor, with where its semicolon is. */
export function typedSnippet(text: string, cursor: number, snippets: readonly Snippet[]) {
  const match = typedKey.exec(text.slice(0, cursor));
  if (!match) return undefined;
  const key = normal(match[1]!);
  const snippet = byKey(snippets).find((one) => one.key === key);
  return snippet && { snippet, start: match.index };
}

/** Puts a snippet in place of a range; what is known is filled in, and the first blank left is selected. */
export function insert(text: string, [start, end]: Range, snippet: Snippet, known: Known): Insertion {
  const filled = snippet.text.replace(blanks, (blank, name: string) => known[normal(name)] || blank);
  const whole = text.slice(0, start) + filled + text.slice(end);
  const after = start + filled.length;
  const first = nextBlank(whole, start);
  return { text: whole, selection: first && first[1] <= after ? first : [after, after] };
}

/** The first blank that begins at a place or after it. */
export function nextBlank(text: string, from: number): Range | undefined {
  for (const match of text.matchAll(blanks))
    if (match.index >= from) return [match.index, match.index + match[0].length];
  return undefined;
}

/** What blanks of these names are filled with; a blank whose value is empty stays. */
export type Known = Record<string, string>;

export const known = (product: string, date: string, time: string): Known => {
  const [named, today, now] = [product.trim(), date, time];
  return { 製品: named, 商品: named, product: named, 日付: today, date: today, 時刻: now, time: now };
};

/** Those that have all words of a question in key, title or text. */
export function matching(snippets: readonly Snippet[], asked: string) {
  const words = normal(asked)
    .split(/[\s;]+/)
    .filter(Boolean);
  const has = (one: Snippet, word: string) => normal(`${one.key} ${one.title} ${one.text}`).includes(word);
  const found = byKey(snippets).filter((one) => words.every((word) => has(one, word)));
  const starts = (one: Snippet) => (words[0] && one.key.startsWith(words[0]) ? 0 : 1);
  return found.sort((one, other) => starts(one) - starts(other));
}
