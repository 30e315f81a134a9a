import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { absent } from '../searchState';

const groups: Partial<Record<string, string>> = {
  channel: 'feedback.channel',
  sentiment: 'feedback.sentiment',
  intent: 'feedback.intent',
};

/** Fixed values in the reader's language; others as the server labels them. */
export function useFacetLabel() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useCallback(
    (name: string, value: string, label?: string) => {
      if (value === absent) return t('search.absent');
      if (name === 'month') return format.month(value);
      if (name === 'language')
        return value === 'und' ? t('search.unknownLanguage') : languageName(value, i18n.language);
      const key = `${groups[name]}.${value}`;
      return groups[name] && i18n.exists(key) ? t(key as 'feedback.channel.survey') : label || value;
    },
    [t, i18n, format],
  );
}

function languageName(code: string, language: string) {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
