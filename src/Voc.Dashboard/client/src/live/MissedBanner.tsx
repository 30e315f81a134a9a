import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { arrivals } from './arrivals';
import { useArrivals } from './useArrivals';

/** What came while the page was closed or its tab in the back. */
export function MissedBanner() {
  const { t } = useTranslation();
  const { missed } = useArrivals();
  if (missed.size === 0) return null;
  return (
    <Group justify="space-between" px="md" py={6} bg="var(--voc-fresh)" role="status">
      <Text size="sm" fw={600}>
        {t('live.missed', { missed: missed.size })}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => arrivals.forgetMissed()}>
        {t('live.seen')}
      </Button>
    </Group>
  );
}
