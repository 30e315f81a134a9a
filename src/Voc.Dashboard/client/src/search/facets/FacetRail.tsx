import { Button, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTopicsQuery } from '../../feedback/useTopics';
import { attributeFacet, facetNames } from '../archiveQueries';
import { chosenMonths, withMonth } from '../periods';
import { chosenCount, toggled, unfiltered, type SearchState } from '../searchState';
import type { ChangeSearch } from '../useSearchAddress';
import { AttributeFacet } from './AttributeFacet';
import { Facet } from './Facet';
import { topicItems } from './topicItems';
import classes from './FacetRail.module.css';
import { useFacetLabel } from './useFacetLabel';
import { isFilter, type FacetCounts } from './useFacets';
import { useFilterName } from './useFilterName';

interface Props {
  state: SearchState;
  facets: FacetCounts;
  by: string;
  countBy: (attribute: string) => void;
  change: ChangeSearch;
}

/** Everything a search can be narrowed by, with the count of each value. */
export function FacetRail({ state, facets, by, countBy, change }: Props) {
  const { t } = useTranslation();
  const labelOf = useFacetLabel();
  const describe = useFilterName();
  const topics = useQuery(useTopicsQuery()).data ?? [];
  return (
    <Stack gap="sm" p="xs">
      <div className={classes.period}>
        <TextInput
          type="date"
          size="xs"
          label={t('search.from')}
          value={state.from}
          max={state.to || undefined}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('search.to')}
          value={state.to}
          min={state.from || undefined}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      {facetNames
        .filter((name) => name !== 'attribute')
        .map((name) => {
          const items = (facets[name] ?? []).map(({ value, label, count }) => ({
            value,
            label: labelOf(name, value, label),
            count,
          }));
          if (isFilter(name))
            return (
              <Facet
                key={name}
                title={t(`search.facet.${name}`)}
                items={name === 'topic' ? topicItems(items, topics) : items}
                chosen={state.filters[name] ?? []}
                choose={(value) => change(toggled(state, name, value))}
                nameOf={(value) => describe(name, value).value}
              />
            );
          return (
            <Facet
              key={name}
              title={t('search.facet.month')}
              hint={t('search.monthHint')}
              items={items.toReversed()}
              chosen={chosenMonths(state)}
              choose={(value, event) => change(withMonth(state, value, event.shiftKey))}
              nameOf={(value) => labelOf(name, value)}
            />
          );
        })}
      <AttributeFacet
        state={state}
        names={facets.attribute ?? []}
        values={facets[attributeFacet(by)] ?? []}
        by={by}
        countBy={countBy}
        change={change}
      />
      {chosenCount(state) > 0 && (
        <Button variant="default" size="xs" onClick={() => change(unfiltered(state))}>
          {t('search.clear')}
        </Button>
      )}
    </Stack>
  );
}
