import { useTranslation } from 'react-i18next';
import type { Values } from '../options';
import { wordKinds, type termOptions } from '../termFilter';
import { AnyOf, OneOf, OnOff } from './Controls';

type Chosen = Values<typeof termOptions>;

const minimums = [1, 2, 3, 5, 10, 20, 50, 100, 500, 1000];

interface Props {
  chosen: Chosen;
  /** Texts a word must at least occur in where nothing is chosen. */
  usualMinimum?: number;
  choose: (change: Partial<Chosen>) => void;
}

/** Which words are counted. */
export function TermFilters({ chosen, usualMinimum = 1, choose }: Props) {
  const { t } = useTranslation();
  const minimum = chosen.minimum || usualMinimum;
  const offered = minimums.includes(minimum) ? minimums : [...minimums, minimum].sort((a, b) => a - b);
  return (
    <>
      <AnyOf
        label={t('mining.pos')}
        value={chosen.pos}
        options={wordKinds.map((value) => ({ value, label: t(`mining.kind.${value}`) }))}
        choose={(pos) => choose({ pos })}
      />
      <OneOf
        label={t('mining.minimum')}
        value={String(minimum)}
        options={offered.map((value) => ({
          value: String(value),
          label: t('mining.atLeast', { texts: value }),
        }))}
        choose={(value) => choose({ minimum: Number(value) === usualMinimum ? 0 : Number(value) })}
      />
      <OnOff
        label={t('mining.stop')}
        value={chosen.stop === 'shipped'}
        choose={(isOn) => choose({ stop: isOn ? 'shipped' : 'none' })}
      />
      <OnOff label={t('mining.parts')} value={chosen.parts} choose={(parts) => choose({ parts })} />
    </>
  );
}
