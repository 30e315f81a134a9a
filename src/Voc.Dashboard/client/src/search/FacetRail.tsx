import { Button, Card, Collapse, Stack, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../api/types';
import { intentNames } from '../feedback/intentNames';
import { Facet } from './Facet';
import { daysOfMonth, facetNames, filterNames, toggled, type SearchState } from './searchState';

interface Props {
  state: SearchState;
  facets: SearchAnswer['facets'] | undefined;
  change: (state: SearchState) => void;
}

export function FacetRail({ state, facets, change }: Props) {
  const { t } = useTranslation();
  const [isOpen, rail] = useDisclosure(false);
  const isWide = useMediaQuery('(min-width: 62em)', true);
  const chosen = filterNames.reduce((sum, name) => sum + (state.filters[name]?.length ?? 0), 0);
  const isFiltered = chosen > 0 || state.from !== '' || state.to !== '';
  return (
    <Card component="aside" aria-label={t('search.filters')} padding="xs">
      <Button
        hiddenFrom="md"
        variant="subtle"
        justify="flex-start"
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={rail.toggle}
        aria-expanded={isOpen}
      >
        {chosen > 0 ? t('search.filtersChosen', { chosen }) : t('search.filters')}
      </Button>
      <Collapse expanded={isWide || isOpen}>
        <Stack gap="md" p="xs">
          <Stack gap={4}>
            <TextInput
              type="date"
              size="xs"
              label={t('search.from')}
              value={state.from}
              max={state.to || undefined}
              onChange={(event) => change({ ...state, from: event.currentTarget.value, page: 1 })}
            />
            <TextInput
              type="date"
              size="xs"
              label={t('search.to')}
              value={state.to}
              min={state.from || undefined}
              onChange={(event) => change({ ...state, to: event.currentTarget.value, page: 1 })}
            />
          </Stack>
          {facetNames.map((name) => (
            <Facet
              key={name}
              name={name}
              values={facets?.[name] ?? []}
              chosen={name === 'month' ? chosenMonth(state) : (state.filters[name] ?? [])}
              choose={(value) =>
                change(name === 'month' ? withMonth(state, value) : toggled(state, name, value))
              }
            />
          ))}
          <Facet
            name="intent"
            values={intentNames.map((value) => ({ value, label: value }))}
            chosen={state.filters.intent ?? []}
            choose={(value) => change(toggled(state, 'intent', value))}
          />
          {isFiltered && (
            <Button
              variant="default"
              size="xs"
              onClick={() => change({ ...state, filters: {}, from: '', to: '', page: 1 })}
            >
              {t('search.clear')}
            </Button>
          )}
        </Stack>
      </Collapse>
    </Card>
  );
}

function chosenMonth({ from, to }: SearchState) {
  const month = from.slice(0, 7);
  return from && daysOfMonth(month).from === from && daysOfMonth(month).to === to ? [month] : [];
}

function withMonth(state: SearchState, month: string): SearchState {
  const isChosen = chosenMonth(state).includes(month);
  return { ...state, ...(isChosen ? { from: '', to: '' } : daysOfMonth(month)), page: 1 };
}
