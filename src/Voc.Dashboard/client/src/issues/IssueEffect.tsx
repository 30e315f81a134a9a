import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { isAfterFix } from './states';

const colours = {
  verified: 'green',
  improved: 'teal',
  unchanged: 'gray',
  tooEarly: 'gray',
  regressed: 'red',
} as const;

/** What a fix has done to the reports; nothing for an issue that was never fixed, or that fell silent and has none. */
export function IssueEffect({ issue }: { issue: Pick<IssueDetail, 'state' | 'kind' | 'effect'> }) {
  const { t, i18n } = useTranslation();
  if (!isAfterFix(issue.state) || issue.kind === 'silence') return null;
  const verdict = (issue.effect?.verdict ?? 'tooEarly') as keyof typeof colours;
  return (
    <Panel title={t('issues.effect.title')} hint={t('issues.effect.hint')}>
      <Group gap="sm" align="flex-start">
        <Badge color={colours[verdict]} variant="light">
          {t(`issues.effect.${verdict}`)}
        </Badge>
        <Text flex="1 1 16rem">
          {issue.effect
            ? i18n.language === 'en'
              ? issue.effect.says.en
              : issue.effect.says.ja
            : t('issues.effect.nothing')}
        </Text>
      </Group>
    </Panel>
  );
}
