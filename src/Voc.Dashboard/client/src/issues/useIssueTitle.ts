import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueSummary } from '../api/types';

export function useIssueTitle() {
  const { language } = useTranslation().i18n;
  return useCallback(
    (issue: Pick<IssueSummary, 'title' | 'titleEn'>) => (language === 'en' && issue.titleEn) || issue.title,
    [language],
  );
}
