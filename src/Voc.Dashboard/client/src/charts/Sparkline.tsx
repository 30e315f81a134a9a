import { useTranslation } from 'react-i18next';

interface Props {
  values: readonly number[];
  width?: number;
  height?: number;
  colour?: string;
}

/** Bars rather than a line: the counts are small whole numbers with many zeros. */
export function Sparkline({ values, width = 112, height = 28, colour = 'var(--voc-negative)' }: Props) {
  const { t } = useTranslation();
  const top = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('charts.sparkline', { days: values.length, top: Math.max(0, ...values) })}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--voc-line-strong)" />
      {values.map((value, day) => {
        const barHeight = (value / top) * (height - 3);
        return (
          <rect
            key={day}
            x={day * step + step * 0.15}
            width={step * 0.7}
            y={height - 1 - barHeight}
            height={barHeight}
            fill={colour}
            opacity={day >= values.length - 7 ? 1 : 0.45}
          />
        );
      })}
    </svg>
  );
}
