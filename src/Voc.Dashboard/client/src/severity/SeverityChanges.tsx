import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SeverityInfo } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';

type Difference = SeverityInfo['changes'][number]['differences'][number];

/** Who changed how severity is reckoned, when, and from what to what. */
export function SeverityChanges({ changes }: { changes: SeverityInfo['changes'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('severity.changes')}>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('severity.noChanges')}
        </Text>
      ) : (
        <Stack gap="sm">
          {changes.map((change) => (
            <div key={change.version}>
              {change.differences.map((difference) => (
                <Text key={difference.field} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  <Said difference={difference} />
                </Text>
              ))}
              <Text size="xs" c="dimmed">
                {change.who} ・ {format.dateTime(change.at)}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function Said({ difference: { field, from, to } }: { difference: Difference }) {
  const { t, i18n } = useTranslation();
  const name = i18n.exists(`severity.part.${field}`)
    ? t(`severity.part.${field}` as 'severity.part.reach')
    : t(`severity.field.${field}` as 'severity.field.attribute');
  if (field !== 'safetyWords' && field !== 'moneyWords')
    return `${name}: ${from || t('severity.none')} → ${to || t('severity.none')}`;
  const said = [
    to && t('severity.added', { words: to }),
    from && t('severity.removed', { words: from }),
  ].filter(Boolean);
  return `${name} ${said.join(' / ')}`;
}
