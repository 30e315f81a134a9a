import { useTranslation } from 'react-i18next';
import type { Values } from '../options';
import type { termOptions } from '../termFilter';

/** Which words are counted, in words. */
export function useTermWords() {
  const { t } = useTranslation();
  return ({ pos, minimum, stop, parts }: Values<typeof termOptions>) => [
    pos.length > 0 && pos.map((kind) => t(`mining.kind.${kind}`)).join(t('mining.listed')),
    minimum > 1 && t('mining.wordsAtLeast', { texts: minimum }),
    stop === 'none' && t('mining.withCommon'),
    parts && t('mining.withParts'),
  ];
}
