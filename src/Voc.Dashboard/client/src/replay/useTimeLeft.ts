import { useTranslation } from 'react-i18next';

/** Seconds as people say them: whole minutes from a minute and a half on. */
export function useTimeLeft() {
  const { t } = useTranslation();
  return (seconds: number) =>
    seconds >= 90
      ? t('replay.minutes', { minutes: Math.round(seconds / 60) })
      : t('replay.seconds', { seconds });
}
