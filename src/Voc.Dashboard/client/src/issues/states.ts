import type { IssueState } from '../api/types';

/** Where a state may lead; the server refuses anything else. */
export const nextStates: Record<IssueState, IssueState[]> = {
  new: ['acknowledged', 'investigating', 'fixed', 'muted'],
  acknowledged: ['investigating', 'fixed', 'muted'],
  investigating: ['acknowledged', 'fixed', 'muted'],
  fixed: ['investigating', 'verified', 'regressed'],
  verified: ['investigating', 'regressed'],
  regressed: ['acknowledged', 'investigating', 'fixed', 'muted'],
  muted: ['acknowledged', 'investigating', 'fixed'],
};

/** States after a fix, which has a date. */
export const isAfterFix = (state: IssueState) => ['fixed', 'verified', 'regressed'].includes(state);

/** The key that leads to a state. */
export const stateKeys: Partial<Record<IssueState, string>> = {
  acknowledged: 'a',
  investigating: 'i',
  fixed: 'f',
  verified: 'v',
  regressed: 'r',
  muted: 'm',
};

/** States in which somebody has something to do. */
export const isOpen = (state: IssueState) =>
  ['new', 'acknowledged', 'investigating', 'regressed'].includes(state);

/** Whether a board with these groups and states has issues in a state. */
export const passesStates = (state: IssueState, chosen: readonly string[]) =>
  chosen.some((one) =>
    one === 'all'
      ? true
      : one === 'open'
        ? isOpen(state)
        : one === 'closed'
          ? state === 'fixed' || state === 'verified'
          : one === state,
  );
