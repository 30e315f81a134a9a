import { Text } from '@mantine/core';
import { useFormat } from '../../format/useFormat';
import classes from './Lexicon.module.css';

/** A strength from −1 to 1, to the left where it is bad and to the right where it is good. */
export function StrengthBar({ value }: { value: number }) {
  const format = useFormat();
  return (
    <span className={classes.strength}>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.bar}
          data-side={value < 0 ? 'negative' : 'positive'}
          style={{ width: `${Math.min(1, Math.abs(value)) * 50}%` }}
        />
      </span>
      <Text span size="sm" className="tabular" w="2.75rem" ta="right">
        {format.weight(value)}
      </Text>
    </span>
  );
}
