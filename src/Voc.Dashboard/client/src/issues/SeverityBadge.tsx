import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssueSummary, Severity } from '../api/types';

const colours: Record<Severity, string> = { low: 'gray', medium: 'orange', high: 'orange', critical: 'red' };

export function SeverityBadge({
  issue,
}: {
  issue: Pick<IssueSummary, 'severity' | 'polarity'> & { kind?: IssueSummary['kind'] };
}) {
  const { t } = useTranslation();
  if (issue.polarity === 'positive')
    return (
      <Badge size="sm" color="teal">
        {t('issues.positive')}
      </Badge>
    );
  return (
    <>
      <Badge
        size="sm"
        color={colours[issue.severity]}
        variant={issue.severity === 'critical' || issue.severity === 'high' ? 'filled' : 'light'}
      >
        {t(`issues.severity.${issue.severity}`)}
      </Badge>
      {issue.kind === 'silence' && (
        <Badge size="sm" color="indigo" variant="light">
          {t('issues.silence')}
        </Badge>
      )}
    </>
  );
}
