import type { IssueSummary, Severity } from '../api/types';
import type { IssueSort } from './issueQueries';

const severities: Severity[] = ['critical', 'high', 'medium', 'low'];

const comparers: Record<IssueSort, (a: IssueSummary, b: IssueSummary) => number> = {
  severity: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || newest(a, b),
  newest,
  count: (a, b) => b.count - a.count,
  growth: (a, b) => b.growth - a.growth,
};

function newest(a: IssueSummary, b: IssueSummary) {
  return Date.parse(b.detectedAt) - Date.parse(a.detectedAt);
}

/** The order the server gives, kept while messages change the issues of the list. */
export const inOrder = (issues: readonly IssueSummary[], sort: IssueSort) =>
  [...issues].sort(comparers[sort]);
