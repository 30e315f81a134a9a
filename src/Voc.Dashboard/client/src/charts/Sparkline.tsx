import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';

interface Props {
  values: readonly number[];
  /** What is expected of a day, and what is rarely exceeded: the band. */
  baseline: { expected: number; upper: number };
  width?: number;
  height?: number;
  colour?: string;
}

const newDays = 7;

/** Bars rather than a line: the counts are small whole numbers with many zeros. Behind them is what the past lets expect. */
export function Sparkline({
  values,
  baseline: { expected, upper },
  width = 112,
  height = 30,
  colour = 'var(--voc-negative)',
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const top = Math.max(1, upper, ...values);
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
        expected: format.decimal(expected),
        upper,
      })}
    >
      {upper > 0 && (
        <rect x={0} width={width} y={floor - tall(upper)} height={tall(upper)} fill="var(--voc-band)" />
      )}
      <path d={bars(0, recent)} fill={colour} opacity={0.5} />
      <path d={bars(recent, values.length)} fill={colour} />
      <line
        x1={0}
        x2={width}
        y1={floor - tall(expected)}
        y2={floor - tall(expected)}
        stroke="var(--voc-accent)"
        strokeDasharray="3 2"
      />
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--voc-line-strong)" />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
