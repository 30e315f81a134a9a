import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';

const groups: Partial<Record<string, string>> = {
  channel: 'feedback.channel',
  sentiment: 'feedback.sentiment',
  intent: 'feedback.intent',
};

/** Fixed values in the reader's language; others as the server labels them. */
export function useValueLabel() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useCallback(
    (dimension: string, value: string, label: string) => {
      if (dimension === 'month' && value) return format.month(value);
      const key = `${groups[dimension]}.${value}`;
      return groups[dimension] && i18n.exists(key)
        ? t(key as 'feedback.channel.survey')
        : label || value || t('mining.absent');
    },
    [t, i18n, format],
  );
}
