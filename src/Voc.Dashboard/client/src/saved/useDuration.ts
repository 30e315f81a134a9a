import { useTranslation } from 'react-i18next';

/** Names a time given in minutes by the largest unit that fits it. */
export function useDuration() {
  const { t } = useTranslation();
  return (minutes: number) => {
    if (minutes % 1440 === 0) return t('saved.days', { value: minutes / 1440 });
    if (minutes % 60 === 0) return t('saved.hours', { value: minutes / 60 });
    return t('saved.minutes', { value: minutes });
  };
}
