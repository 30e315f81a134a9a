import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { mostSimilar, similarQuery } from '../archiveQueries';
import { searchQueryOf, type SearchState } from '../searchState';
import type { SearchHit } from '../../api/types';
import { HitRow } from './HitRow';
import classes from './HitRow.module.css';

interface Props {
  state: SearchState;
  hit: SearchHit;
  isActive: boolean;
  addressOf: (id: number) => string;
  open: (id: number) => void;
  findSimilar: (id: number) => void;
}

/** The near-duplicates that are folded under a hit. */
export function SimilarHits({ state, hit, isActive, addressOf, open, findSimilar }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const similar = useQuery(similarQuery(searchQueryOf(state), hit.id));
  if (similar.error) return <Failure error={similar.error} retry={() => void similar.refetch()} />;
  if (!similar.data) return <WaitingRows rows={Math.min(3, hit.similar)} height={64} />;
  return (
    <div className={classes.similars}>
      {similar.data.hits.map((one) => (
        <HitRow
          key={one.id}
          hit={one}
          address={addressOf(one.id)}
          isActive={isActive}
          isUnfolded={false}
          open={open}
          findSimilar={findSimilar}
          unfold={null}
        />
      ))}
      {similar.data.total > mostSimilar && (
        <p className={classes.rest}>
          {t('search.moreOf', { total: format.count(similar.data.total - mostSimilar) })}
        </p>
      )}
    </div>
  );
}
