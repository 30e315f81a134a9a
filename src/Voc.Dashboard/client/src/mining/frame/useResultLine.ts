import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { filterNames, type SearchState } from '../../search/searchState';
import { useValueLabel } from './useValueLabel';

/** The search in one line, as it stands on every picture: query, period, filters, how many texts, and when it was counted. */
export function useResultLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const labelOf = useValueLabel();
  return (search: SearchState, total: number, at: number) => {
    const { q, from, to, filters } = search;
    const parts = [q.trim() ? t('mining.query', { query: q.trim() }) : t('mining.everything')];
    if (from || to) parts.push(`${from && format.calendarDate(from)}–${to && format.calendarDate(to)}`);
    for (const name of filterNames)
      if (filters[name])
        parts.push(
          t('mining.filter', {
            name: t(`search.facet.${name}`),
            values: filters[name].map((value) => labelOf(name, value, value)).join(t('mining.listed')),
          }),
        );
    parts.push(t('mining.totalTexts', { texts: format.count(total) }));
    const line = parts.join(t('mining.separator'));
    return t('mining.asOf', { line, at: format.dateTime(new Date(at).toISOString()) });
  };
}
