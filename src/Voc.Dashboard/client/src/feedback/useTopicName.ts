import { useTranslation } from 'react-i18next';
import type { TopicLabel } from '../api/types';

export function useTopicName() {
  const { language } = useTranslation().i18n;
  return (topic: Pick<TopicLabel, 'name' | 'nameEn'>) => (language === 'en' && topic.nameEn) || topic.name;
}
