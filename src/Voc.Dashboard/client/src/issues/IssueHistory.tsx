import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';

export function IssueHistory({ history }: { history: IssueDetail['history'] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const named = (group: 'action' | 'state', name: string) =>
    i18n.exists(`issues.${group}.${name}`) ? t(`issues.${group}.${name}` as 'issues.action.comment') : name;
  return (
    <Panel title={t('issues.history')}>
      {history.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('issues.noHistory')}
        </Text>
      ) : (
        <Timeline bulletSize={12} lineWidth={1} active={history.length}>
          {history.map((entry, at) => (
            <Timeline.Item key={at} title={<Text size="sm">{named('action', entry.action)}</Text>}>
              {entry.detail && (
                <Text size="sm">
                  {entry.action === 'state' ? named('state', entry.detail) : entry.detail}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {entry.who || t('issues.system')} ・ {format.dateTime(entry.at)}
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Panel>
  );
}
