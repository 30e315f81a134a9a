import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { DimensionChoice } from '../controls/DimensionChoice';
import { Alternatives, Controls, OneOf } from '../controls/Controls';
import { QueryField } from '../controls/QueryField';
import { TermFilters } from '../controls/TermFilters';
import { useTermWords } from '../controls/useTermWords';
import { isDimension } from '../dimensions';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { useDimensionName } from '../frame/useDimensionName';
import { useFacetLabel } from '../../search/facets/useFacetLabel';
import { csvOf, miningQuery } from '../miningQuery';
import type { Characteristic } from '../miningTypes';
import { both } from '../narrowed';
import type { ViewProps } from '../MiningViews';
import { choice, text, textWhere } from '../options';
import { resultSetOf } from '../resultSet';
import { termOptions, termQueryOf } from '../termFilter';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { CharacteristicTable } from './CharacteristicTable';
import { characteristicDrawing } from './characteristicDrawing';

const signs = ['over', 'under', 'both'] as const;
const lengths = ['5', '10', '15', '20', '30', '50'] as const;
const options = {
  ...termOptions,
  by: textWhere(isDimension, ''),
  against: text(),
  sign: choice(signs, 'over'),
  order: choice(['g2', 'log-ratio'], 'g2'),
  groups: choice(['4', '8', '12', '20'], '8'),
  length: choice(lengths, '15'),
};

/** A word in fewer texts than this differs by chance more often than not. */
const usualMinimum = 3;

/** 特徴語: which words set these texts, or groups of them, apart. */
export default function CharacteristicView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { by, against, sign, order, length } = chosen;
  const result = resultSetOf(search);
  const asked = {
    ...termQueryOf(chosen),
    ...(by ? { by, values: chosen.groups } : { against }),
    sign,
    sort: order,
    limit: length,
  };
  const answer = useQuery(miningQuery<Characteristic>('characteristic', result, asked));
  const { data } = answer;
  const labelOf = useFacetLabel();
  const nameOf = useDimensionName();
  const wordsOf = useTermWords();
  const groups = useMemo(
    () =>
      data?.groups.map((group) => ({
        ...group,
        rows: data.by
          ? group.rows.map((row) => ({ ...row, query: both(group.query, row.query) }))
          : group.rows,
        label:
          group.value === null || !data.by
            ? t('mining.thisResult')
            : labelOf(data.by, group.value, group.label ?? ''),
      })) ?? [],
    [data, labelOf, t],
  );
  const drawn = groups.filter((group) => group.rows.length > 0);
  const drawing = useMemo(
    () => (groups.some((group) => group.rows.length > 0) ? characteristicDrawing(groups, t, format) : null),
    [groups, t, format],
  );
  const { linkTo, pick } = useNarrowed(search);
  return (
    <MiningFrame
      view="characteristic"
      title={
        by ? t('mining.titleBy', { title: t('mining.title.characteristic'), by: nameOf(by) }) : undefined
      }
      search={search}
      answer={answer}
      chosen={[
        by
          ? t('mining.eachAgainstOthers', { by: nameOf(by) })
          : against
            ? t('mining.againstQuery', { query: against })
            : t('mining.againstRest'),
        t(`mining.sign.${sign}`),
        ...wordsOf({ ...chosen, minimum: chosen.minimum || usualMinimum }),
      ]}
      controls={
        <Controls>
          <DimensionChoice
            search={search}
            label={t('mining.compare')}
            value={by}
            first={[{ value: '', label: t('mining.withRest') }]}
            choose={(by) => set({ by })}
          />
          {by ? (
            <OneOf
              label={t('mining.groups')}
              value={chosen.groups}
              options={(['4', '8', '12', '20'] as const).map((value) => ({
                value,
                label: t('mining.first', { words: value }),
              }))}
              choose={(groups) => set({ groups })}
            />
          ) : (
            <QueryField
              label={t('mining.against')}
              placeholder={t('mining.againstRest')}
              value={against}
              choose={(against) => set({ against })}
            />
          )}
          <Alternatives
            label={t('mining.direction')}
            value={sign}
            options={signs.map((value) => ({ value, label: t(`mining.sign.${value}`) }))}
            choose={(sign) => set({ sign })}
          />
          <OneOf
            label={t('mining.order')}
            value={order}
            options={[
              { value: 'g2', label: t('mining.byG2') },
              { value: 'log-ratio', label: t('mining.byLogRatio') },
            ]}
            choose={(order) => set({ order })}
          />
          <OneOf
            label={t('mining.words')}
            value={length}
            options={lengths.map((value) => ({ value, label: t('mining.first', { words: value }) }))}
            choose={(length) => set({ length })}
          />
          <TermFilters chosen={chosen} usualMinimum={usualMinimum} choose={set} />
        </Controls>
      }
      drawing={drawing}
      onPick={pick(drawn.map((group) => group.rows.map(({ term, query }) => ({ name: term, query }))))}
      table={data && <CharacteristicTable groups={groups} isGrouped={data.by !== null} linkTo={linkTo} />}
      layout="below"
      csv={[{ label: t('charts.csv'), href: csvOf('characteristic', result, asked) }]}
      empty={data && drawn.length === 0 && <TooFew>{t('mining.noCharacteristic')}</TooFew>}
    />
  );
}
