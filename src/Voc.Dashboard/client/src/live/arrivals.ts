import type { IssueSummary } from '../api/types';

interface Arrivals {
  /** Feedback that came while nobody looked at the live page. */
  missed: ReadonlySet<number>;
  /** Feedback that came by push since the page was loaded. */
  pushed: ReadonlySet<number>;
  /** Feedback that was deleted since the page was loaded. */
  deleted: ReadonlySet<number>;
  /** Issues first heard of by push. */
  newIssues: ReadonlyMap<number, IssueSummary>;
}

const remembered = 1000;
const nothing: Arrivals = {
  missed: new Set(),
  pushed: new Set(),
  deleted: new Set(),
  newIssues: new Map(),
};

/** What has come by push and has not been looked at. A store outside React, because messages come at any time. */
class ArrivalStore {
  private current = nothing;
  private looking = false;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = () => this.current;

  /** Takes in what was pushed and gives back what had not been pushed before. */
  feedback<T extends { id: number }>(items: readonly T[]): T[] {
    const freshItems = items.filter((item) => !this.current.pushed.has(item.id));
    if (freshItems.length === 0) return freshItems;
    const fresh = freshItems.map((item) => item.id);
    this.change({
      pushed: new Set([...this.current.pushed, ...fresh].slice(-remembered)),
      missed: this.looking
        ? this.current.missed
        : new Set([...this.current.missed, ...fresh].slice(-remembered)),
    });
    return freshItems;
  }

  /** What is no more is not to be looked at. */
  deleted(ids: readonly number[]) {
    this.change({
      missed: new Set([...this.current.missed].filter((id) => !ids.includes(id))),
      deleted: new Set([...this.current.deleted, ...ids].slice(-remembered)),
    });
  }

  issue(issue: IssueSummary) {
    if (issue.state !== 'new' || this.current.newIssues.has(issue.id)) return;
    this.change({ newIssues: new Map(this.current.newIssues).set(issue.id, issue) });
  }

  look(isLooking: boolean) {
    this.looking = isLooking;
  }

  forgetMissed() {
    this.change({ missed: new Set() });
  }

  clear() {
    this.change(nothing);
  }

  private change(change: Partial<Arrivals>) {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

export const arrivals = new ArrivalStore();
