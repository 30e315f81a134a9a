import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlertRule, QuietTime } from '../../api/types';
import { useTopicsQuery } from '../../feedback/useTopics';
import { weekdays } from './ruleDraft';

/** What a rule does, in a line. */
export function useRuleSummary() {
  const { t } = useTranslation();
  const topics = useQuery(useTopicsQuery());
  const quiet = ({ from, to, days }: QuietTime) => {
    const on =
      days.length === weekdays.length
        ? t('alerts.allDays')
        : weekdays
            .filter((day) => days.includes(day))
            .map((day) => t(`alerts.days.${day}`))
            .join(' ');
    return from === to
      ? t('alerts.summary.quietAllDay', { days: on })
      : t('alerts.summary.quiet', { days: on, from, to });
  };
  return ({ when, timing }: AlertRule) => {
    const topic = (id: string) => topics.data?.find((one) => one.id === id)?.name ?? id;
    const pace =
      timing.pace === 'weekly'
        ? ` ${t(`alerts.days.${timing.weekday}`)} ${t('alerts.hours', { value: timing.hour })}`
        : timing.pace === 'daily'
          ? ` ${t('alerts.hours', { value: timing.hour })}`
          : '';
    return [
      when.severity !== 'low' && t(`alerts.severities.${when.severity}`),
      when.polarity && t(`alerts.polarities.${when.polarity}`),
      when.products.join(', '),
      when.topics.map(topic).join(', '),
      when.events.map((event) => t(`alerts.event.${event}`)).join(', '),
      t(`alerts.paces.${timing.pace}`) + pace,
      ...timing.quiet.map(quiet),
    ]
      .filter(Boolean)
      .join(' ・ ');
  };
}
