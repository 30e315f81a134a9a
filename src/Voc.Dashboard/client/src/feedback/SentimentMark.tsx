import { useTranslation } from 'react-i18next';
import type { SentimentLabel } from '../api/types';
import classes from './SentimentMark.module.css';

export function SentimentMark({ label }: { label: SentimentLabel }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-sentiment={label}>
      {t(`feedback.sentiment.${label}`)}
    </span>
  );
}
