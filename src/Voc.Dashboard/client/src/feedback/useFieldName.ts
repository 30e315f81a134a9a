import { useTranslation } from 'react-i18next';

/** Name of a score or attribute: well-known ones in the reader's language, others as their source calls them. */
export function useFieldName() {
  const { t, i18n } = useTranslation();
  return (name: string) => {
    for (const group of ['score', 'attribute'])
      if (i18n.exists(`feedback.${group}.${name}`))
        return t(`feedback.${group}.${name}` as 'feedback.score.rating');
    return name;
  };
}
