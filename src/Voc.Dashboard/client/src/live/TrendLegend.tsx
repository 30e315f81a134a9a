import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function TrendLegend() {
  const { t } = useTranslation();
  return (
    <Group gap="md" fz="xs" c="dimmed" aria-hidden>
      {(['positive', 'neutral', 'negative'] as const).map((label) => (
        <Group key={label} gap={5} wrap="nowrap">
          <span style={{ width: 9, height: 9, borderRadius: 2, background: `var(--voc-${label})` }} />
          {t(`feedback.sentiment.${label}`)}
        </Group>
      ))}
    </Group>
  );
}
