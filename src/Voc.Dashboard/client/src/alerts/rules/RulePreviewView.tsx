import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RuleInput } from '../../api/types';
import { failureMessages, Waiting } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { useIssueTitle } from '../../issues/useIssueTitle';
import { previewQuery } from '../alertQueries';

const mostShown = 10;

/** What the rule would have told in the last thirty days. */
export function RulePreviewView({ rule }: { rule: RuleInput }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useIssueTitle();
  const [wanted] = useDebouncedValue(rule, 400);
  const { data, error, isFetching } = useQuery({
    ...previewQuery(wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="xs" component="section" aria-label={t('alerts.preview')} aria-busy={isFetching}>
      <Text fw={600}>{t('alerts.preview')}</Text>
      {!data && isFetching && <Waiting height={60} />}
      {error && (
        <Text size="sm" c="var(--voc-negative-text)">
          {failureMessages(error, t('app.offline')).join(' ')}
        </Text>
      )}
      {!error && data && (
        <>
          <Text size="sm" role="status">
            {data.issues.length === 0
              ? t('alerts.previewNone')
              : t('alerts.previewIssues', { issues: data.issues.length, messages: data.messages })}
          </Text>
          {data.issues.slice(0, mostShown).map((issue) => (
            <div key={issue.id}>
              <Group gap={6}>
                <Badge size="sm" variant="light" color="gray">
                  {t(`issues.severity.${issue.severity}`)}
                </Badge>
                <Anchor component={Link} to={`/issues/${issue.id}`} size="sm">
                  {title(issue)}
                </Anchor>
              </Group>
              <Text size="xs" c="dimmed">
                {issue.told
                  .map(
                    ({ event, at, sentAt }) =>
                      `${t(`alerts.event.${event}`)} ${format.dateTime(at)}` +
                      (sentAt === at ? '' : ` (${t('alerts.previewSent', { at: format.dateTime(sentAt) })})`),
                  )
                  .join(' ・ ')}
              </Text>
            </div>
          ))}
          {data.issues.length > mostShown && (
            <Text size="xs" c="dimmed">
              …
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('alerts.previewHint')}
          </Text>
        </>
      )}
    </Stack>
  );
}
