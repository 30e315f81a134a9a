import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelName, IssueDetail, ValueCount } from '../api/types';
import { Panel } from '../app/Panel';
import { ShareBars } from '../charts/ShareBars';
import { ChannelMark } from '../feedback/ChannelMark';

export function IssueBreakdown({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  if (issue.kind === 'silence') return null;
  return (
    <Panel title={t('issues.breakdown')}>
      <Stack gap="md">
        <Part
          title={t('issues.channels')}
          counts={issue.channels}
          name={(value) => <ChannelMark channel={value as ChannelName} />}
        />
        <Part title={t('issues.regions')} counts={issue.regions} />
        <Part title={t('issues.segments')} counts={issue.segments} />
      </Stack>
    </Panel>
  );
}

interface PartProps {
  title: string;
  counts: ValueCount[];
  name?: (value: string) => ReactNode;
}

function Part({ title, counts, name = (value) => value }: PartProps) {
  if (counts.length === 0) return null;
  return (
    <div>
      <Title order={3} size="xs" c="dimmed" fw={500} mb={4}>
        {title}
      </Title>
      <ShareBars
        label={title}
        bars={counts.slice(0, 8).map(({ value, count }) => ({ key: value, label: name(value), count }))}
      />
    </div>
  );
}
