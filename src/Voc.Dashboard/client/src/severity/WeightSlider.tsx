import { Group, NumberInput, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Severity.module.css';
import type { SeverityPartName } from './severityParts';

interface Props {
  part: SeverityPartName;
  value: number;
  change: (value: number) => void;
  error?: string;
}

/** The points of one part, by slider and by number. */
export function WeightSlider({ part, value, change, error }: Props) {
  const { t } = useTranslation();
  const name = t(`severity.part.${part}`);
  return (
    <div className={classes.weight}>
      <div>
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {t(`severity.hint.${part}`)}
        </Text>
      </div>
      <Slider value={value} onChange={change} min={0} max={100} label={null} thumbLabel={name} size="sm" />
      <Group gap={6} wrap="nowrap">
        <NumberInput
          aria-label={`${name} ${t('severity.points')}`}
          value={value}
          onChange={(next) => typeof next === 'number' && change(next)}
          min={0}
          max={100}
          clampBehavior="strict"
          hideControls
          size="xs"
          w={56}
          error={error}
        />
        <Text size="xs" c="dimmed">
          {t('severity.points')}
        </Text>
      </Group>
    </div>
  );
}
