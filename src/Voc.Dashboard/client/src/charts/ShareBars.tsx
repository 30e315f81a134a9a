import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../format/useFormat';
import classes from './ShareBars.module.css';

interface Bar {
  key: string;
  label: ReactNode;
  count: number;
  colour?: string;
}

/** Counts side by side with their share of the whole. */
export function ShareBars({ bars, label }: { bars: Bar[]; label: string }) {
  const format = useFormat();
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);
  const top = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <ul className={classes.list} aria-label={label}>
      {bars.map(({ key, label: name, count, colour }) => (
        <li key={key} className={classes.row}>
          <Text component="span" size="sm" truncate>
            {name}
          </Text>
          <span className={classes.track} aria-hidden>
            <span
              className={classes.fill}
              style={{ width: `${(count / top) * 100}%`, background: colour ?? 'var(--voc-accent)' }}
            />
          </span>
          <Text component="span" size="sm" className="tabular" ta="right">
            {format.count(count)}
          </Text>
          <Text component="span" size="xs" c="dimmed" className="tabular" ta="right">
            {total > 0 ? format.percent(count / total) : '–'}
          </Text>
        </li>
      ))}
    </ul>
  );
}
