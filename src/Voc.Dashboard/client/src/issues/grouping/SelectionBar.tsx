import { Affix, Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IssueSummary } from '../../api/types';
import { MergeDialog } from './MergeDialog';

interface Props {
  issues: readonly IssueSummary[];
  clear: () => void;
}

/** What can be done with the issues chosen on the board, at the lower end of the page. */
export function SelectionBar({ issues, clear }: Props) {
  const { t } = useTranslation();
  const [isMerging, merging] = useDisclosure();
  if (issues.length === 0) return null;
  return (
    <Affix position={{ bottom: 12, right: 12 }} withinPortal={false}>
      <Paper withBorder shadow="md" px="md" py="xs" role="region" aria-label={t('grouping.title')}>
        <Group gap="sm">
          <Text size="sm">{t('grouping.selected', { count: issues.length })}</Text>
          <Button
            size="xs"
            leftSection={<IconArrowMerge size={15} aria-hidden />}
            disabled={issues.length < 2}
            onClick={merging.open}
          >
            {t('grouping.merge')}
          </Button>
          <Button size="xs" variant="default" onClick={clear}>
            {t('grouping.clear')}
          </Button>
        </Group>
      </Paper>
      {isMerging && <MergeDialog issues={issues} close={merging.close} merged={clear} />}
    </Affix>
  );
}
