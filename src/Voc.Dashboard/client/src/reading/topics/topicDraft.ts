import type { Keyword, TopicBranch, TopicInput, TopicNode } from '../../api/types';

/** A topic while somebody writes it. */
export interface TopicDraft {
  ja: string;
  en: string;
  /** Identifier of the topic above; empty for none. */
  parent: string;
  keywords: readonly Keyword[];
  hidden: boolean;
}

export const usualWeight = 2;
export const heaviest = 10;

export const emptyTopic = (parent = ''): TopicDraft => ({
  ja: '',
  en: '',
  parent,
  keywords: [],
  hidden: false,
});

export const draftOf = ({ ja, en, parent, keywords, hidden }: TopicNode): TopicDraft => ({
  ja,
  en,
  parent: parent ?? '',
  keywords,
  hidden,
});

/** Both names are wanted; who gives one only means it for both. */
export const inputOf = ({ ja, en, parent, keywords, hidden }: TopicDraft): TopicInput => ({
  ja: ja.trim() || en.trim(),
  en: en.trim() || ja.trim(),
  parent,
  keywords: [...keywords],
  hidden,
});

export const isReady = ({ ja, en, keywords }: TopicDraft) => (ja + en).trim() !== '' && keywords.length > 0;

/** Adds what is typed or pasted: words with commas, 、 or line breaks between them, each with a weight after a colon or none. */
export function withWords(keywords: readonly Keyword[], typed: string): Keyword[] {
  const result = [...keywords];
  for (const part of typed.split(/[,、，\n\t]+/)) {
    const [, word = '', weight] = /^\s*(.*?)\s*(?:[:：]\s*(\d+(?:\.\d+)?))?\s*$/s.exec(part) ?? [];
    if (word === '') continue;
    const at = result.findIndex((keyword) => keyword.word === word);
    const added = { word, weight: weight ? Number(weight) : (result[at]?.weight ?? usualWeight) };
    if (at < 0) result.push(added);
    else result[at] = added;
  }
  return result;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The tree with only the topics whose name or keyword has the text, and those above them. */
export function narrowed(branches: readonly TopicBranch[], q: string): TopicBranch[] {
  const wanted = plain(q.trim());
  if (wanted === '') return [...branches];
  const has = ({ ja, en, keywords }: TopicNode) =>
    [ja, en, ...keywords.map(({ word }) => word)].some((text) => plain(text).includes(wanted));
  return branches
    .map(({ topic, children }) => ({ topic, children: children.filter(has) }))
    .filter(({ topic, children }) => children.length > 0 || has(topic));
}
