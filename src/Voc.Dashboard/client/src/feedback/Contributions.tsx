import { Anchor, Button, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Contribution } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useHasRole } from '../session/useSession';
import classes from './Contributions.module.css';

interface Props {
  text: string;
  contributions: readonly Contribution[];
  active: number | null;
  point: (contribution: number | null) => void;
}

const atFirst = 8;

/** A bar of full length moves the score at least so far, so that what hardly matters looks so. */
const leastWidest = 0.25;

const withoutMarks = (expression: string) => expression.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');

/** What moved the score, strongest first: to the left towards negative, to the right towards positive. */
export function Contributions({ text, contributions, active, point }: Props) {
  const { t } = useTranslation();
  const mayTeach = useHasRole('product', 'researcher');
  const [showsAll, setShowsAll] = useState(false);
  const widest = Math.max(...contributions.map(({ weight }) => Math.abs(weight)), leastWidest);
  const shown = showsAll ? contributions : contributions.slice(0, atFirst);
  const pointed = active === null ? undefined : contributions[active];
  if (contributions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('feedback.noContributions')}
      </Text>
    );
  return (
    <div>
      <div className={classes.scale} aria-hidden>
        <span>{t('feedback.sentiment.negative')}</span>
        <span>{t('feedback.sentiment.positive')}</span>
      </div>
      <ol className={classes.list} aria-label={t('feedback.why')}>
        {shown.map((contribution, at) => (
          <li key={at}>
            <Row
              contribution={contribution}
              words={text.slice(contribution.start, contribution.start + contribution.length)}
              share={Math.abs(contribution.weight) / widest}
              isActive={active === at}
              point={(isOn) => point(isOn ? at : null)}
            />
          </li>
        ))}
      </ol>
      {shown.length < contributions.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </Button>
      )}
      {mayTeach && (
        <Text size="xs" c="dimmed" mt={6}>
          <Anchor
            component={Link}
            inherit
            to={`/reading?tab=lexicon${pointed ? `&q=${encodeURIComponent(withoutMarks(pointed.expression))}` : ''}`}
          >
            {t('feedback.changeLexicon')}
          </Anchor>
        </Text>
      )}
    </div>
  );
}

interface RowProps {
  contribution: Contribution;
  words: string;
  /** Of the strongest, 0 to 1. */
  share: number;
  isActive: boolean;
  point: (isOn: boolean) => void;
}

function Row({ contribution: { expression, weight }, words, share, isActive, point }: RowProps) {
  const format = useFormat();
  return (
    <UnstyledButton
      className={classes.row}
      data-active={isActive || undefined}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <span className={classes.words}>
        {words || expression}
        {words && expression !== words && <span className={classes.base}>{expression}</span>}
      </span>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.bar}
          data-side={weight < 0 ? 'negative' : 'positive'}
          style={{ width: `${Math.max(1, share * 50)}%` }}
        />
      </span>
      <span className={classes.weight}>{format.weight(weight)}</span>
    </UnstyledButton>
  );
}
