import type { Span, Token } from '../api/types';

const kinds = {
  名詞: 'noun',
  固有名詞: 'properNoun',
  動詞: 'verb',
  形容詞: 'adjective',
  副詞: 'adverb',
  助詞: 'particle',
  助動詞: 'auxiliary',
  連体詞: 'adnominal',
  接続詞: 'conjunction',
  接頭詞: 'prefix',
  感動詞: 'interjection',
  フィラー: 'filler',
  記号: 'symbol',
} as const;

export type WordKind = (typeof kinds)[keyof typeof kinds] | 'other';

/** The kind of a word by the name its part of speech has in the dictionary, such as `名詞-固有名詞-一般`. */
export function kindOf(partOfSpeech: string): WordKind {
  const [major, minor] = partOfSpeech.split('-');
  if (major === '名詞' && minor === '固有名詞') return kinds.固有名詞;
  return kinds[major as keyof typeof kinds] ?? 'other';
}

const grammar: readonly WordKind[] = ['particle', 'auxiliary', 'symbol', 'filler'];

/** Whether a word holds others together rather than naming something. */
export const isGrammar = (token: Token) => grammar.includes(kindOf(token.partOfSpeech));

/** Words line by line, as their sentences are. Words outside every sentence join the line before them. */
export function linesOf(tokens: readonly Token[], sentences: readonly Span[]): Token[][] {
  const lines: Token[][] = [];
  const starts = sentences.map(({ start }) => start).sort((a, b) => a - b);
  let next = 0;
  for (const token of tokens) {
    const begins = next < starts.length && token.start >= starts[next]!;
    while (next < starts.length && token.start >= starts[next]!) next++;
    if (begins || lines.length === 0) lines.push([]);
    lines.at(-1)!.push(token);
  }
  return lines;
}
