import { useCallback, useEffect, useRef, useState } from 'react';
import type { IssueChange, IssueState, IssueSummary } from '../api/types';
import { useHasRole, useUser } from '../session/useSession';
import { nextStates, passesStates, stateKeys } from './states';
import { useAnyIssueChange } from './useIssueChange';
import { useStateKeys } from './useStateKeys';

interface Options {
  items: readonly IssueSummary[] | undefined;
  states: readonly string[];
  leave: (id: number) => void;
  /** Called when one goes on from the last row. */
  more: () => void;
  focusFilter: () => void;
  help: () => void;
  /** Tells what was done, for those who do not see it. */
  announce: (issue: IssueSummary, change: IssueChange) => void;
  /** Chooses an issue, or no longer, to do something with several. */
  select: (issue: IssueSummary) => void;
}

export const rowId = (id: number) => `issue-${id}`;

const focus = (id: number | undefined) => id !== undefined && document.getElementById(rowId(id))?.focus();

/** The row that has, or would take, the focus, and the keys that act on it. */
export function useBoardKeys({
  items = [],
  states,
  leave,
  more,
  focusFilter,
  help,
  announce,
  select,
}: Options) {
  const [active, setActive] = useState<number | null>(null);
  const focusLater = useFocusLater(items);
  const change = useAnyIssueChange();
  const mayTriage = useHasRole('product');
  const me = useUser().userName;
  const at = items.findIndex((issue) => issue.id === active);
  const current = items[at];

  const move = (by: 1 | -1) => {
    if (at === items.length - 1 && by === 1) more();
    focus(items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))]?.id);
  };
  const act = (part: IssueChange) => {
    if (!current || change.isPending) return;
    const goes = part.state !== undefined && !passesStates(part.state, states);
    const next = items[at + 1] ?? items[at - 1];
    if (goes) leave(current.id);
    change.mutate(
      { id: current.id, change: part },
      {
        onSuccess: () => {
          announce(current, part);
          if (goes) focusLater(next?.id);
        },
      },
    );
  };
  const stateActions = Object.entries(stateKeys).map(([state, key]) => [
    key,
    () =>
      current &&
      nextStates[current.state].includes(state as IssueState) &&
      act({ state: state as IssueState }),
  ]);
  useStateKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      '/': focusFilter,
      '?': help,
      ...(mayTriage
        ? {
            ...Object.fromEntries(stateActions),
            e: () => act({ assignee: me }),
            x: () => current && select(current),
          }
        : {}),
    },
    {
      repeat: ['j', 'k', 'ArrowDown', 'ArrowUp'],
      within: { keys: ['ArrowDown', 'ArrowUp'], selector: '[data-board]' },
    },
  );
  return { active: current ? current.id : items[0]?.id, setActive };
}

/** Gives the focus to a row once the list is drawn without the one that had it. */
function useFocusLater(items: readonly IssueSummary[]) {
  const wanted = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    focus(wanted.current);
    wanted.current = undefined;
  }, [items]);
  return useCallback((id: number | undefined) => {
    wanted.current = id;
  }, []);
}
