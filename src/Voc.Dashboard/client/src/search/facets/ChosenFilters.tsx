import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosenCount, filterNames, toggled, unfiltered, type SearchState } from '../searchState';
import type { ChangeSearch } from '../useSearchAddress';
import classes from './ChosenFilters.module.css';
import { useFilterName } from './useFilterName';
import { usePeriodName } from './usePeriodName';

/** What the results are narrowed by, each removable. */
export function ChosenFilters({ state, change }: { state: SearchState; change: ChangeSearch }) {
  const { t } = useTranslation();
  const describe = useFilterName();
  const period = usePeriodName();
  const { filters, from, to, like } = state;
  if (chosenCount(state) === 0 && like === null) return null;
  return (
    <ul className={classes.chips} aria-label={t('search.chosen')}>
      {like !== null && (
        <Chip name={t('search.likeThis')} value={`#${like}`} remove={() => change({ like: null })} />
      )}
      {(from || to) && (
        <Chip
          name={t('search.period')}
          value={period({ from, to })}
          remove={() => change({ from: '', to: '' })}
        />
      )}
      {filterNames.flatMap((name) =>
        (filters[name] ?? []).map((value) => (
          <Chip
            key={`${name} ${value}`}
            {...describe(name, value)}
            remove={() => change(toggled(state, name, value))}
          />
        )),
      )}
      {chosenCount(state) > 1 && (
        <li>
          <UnstyledButton fz="xs" c="dimmed" onClick={() => change(unfiltered(state))}>
            {t('search.clear')}
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
}

function Chip({ name, value, remove }: { name: string; value: string; remove: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <UnstyledButton
        className={classes.chip}
        onClick={remove}
        aria-label={t('search.removeFilter', { filter: `${name} ${value}` })}
      >
        <span className={classes.name}>{name}</span>
        <span className={classes.value}>{value}</span>
        <IconX size={12} aria-hidden />
      </UnstyledButton>
    </li>
  );
}
