import { useTranslation } from 'react-i18next';
import type { ExplainedPart } from '../../api/types';
import { isFilter } from '../facets/useFacets';
import { useFilterName } from '../facets/useFilterName';
import { usePeriodName } from '../facets/usePeriodName';
import { absent } from '../searchState';

/** What a filter of an explained search is called on the page; as a query where that is not known. */
export function useFilterWords() {
  const { t } = useTranslation();
  const describe = useFilterName();
  const period = usePeriodName();
  return ({ text, parts }: ExplainedPart) => {
    const days = /^date:\[(\S+) TO (\S+)\]$/.exec(text);
    if (days) return period({ from: dayOf(days[1]!), to: dayOf(days[2]!) });
    const named = (parts.length > 0 ? parts.map((part) => part.text) : [text]).map((text) => {
      const clause = clauseOf(text);
      return clause && describe(clause.name, clause.value);
    });
    if (!named.every((one) => one !== null)) return text;
    return t('mining.filter', {
      name: named[0]!.name,
      values: named.map(({ value }) => value).join(t('mining.listed')),
    });
  };
}

const dayOf = (day: string) => (day === '*' ? '' : day);

/** The field and value that a clause such as `product:"ZQ-1 ミニ"` asks for, or `-product:*` for having none. */
function clauseOf(text: string) {
  const [, no, name, quoted, plain] = /^(-?)([a-z]+):(?:"([^"]*)"|(.+))$/.exec(text) ?? [];
  if (name === undefined || !isFilter(name)) return null;
  const value = quoted ?? plain!;
  if (!no) return { name, value };
  return { name, value: name === 'attribute' ? `${value}=` : absent };
}
