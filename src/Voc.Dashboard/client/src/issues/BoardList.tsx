import { Button, Card, VisuallyHidden } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueChange, IssueSummary } from '../api/types';
import { Failure, WaitingRows } from '../app/States';
import { useNow } from '../app/useNow';
import { useFormat } from '../format/useFormat';
import { useArrivals } from '../live/useArrivals';
import { useHasRole, useUser } from '../session/useSession';
import classes from './BoardList.module.css';
import { BoardRow } from './BoardRow';
import { NoIssues } from './NoIssues';
import { SelectionBar } from './grouping/SelectionBar';
import { useSelection } from './grouping/useSelection';
import { mostShown, pageSize, writeBoard, type BoardFilter } from './boardAddress';
import { lastOpened } from './lastOpened';
import { rowId, useBoardKeys } from './useBoardKeys';
import { useBoardList } from './useBoardList';
import { useHeld } from './useHeld';
import { useIssueTitle } from './useIssueTitle';

interface Props {
  filter: BoardFilter;
  limit: number;
  /** Issues on the pages before. */
  offset: number;
  box: RefObject<HTMLInputElement | null>;
  change: (part: Partial<BoardFilter>) => void;
  showMore: () => void;
  turnTo: (offset: number) => void;
  help: () => void;
}

export function BoardList({ filter, limit, offset, box, change, showMore, turnTo, help }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useIssueTitle();
  const me = useUser().userName;
  const now = useNow(30_000);
  const { newIssues } = useArrivals();
  const element = useRef<HTMLDivElement>(null);
  const held = useHeld(element);
  const board = useBoardList(filter, limit, offset, held);
  const { items, list } = board;
  const [said, setSaid] = useState('');
  const rest = list ? list.total - offset - list.items.length : 0;
  const hasMore = rest > 0 && limit < mostShown;
  const announce = (issue: IssueSummary, { state, assignee }: IssueChange) =>
    setSaid(
      t('issues.done', {
        title: titleOf(issue),
        what: state ? t(`issues.state.${state}`) : t('issues.assignedTo', { assignee: assignee ?? '' }),
      }),
    );
  const selection = useSelection();
  const maySelect = useHasRole('product');
  const { active, setActive } = useBoardKeys({
    items,
    states: filter.state,
    leave: board.leave,
    more: () => hasMore && !board.isFetchingMore && showMore(),
    focusFilter: () => box.current?.focus(),
    help,
    announce,
    select: selection.toggle,
  });
  useComeBack(items !== undefined);

  if (board.error && !items) return <Failure error={board.error} retry={board.retry} />;
  if (!items || !list) return <WaitingRows rows={8} height={72} />;
  if (items.length === 0 && board.isCurrent && board.waiting === 0 && offset === 0)
    return (
      <Card p={0}>
        <NoIssues filter={filter} list={list} change={change} />
      </Card>
    );
  const address = writeBoard(filter).toString();
  const turn = (first: number) => {
    turnTo(first);
    window.scrollTo({ top: 0 });
  };
  return (
    <div ref={element} data-board aria-busy={!board.isCurrent}>
      <div className={classes.bar} aria-live="polite">
        {board.waiting > 0 && (
          <Button
            size="compact-sm"
            radius="xl"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            onClick={() => {
              board.adopt();
              window.scrollTo({ top: 0 });
            }}
          >
            {t('issues.waiting', { total: format.count(board.waiting) })}
          </Button>
        )}
      </div>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
      <Card p={0} className={classes.card} data-waits={!board.isCurrent || undefined}>
        <ul className={classes.list} aria-label={t('app.nav.issues')}>
          {items.map((issue) => (
            <BoardRow
              key={issue.id}
              issue={issue}
              board={address}
              isActive={issue.id === active}
              isNew={newIssues.has(issue.id)}
              isChanged={issue.updatedAt > board.since}
              isGone={board.gone.has(issue.id)}
              me={me}
              now={now}
              focused={setActive}
              isSelected={selection.has(issue.id)}
              select={maySelect ? selection.toggle : null}
            />
          ))}
        </ul>
      </Card>
      <SelectionBar issues={selection.issues} clear={selection.clear} />
      <p className={classes.end}>
        <span role="status">
          {offset > 0
            ? t('issues.shownFrom', {
                first: format.count(Math.min(offset + 1, list.total)),
                last: format.count(offset + items.length),
                total: format.count(list.total),
              })
            : t('issues.shown', {
                shown: format.count(items.length),
                total: format.count(Math.max(list.total, items.length)),
              })}
        </span>
        {hasMore && (
          <Button size="xs" variant="light" loading={board.isFetchingMore} onClick={showMore}>
            {t('issues.more', { total: Math.min(pageSize, rest) })}
          </Button>
        )}
        {offset > 0 && (
          <Button size="xs" variant="default" onClick={() => turn(offset - mostShown)}>
            {t('issues.pageBefore', { total: mostShown })}
          </Button>
        )}
        {rest > 0 && limit >= mostShown && (
          <Button size="xs" variant="default" onClick={() => turn(offset + mostShown)}>
            {t('issues.pageAfter', { total: format.count(Math.min(mostShown, rest)) })}
          </Button>
        )}
      </p>
    </div>
  );
}

/** Goes on at the issue one comes back from. */
function useComeBack(isThere: boolean) {
  useEffect(() => {
    if (!isThere) return;
    const id = lastOpened.take();
    if (id !== null) document.getElementById(rowId(id))?.focus();
  }, [isThere]);
}
