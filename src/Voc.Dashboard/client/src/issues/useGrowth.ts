import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';

/** Where next to nothing was expected, the ratio to it says no more than that it is large. */
const many = 100;

/** Count over expectation in words. */
export function useGrowth() {
  const { t } = useTranslation();
  const format = useFormat();
  return (growth: number) =>
    growth >= many
      ? t('issues.fact.growthMany', { ratio: format.count(many) })
      : t('issues.fact.growthValue', { ratio: format.decimal(growth) });
}
