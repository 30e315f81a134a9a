import type { IssueSummary } from '../api/types';

/** The order of the newest, kept while messages change the issues of the list. */
export const newestFirst = (issues: readonly IssueSummary[]) =>
  [...issues].sort((a, b) => Date.parse(b.detectedAt) - Date.parse(a.detectedAt));
