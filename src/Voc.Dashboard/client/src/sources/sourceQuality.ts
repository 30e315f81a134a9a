import type { SourceFlow } from '../api/types';

type Quality = SourceFlow['quality'];

/** Counts with what they are a share of; null where nobody counts. */
export function shares(quality: Quality) {
  const { sent, analysed } = quality;
  const told = quality.japanese + quality.english + quality.otherLanguage;
  const ofSent = (key: 'empty' | 'duplicates' | 'faulty', count: number) => ({
    key,
    count: sent === null ? null : count,
    of: sent ?? 0,
  });
  return [
    ofSent('empty', quality.empty),
    ofSent('duplicates', quality.duplicates),
    ofSent('faulty', quality.refused - quality.empty),
    { key: 'masked' as const, count: quality.masked, of: analysed },
    { key: 'japanese' as const, count: quality.japanese, of: analysed },
    { key: 'english' as const, count: quality.english, of: analysed },
    { key: 'otherLanguage' as const, count: quality.otherLanguage, of: analysed },
    { key: 'untold' as const, count: analysed - told, of: analysed },
  ];
}
