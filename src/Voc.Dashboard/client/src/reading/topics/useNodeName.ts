import { useTranslation } from 'react-i18next';
import type { TopicNode } from '../../api/types';

export function useNodeName() {
  const { language } = useTranslation().i18n;
  return ({ ja, en }: Pick<TopicNode, 'ja' | 'en'>) => (language === 'en' ? en : ja);
}
