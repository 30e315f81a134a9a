import { Input, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import classes from './Lexicon.module.css';

interface Props {
  label: string;
  description?: string;
  value: number;
  change: (value: number) => void;
  range: { min: number; max: number };
  error?: string;
}

const step = 0.05;

export function StrengthSlider({ label, description, value, change, range, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isPolar = range.min < 0;
  const shown = isPolar ? format.weight(value) : `× ${value.toFixed(2)}`;
  return (
    <Input.Wrapper label={`${label}: ${shown}`} description={description} error={error} labelElement="div">
      <Slider
        className={classes.slider}
        {...range}
        step={step}
        value={value}
        onChange={(next) => change(Math.round(next * 100) / 100)}
        startPointValue={isPolar ? 0 : 1}
        color={!isPolar ? undefined : value < 0 ? 'var(--voc-negative)' : 'var(--voc-positive)'}
        label={null}
        thumbLabel={label}
        thumbValueText={shown}
        marks={
          isPolar
            ? [
                { value: -1, label: t('reading.worst') },
                { value: 0, label: '0' },
                { value: 1, label: t('reading.best') },
              ]
            : [
                { value: 0, label: '× 0' },
                { value: 1, label: '× 1' },
                { value: 3, label: '× 3' },
              ]
        }
      />
    </Input.Wrapper>
  );
}
