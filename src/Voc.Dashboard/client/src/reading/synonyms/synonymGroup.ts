import type { SynonymGroup } from '../../api/types';

/** How a group is called where one word is not enough and all are too many. */
export const nameOf = ({ words }: Pick<SynonymGroup, 'words'>) =>
  words.length > 3 ? `${words.slice(0, 3).join('・')}…` : words.join('・');

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

export const matches = (group: SynonymGroup, q: string) =>
  group.words.some((word) => plain(word).includes(plain(q.trim())));

/** The words as the server takes them, those that differ only in width or case once. */
export function cleaned(words: readonly string[]): string[] {
  const known = new Set<string>();
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '' && !known.has(plain(word)) && known.add(plain(word)));
}

/** How wide a word's bar is beside the others', in percent. */
export const widthOf = (count: number, total: number) => (total === 0 ? 0 : (100 * count) / total);
