import { Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SentimentLabel } from '../api/types';
import classes from './SentimentControl.module.css';

const labels: readonly SentimentLabel[] = ['positive', 'neutral', 'negative'];

interface Props {
  value: SentimentLabel;
  choose: (label: SentimentLabel) => void;
}

/** Three buttons rather than radio buttons: arrow keys must not save what they pass over. */
export function SentimentControl({ value, choose }: Props) {
  const { t } = useTranslation();
  return (
    <Group
      gap={0}
      wrap="nowrap"
      role="group"
      aria-label={t('feedback.sentimentTitle')}
      className={classes.control}
    >
      {labels.map((label) => (
        <UnstyledButton
          key={label}
          className={classes.choice}
          data-sentiment={label}
          aria-pressed={value === label}
          onClick={() => value !== label && choose(label)}
        >
          {t(`feedback.sentiment.${label}`)}
        </UnstyledButton>
      ))}
    </Group>
  );
}
