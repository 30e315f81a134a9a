import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';

interface Props {
  values: readonly number[];
  /** What is expected of each day, and what is rarely exceeded: the band. */
  baseline: readonly { expected: number; upper: number }[];
  width?: number;
  height?: number;
  colour?: string;
}

const newDays = 7;

/** Bars rather than a line: the counts are small whole numbers with many zeros. Behind them is what the past lets expect. */
export function Sparkline({
  values,
  baseline,
  width = 112,
  height = 30,
  colour = 'var(--voc-negative)',
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const uppers = baseline.map((day) => day.upper);
  const expected = baseline.map((day) => day.expected);
  const top = Math.max(1, ...uppers, ...values);
  const step = width / Math.max(1, values.length);
  const floor = height - 1;
  const tall = (value: number) => (Math.min(value, top) / top) * (height - 3);
  const bars = (from: number, to: number) =>
    values
      .slice(from, to)
      .map((value, day) => {
        const x = (from + day) * step + step * 0.15;
        return value > 0
          ? `M${round(x)} ${floor}h${round(step * 0.7)}v${round(-tall(value))}h${round(-step * 0.7)}z`
          : '';
      })
      .join('');
  const recent = Math.max(0, values.length - newDays);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('charts.sparkline', {
        days: values.length,
        top: Math.max(0, ...values),
        expected: format.decimal(mean(expected)),
        upper: Math.max(0, ...uppers),
      })}
    >
      <path
        d={`M0 ${floor}${steps(uppers, step, (upper) => floor - tall(upper))}V${floor}z`}
        fill="var(--voc-band)"
      />
      <path d={bars(0, recent)} fill={colour} opacity={0.5} />
      <path d={bars(recent, values.length)} fill={colour} />
      <path
        d={steps(expected, step, (value) => floor - tall(value)).replace('V', 'M0 ')}
        fill="none"
        stroke="var(--voc-accent)"
        strokeDasharray="3 2"
      />
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--voc-line-strong)" />
    </svg>
  );
}

/** A level for each day, joined by upright lines. */
const steps = (levels: readonly number[], step: number, y: (level: number) => number) =>
  levels.map((level, day) => `V${round(y(level))}H${round((day + 1) * step)}`).join('');

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const round = (value: number) => Math.round(value * 10) / 10;
