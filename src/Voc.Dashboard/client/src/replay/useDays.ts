import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';

/** Days from when an issue was found then, in words: 3 days earlier, the same day. */
export function useDays() {
  const { t } = useTranslation();
  const format = useFormat();
  return (days: number) =>
    days === 0
      ? t('replay.days.same')
      : t(days < 0 ? 'replay.days.earlier' : 'replay.days.later', { days: format.decimal(Math.abs(days)) });
}
