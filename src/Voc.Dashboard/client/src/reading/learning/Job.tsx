import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';

interface Props {
  label: string;
  /** 0 to 1. */
  share: number;
  detail?: string;
  cancel?: () => void;
  isCancelling: boolean;
}

/** A job under way on the server, which goes on whether or not anybody looks. */
export function Job({ label, share, detail, cancel, isCancelling }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600} role="status">
          {label}
        </Text>
        <Text size="xs" c="dimmed" className="tabular">
          {[detail, format.percent(percent / 100)].filter(Boolean).join(' ・ ')}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <Progress value={percent} animated flex={1} aria-label={label} />
        {cancel && (
          <Button size="compact-sm" variant="default" onClick={cancel} loading={isCancelling}>
            {t('reading.stop')}
          </Button>
        )}
      </Group>
    </div>
  );
}
