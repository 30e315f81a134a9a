import { ActionIcon, Button, Card, Drawer, Group, Tabs } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconChartDots, IconFilter, IconKeyboard, IconList } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { Waiting } from '../app/States';
import { ExportButton } from '../exports/ExportButton';
import { SavedSearches, type SavedSearchesHandle } from '../saved/SavedSearches';
import { answerQuery } from './archiveQueries';
import { Expansions } from './box/Expansions';
import { QueryBox } from './box/QueryBox';
import { useRecentQueries } from './box/recentQueries';
import { ChosenFilters } from './facets/ChosenFilters';
import { FacetRail } from './facets/FacetRail';
import { useFacets } from './facets/useFacets';
import type { ListHandle } from './results/HitList';
import { SearchKeys } from './results/SearchKeys';
import { Results } from './results/Results';
import { useListKeys } from './results/useListKeys';
import classes from './SearchPage.module.css';
import { chosenCount, searchQueryOf, writeSearch, type SearchView } from './searchState';
import { useSearchAddress } from './useSearchAddress';

const MiningViews = lazy(() =>
  import('../mining/MiningViews').then(({ MiningViews }) => ({ default: MiningViews })),
);

/** The archive: what is asked, what it is narrowed by, and what was found, as a list or analysed. */
export function Component() {
  const { t } = useTranslation();
  const { state, view, change, look } = useSearchAddress();
  const client = useQueryClient();
  const answer = useQuery({ ...answerQuery(searchQueryOf(state)), placeholderData: keepPreviousData });
  const facets = useFacets(state, view.by, answer.data, answer.isSuccess && !answer.isPlaceholderData);
  const box = useRef<HTMLInputElement>(null);
  const listRef = useRef<ListHandle>(null);
  const savedRef = useRef<SavedSearchesHandle>(null);
  const [helps, help] = useDisclosure(false);
  const [filtering, filter] = useDisclosure(false);
  const isWide = useMediaQuery('(min-width: 62em)', true);
  const chosen = chosenCount(state);

  const refresh = () => {
    window.scrollTo({ top: 0 });
    void client.invalidateQueries({ queryKey: ['search'] });
  };
  const search = (q: string) => {
    if (q.trim() === state.q) refresh();
    else change({ q, without: [] });
  };
  useListKeys({
    move: (by) => listRef.current?.move(by),
    focusBox: () => {
      box.current?.focus({ preventScroll: true });
      box.current?.select();
    },
    help: help.toggle,
    save: () => savedRef.current?.save(),
  });
  const { remember } = useRecentQueries();
  const keep = useEffectEvent(remember);
  const understood = answer.isSuccess && !answer.isPlaceholderData ? state.q.trim() : '';
  useEffect(() => {
    if (understood) keep(understood);
  }, [understood]);

  const rail = (
    <FacetRail state={state} facets={facets} by={view.by} countBy={(by) => look({ by })} change={change} />
  );
  return (
    <Page
      title={t('app.nav.search')}
      actions={
        <Group gap="xs">
          <ActionIcon
            visibleFrom="sm"
            variant="subtle"
            color="gray"
            title={t('search.keys')}
            aria-label={t('search.keys')}
            onClick={help.open}
          >
            <IconKeyboard size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <SavedSearches ref={savedRef} />
        </Group>
      }
    >
      <QueryBox q={state.q} error={answer.error} busy={answer.isFetching} input={box} search={search} />
      <Expansions state={state} expansions={answer.data?.expansions ?? []} change={change} />
      <div className={classes.columns}>
        {isWide && (
          <Card component="aside" aria-label={t('search.filters')} padding={0} className={classes.rail}>
            {rail}
          </Card>
        )}
        <div className={classes.found}>
          {!isWide && (
            <Button
              variant="default"
              size="xs"
              mb="xs"
              leftSection={<IconFilter size={15} aria-hidden />}
              onClick={filter.open}
              aria-haspopup="dialog"
            >
              {chosen > 0 ? t('search.filtersChosen', { chosen }) : t('search.filters')}
            </Button>
          )}
          <ChosenFilters state={state} change={change} />
          <Tabs
            value={view.tab}
            onChange={(tab) => look({ tab: tab as SearchView['tab'] })}
            keepMounted={false}
          >
            <Tabs.List mb="sm">
              <Tabs.Tab value="results" leftSection={<IconList size={16} stroke={1.6} aria-hidden />}>
                {t('search.tab.results')}
              </Tabs.Tab>
              <Tabs.Tab value="analysis" leftSection={<IconChartDots size={16} stroke={1.6} aria-hidden />}>
                {t('search.tab.analysis')}
              </Tabs.Tab>
              <div className={classes.export}>
                <ExportButton
                  search={writeSearch(new URLSearchParams(), state).toString()}
                  total={answer.isPlaceholderData ? null : (answer.data?.total ?? null)}
                />
              </div>
            </Tabs.List>
            <Tabs.Panel value="results">
              <Results {...{ state, view, answer, listRef, change, look, refresh }} />
            </Tabs.Panel>
            <Tabs.Panel value="analysis">
              <Suspense fallback={<Waiting height={420} />}>
                {!answer.error && <MiningViews search={state} />}
              </Suspense>
            </Tabs.Panel>
          </Tabs>
        </div>
      </div>
      {!isWide && (
        <Drawer
          opened={filtering}
          onClose={filter.close}
          position="left"
          size="min(22rem, 92vw)"
          title={t('search.filters')}
          closeButtonProps={{ 'aria-label': t('app.close') }}
          padding="xs"
          styles={{ header: { paddingInlineStart: 'calc(2 * var(--mantine-spacing-xs))' } }}
        >
          {rail}
        </Drawer>
      )}
      <SearchKeys opened={helps} close={help.close} />
    </Page>
  );
}
