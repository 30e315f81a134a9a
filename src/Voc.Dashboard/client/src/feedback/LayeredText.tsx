import type { Contribution, FeedbackDetail } from '../api/types';
import classes from './LayeredText.module.css';
import { layersOf } from './layers';

interface Props {
  feedback: FeedbackDetail;
  contributions?: readonly Contribution[];
  /** The contribution somebody points at, in the text or in the list beside it. */
  active?: number | null;
  point?: (contribution: number | null) => void;
}

/** The verbatim with sentences coloured by sentiment, opinions underlined, and what moved the score marked when pointed at. */
export function LayeredText({ feedback, contributions = [], active = null, point }: Props) {
  return (
    <p className={classes.text} lang={feedback.language}>
      {layersOf(feedback, contributions).map((piece, at) => (
        <span
          key={at}
          data-sentence={piece.sentence ?? undefined}
          data-opinion={piece.opinion ?? undefined}
          data-active={(active !== null && isPartOf(active, piece.contribution, contributions)) || undefined}
          onPointerEnter={piece.contribution === undefined ? undefined : () => point?.(piece.contribution!)}
          onPointerLeave={piece.contribution === undefined ? undefined : () => point?.(null)}
        >
          {piece.text}
        </span>
      ))}
    </p>
  );
}

/** A piece inside several expressions is named for the shortest, and part of those around it. */
function isPartOf(active: number, piece: number | undefined, contributions: readonly Contribution[]) {
  if (piece === undefined) return false;
  const [inner, outer] = [contributions[piece], contributions[active]];
  return (
    inner !== undefined &&
    outer !== undefined &&
    outer.start <= inner.start &&
    inner.start + inner.length <= outer.start + outer.length
  );
}
