import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import classes from './MiningTable.module.css';

interface Props {
  /** Null where no query finds just these. */
  to: To | null;
  children: ReactNode;
}

/** Leads to the texts that a word, pair or cell of a table was counted in. */
export function TextsLink({ to, children }: Props) {
  const { t } = useTranslation();
  if (to === null) return children;
  return (
    <Link to={to} className={classes.link} title={t('mining.toTexts')}>
      {children}
    </Link>
  );
}
