import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldName } from '../../feedback/useFieldName';
import { useTopicsQuery } from '../../feedback/useTopics';
import { absent, type FilterName } from '../searchState';
import { useFacetLabel } from './useFacetLabel';

/** What a filter and its value are called in the reader's language. */
export function useFilterName() {
  const { t } = useTranslation();
  const labelOf = useFacetLabel();
  const fieldName = useFieldName();
  const topics = useQuery(useTopicsQuery()).data;
  return (name: FilterName, value: string) => {
    if (name === 'attribute') {
      const [attribute = '', ...rest] = value.split('=');
      const own = rest.join('=');
      return { name: fieldName(attribute), value: own === absent ? t('search.absent') : own };
    }
    const label = name === 'topic' ? topics?.find((topic) => topic.id === value)?.name : undefined;
    return { name: t(`search.facet.${name}`), value: labelOf(name, value, label) };
  };
}
