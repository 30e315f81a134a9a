import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../app/States';

/** The texts hold too little for a picture. */
export function TooFew({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return <Empty title={t('mining.tooFew')}>{children ?? t('mining.tooFewHint')}</Empty>;
}
