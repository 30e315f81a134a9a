import { useTranslation } from 'react-i18next';
import { useFieldName } from '../../feedback/useFieldName';
import { attributePrefix, type DimensionName } from '../dimensions';

export function useDimensionName() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  return (dimension: string) =>
    dimension.startsWith(attributePrefix)
      ? fieldName(dimension.slice(attributePrefix.length))
      : t(`mining.dimension.${dimension as DimensionName}`);
}
