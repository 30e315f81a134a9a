import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import classes from './Severity.module.css';
import type { SeverityPartName } from './severityParts';
import { useMayWeigh } from './useMayWeigh';

/** What an issue's severity consists of; nothing for praise and for what fell silent. */
export function SeverityBreakdown({
  issue,
}: {
  issue: Pick<IssueDetail, 'severityParts' | 'severityScore'>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayWeigh = useMayWeigh();
  if (issue.severityParts.length === 0) return null;
  return (
    <Panel
      title={t('severity.breakdown')}
      hint={t('severity.breakdownHint', { score: format.decimal(issue.severityScore ?? 0) })}
      actions={
        mayWeigh && (
          <Anchor component={Link} to="/issues/severity" size="sm">
            {t('severity.edit')}
          </Anchor>
        )
      }
    >
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {issue.severityParts
          .filter((part) => part.weight > 0)
          .map((part) => (
            <li
              key={part.name}
              className={classes.part}
              data-idle={!part.counts || undefined}
              title={part.counts ? undefined : t('severity.notCounted')}
            >
              <Text size="sm" c={part.points > 0 ? undefined : 'dimmed'}>
                {t(`severity.part.${part.name as SeverityPartName}`)}
              </Text>
              <span className={classes.track} aria-hidden>
                <span className={classes.fill} style={{ width: `${part.share * 100}%` }} />
              </span>
              <Text size="xs" c="dimmed" className="tabular" ta="right">
                {format.decimal(part.points)} / {format.decimal(part.weight)}
              </Text>
            </li>
          ))}
      </Stack>
    </Panel>
  );
}
