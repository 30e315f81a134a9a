import { Button, Chip, Group, NativeSelect, SegmentedControl, Slider, Switch } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Controls.module.css';

/** What a view can be asked, in one row; behind a button where it would push the picture out of sight. */
export function Controls({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [isOpen, settings] = useDisclosure(false);
  const controls = <div className={classes.controls}>{children}</div>;
  if (!isNarrow) return controls;
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        ml={-8}
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={settings.toggle}
        aria-expanded={isOpen}
      >
        {t('mining.settings')}
      </Button>
      {isOpen && controls}
    </>
  );
}

interface Offered<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  choose: (value: V) => void;
}

/** A few alternatives, all in sight. */
export function Alternatives<V extends string>({ label, value, options, choose }: Offered<V>) {
  const id = useId();
  return (
    <div className={classes.field}>
      <span className={classes.label} id={id}>
        {label}
      </span>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={value}
        onChange={(chosen) => choose(chosen as V)}
        data={options.map((option) => ({ ...option }))}
      />
    </div>
  );
}

/** One of many. */
export function OneOf<V extends string>({ label, value, options, choose }: Offered<V>) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      classNames={{ label: classes.label }}
      value={value}
      onChange={(event) => choose(event.currentTarget.value as V)}
      data={options.map((option) => ({ ...option }))}
    />
  );
}

interface Several<V extends string> extends Omit<Offered<V>, 'value' | 'choose'> {
  value: V[];
  choose: (value: V[]) => void;
}

export function AnyOf<V extends string>({ label, value, options, choose }: Several<V>) {
  const id = useId();
  return (
    <div className={classes.field} role="group" aria-labelledby={id}>
      <span className={classes.label} id={id}>
        {label}
      </span>
      <Chip.Group multiple value={value} onChange={(chosen) => choose(chosen as V[])}>
        <Group gap={4}>
          {options.map((option) => (
            <Chip
              key={option.value}
              value={option.value}
              size="xs"
              radius="sm"
              variant="outline"
              classNames={{ label: classes.chip }}
            >
              {option.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

interface Amount {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  show?: (value: number) => string;
  choose: (value: number) => void;
}

/** A number that is asked for when the thumb comes to rest. */
export function Amount({ label, value, min, max, step, show = String, choose }: Amount) {
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? value;
  return (
    <div className={classes.field} style={{ width: '9.5rem' }}>
      <span className={classes.label}>
        {label} <span className={classes.value}>{show(shown)}</span>
      </span>
      <div className={classes.slider}>
        <Slider
          size="sm"
          w="100%"
          label={null}
          thumbLabel={label}
          thumbProps={{ 'aria-valuetext': show(shown) }}
          min={min}
          max={max}
          step={step}
          value={shown}
          onChange={setMoving}
          onChangeEnd={(chosen) => {
            setMoving(null);
            choose(chosen);
          }}
        />
      </div>
    </div>
  );
}

export function OnOff({
  label,
  value,
  choose,
}: {
  label: string;
  value: boolean;
  choose: (value: boolean) => void;
}) {
  return (
    <Switch
      size="xs"
      mb={7}
      label={label}
      checked={value}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
