import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../api/types';

export const channelNames: readonly ChannelName[] = [
  'survey',
  'contact-form',
  'call-note',
  'review',
  'social',
];

export function useChannelOptions() {
  const { t } = useTranslation();
  return channelNames.map((value) => ({ value, label: t(`feedback.channel.${value}`) }));
}
