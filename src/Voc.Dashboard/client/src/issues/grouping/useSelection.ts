import { useCallback, useState } from 'react';
import type { IssueSummary } from '../../api/types';

/** Issues that are chosen on the board, in the order they were. */
export function useSelection() {
  const [issues, setIssues] = useState<readonly IssueSummary[]>([]);
  const toggle = useCallback(
    (issue: IssueSummary) =>
      setIssues((before) =>
        before.some(({ id }) => id === issue.id)
          ? before.filter(({ id }) => id !== issue.id)
          : [...before, issue],
      ),
    [],
  );
  const clear = useCallback(() => setIssues([]), []);
  return { issues, toggle, clear, has: (id: number) => issues.some((issue) => issue.id === id) };
}
