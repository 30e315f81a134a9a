import { useFeedbackLink } from '../../feedback/useFeedbackLink';
import type { SearchState, SearchView } from '../searchState';
import type { SearchHit } from '../../api/types';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import { HitRow } from './HitRow';
import { SimilarHits } from './SimilarHits';

interface Props {
  state: SearchState;
  view: SearchView;
  hit: SearchHit;
  isActive: boolean;
  change: ChangeSearch;
  look: ChangeView;
}

/** A hit with what can be done with it, and where that is wanted the near-duplicates folded under it. */
export function HitArticle({ state, view, hit, isActive, change, look }: Props) {
  const { open, addressOf } = useFeedbackLink();
  const isUnfolded = view.unfolded.includes(hit.id);
  const findSimilar = (id: number) => change({ like: id, sort: 'relevance' });
  const unfold = (id: number) =>
    look({ unfolded: isUnfolded ? view.unfolded.filter((one) => one !== id) : [...view.unfolded, id] });
  const shared = { isActive, open, findSimilar };
  return (
    <>
      <HitRow
        {...shared}
        hit={hit}
        address={addressOf(hit.id)}
        isUnfolded={isUnfolded}
        unfold={state.fold ? unfold : null}
      />
      {state.fold && hit.similar > 0 && isUnfolded && (
        <SimilarHits {...shared} state={state} hit={hit} addressOf={addressOf} />
      )}
    </>
  );
}
