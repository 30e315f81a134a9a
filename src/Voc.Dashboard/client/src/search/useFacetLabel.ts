import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { facetNames } from './searchState';

export type FacetKey = (typeof facetNames)[number] | 'intent';

const groups: Partial<Record<FacetKey, string>> = {
  channel: 'feedback.channel',
  sentiment: 'feedback.sentiment',
  intent: 'feedback.intent',
};

/** Fixed values in the reader's language; others as the server labels them. */
export function useFacetLabel() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (name: FacetKey, value: string, label: string) => {
    if (name === 'month') return format.month(value);
    const key = `${groups[name]}.${value}`;
    return groups[name] && i18n.exists(key) ? t(key as 'feedback.channel.survey') : label || value;
  };
}
