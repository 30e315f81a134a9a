import { useTranslation } from 'react-i18next';
import { useFieldName } from '../feedback/useFieldName';

/** How the source or the value of an attribute that an issue is limited to is told: `region:大阪府`. */
export function useSliceName() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  return (slice: string) => {
    const at = slice.indexOf(':');
    const field = slice.slice(0, at);
    return t('issues.slice', {
      field: field === 'source' ? t('issues.source') : fieldName(field),
      value: slice.slice(at + 1),
    });
  };
}
