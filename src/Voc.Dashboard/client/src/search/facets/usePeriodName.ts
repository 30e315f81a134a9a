import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';

/** Names days from one to another; open at an end that is not given. */
export function usePeriodName() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ from, to }: { from: string; to: string }) =>
      from === to
        ? format.calendarDate(from)
        : t('search.fromTo', {
            from: from && format.calendarDate(from),
            to: to && format.calendarDate(to),
          }),
    [format, t],
  );
}
