import { Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import classes from './Facet.module.css';
import { useFacetLabel, type FacetKey } from './useFacetLabel';

interface Props {
  name: FacetKey;
  /** Without a count where the server does not count by it. */
  values: { value: string; label: string; count?: number }[];
  chosen: string[];
  choose: (value: string) => void;
}

const shownAtFirst = 7;

export function Facet({ name, values, chosen, choose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelOf = useFacetLabel();
  const [showsAll, setShowsAll] = useState(false);
  // A chosen value stays visible where nothing matches it any more, so that it can be taken back.
  const all = [
    ...values,
    ...chosen
      .filter((value) => !values.some((one) => one.value === value))
      .map((value) => ({ value, label: value, count: 0 })),
  ];
  if (all.length === 0) return null;
  const shown = showsAll ? all : all.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
  return (
    <section>
      <Title order={3} size="xs" c="dimmed" fw={600} mb={2}>
        {t(`search.facet.${name}`)}
      </Title>
      <ul className={classes.list}>
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <UnstyledButton
              className={classes.value}
              onClick={() => choose(value)}
              aria-pressed={chosen.includes(value)}
            >
              <Text component="span" size="sm" truncate>
                {labelOf(name, value, label)}
              </Text>
              {count !== undefined && <span className={classes.count}>{format.count(count)}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {!showsAll && all.length > shown.length && (
        <UnstyledButton fz="xs" c="dimmed" ml={8} onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </UnstyledButton>
      )}
    </section>
  );
}
