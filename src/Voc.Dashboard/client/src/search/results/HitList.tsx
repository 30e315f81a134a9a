import { Card } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../app/States';
import { useFeedbackLink } from '../../feedback/useFeedbackLink';
import { useFormat } from '../../format/useFormat';
import { deepest } from '../archiveQueries';
import { searchQueryOf, type SearchState, type SearchView } from '../searchState';
import type { SearchAnswer } from '../../api/types';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import { HitArticle } from './HitArticle';
import classes from './HitList.module.css';
import { useActiveRow } from './useActiveRow';
import { useHitPages } from './useHitPages';
import { usePlace } from './usePlace';
import { useWindowList } from './useWindowList';

/** What keys do with the list. */
export interface ListHandle {
  move: (by: 1 | -1) => void;
}

interface Props {
  state: SearchState;
  view: SearchView;
  answer: SearchAnswer;
  /** False while the answer is that of the search before. */
  isCurrent: boolean;
  handleRef: RefObject<ListHandle | null>;
  change: ChangeSearch;
  look: ChangeView;
}

/** All results in one list. Only what is on the screen is drawn and fetched, however many there are. */
export function HitList({ state, view, answer, isCurrent, handleRef, change, look }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const feedback = useFeedbackLink();
  const { active, activate, focused } = useActiveRow(list, feedback.id !== null);
  const query = searchQueryOf(state);
  const [range, setRange] = useState({ first: view.at, last: view.at + 15 });
  const pages = useHitPages({ query, answer, isCurrent, ...range });
  const { rows } = pages;
  const { virtualizer, top, firstInSight } = useWindowList(list, rows, setRange);
  usePlace({
    search: JSON.stringify(query),
    at: view.at,
    isReady: isCurrent && top > 0,
    first: range.first,
    firstInSight,
    scrollTo: (row) => {
      activate(null);
      if (row > 0) virtualizer.scrollToIndex(row, { align: 'start' });
      else if (firstInSight() > 0) window.scrollTo({ top: 0 });
    },
    look,
  });

  const move = (by: 1 | -1) => {
    if (rows === 0) return;
    const isInSight = active !== null && active >= range.first - 1 && active <= range.last + 1;
    const next = isInSight ? Math.min(rows - 1, Math.max(0, active + by)) : firstInSight();
    activate(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    const hit = pages.hitAt(next);
    if (feedback.id !== null && hit) feedback.replace(hit.id);
  };
  useLayoutEffect(() => {
    handleRef.current = { move };
  });
  return (
    <>
      <Card p={0} className={classes.card} data-waits={!isCurrent || undefined}>
        {pages.error && <Failure error={pages.error} retry={pages.retry} />}
        <div
          ref={list}
          role="feed"
          data-hits
          aria-label={t('search.results')}
          aria-busy={pages.isFetching || !isCurrent}
          className={classes.list}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const hit = pages.hitAt(index);
            const isActive = index === (active ?? 0);
            return (
              // The articles of a feed take the focus and its keys; see the feed pattern of the ARIA practices.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <article
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                data-opened={(hit && hit.id === feedback.id) || undefined}
                aria-posinset={index + 1}
                aria-setsize={pages.isExact ? rows : -1}
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={isActive ? 0 : -1}
                onFocus={() => focused(index)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && event.target === event.currentTarget && hit)
                    feedback.open(hit.id);
                }}
                className={classes.item}
                style={{ transform: `translateY(${start - top}px)` }}
              >
                {hit ? (
                  <HitArticle {...{ state, view, hit, isActive, change, look }} />
                ) : (
                  <div className={classes.waiting} />
                )}
              </article>
            );
          })}
        </div>
      </Card>
      {rows === deepest(state.fold) && answer.total > rows && (
        <p className={classes.deepest}>{t('search.deepest', { deepest: format.count(rows) })}</p>
      )}
    </>
  );
}
