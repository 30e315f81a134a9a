import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/useSession';
import { createFormat } from './format';

/** Dates and numbers as the reader's language writes them, in the company's time zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const timeZone = useSession().company.timeZone;
  return useMemo(() => createFormat(i18n.language, timeZone), [i18n.language, timeZone]);
}
