import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFieldName } from '../../feedback/useFieldName';
import { absent, toggled, type SearchState } from '../searchState';
import type { FacetValue } from '../../api/types';
import type { ChangeSearch } from '../useSearchAddress';
import { Facet } from './Facet';

interface Props {
  state: SearchState;
  /** Which attributes there are. */
  names: readonly FacetValue[];
  /** Values of the one that is picked. */
  values: readonly FacetValue[];
  by: string;
  countBy: (attribute: string) => void;
  change: ChangeSearch;
}

/** Counts by whichever attribute is picked; filters by attributes are written `name=value`. */
export function AttributeFacet({ state, names, values, by, countBy, change }: Props) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  if (names.length === 0 && !by) return null;
  const known = names.map(({ value }) => value);
  const offered = by && !known.includes(by) ? [by, ...known] : known;
  const valueOf = (chosen: string) => chosen.slice(by.length + 1);
  return (
    <section aria-label={t('search.facet.attribute')}>
      <NativeSelect
        size="xs"
        label={t('search.facet.attribute')}
        value={by}
        onChange={(event) => countBy(event.currentTarget.value)}
        data={[
          { value: '', label: t('search.pickAttribute') },
          ...offered.map((name) => ({ value: name, label: nameOf(name) })),
        ]}
        mb={4}
      />
      {by && (
        <Facet
          title={nameOf(by)}
          items={values.map(({ value, label, count }) => ({
            value,
            label: value === absent ? t('search.absent') : label || value,
            count,
          }))}
          chosen={(state.filters.attribute ?? []).filter((one) => one.startsWith(`${by}=`)).map(valueOf)}
          choose={(value) => change(toggled(state, 'attribute', `${by}=${value}`))}
          nameOf={(value) => value || t('search.absent')}
        />
      )}
    </section>
  );
}
