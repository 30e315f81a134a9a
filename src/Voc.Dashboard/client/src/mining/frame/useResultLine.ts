import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { useFilterName } from '../../search/facets/useFilterName';
import { usePeriodName } from '../../search/facets/usePeriodName';
import { filterNames, type SearchState } from '../../search/searchState';

/** The search in one line, as it stands on every picture: query, period, filters, how many texts, and when it was counted. */
export function useResultLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriodName();
  const filterName = useFilterName();
  return (search: SearchState, total: number, at: number) => {
    const { q, from, to, filters, synonyms, without, like } = search;
    const parts = [q.trim() ? t('mining.query', { query: q.trim() }) : t('mining.everything')];
    if (synonyms) parts.push(t('mining.withSynonyms'));
    if (without.length > 0) parts.push(t('mining.without', { words: without.join(t('mining.listed')) }));
    if (like !== null) parts.push(`${t('search.likeThis')} #${like}`);
    if (from || to) parts.push(period({ from, to }));
    for (const name of filterNames) {
      const named = (filters[name] ?? []).map((value) => filterName(name, value));
      for (const filter of new Set(named.map((one) => one.name))) {
        const values = named.filter((one) => one.name === filter).map((one) => one.value);
        parts.push(t('mining.filter', { name: filter, values: values.join(t('mining.listed')) }));
      }
    }
    parts.push(t('mining.totalTexts', { texts: format.count(total) }));
    const line = parts.join(t('mining.separator'));
    return t('mining.asOf', { line, at: format.dateTime(new Date(at).toISOString()) });
  };
}
