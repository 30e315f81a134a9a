import type { FeedbackDetail } from '../api/types';
import classes from './LayeredText.module.css';
import { layersOf } from './layers';

/** The verbatim with sentences coloured by sentiment and opinions underlined. */
export function LayeredText({ feedback }: { feedback: FeedbackDetail }) {
  return (
    <p className={classes.text} lang={feedback.language}>
      {layersOf(feedback).map((piece, at) => (
        <span key={at} data-sentence={piece.sentence ?? undefined} data-opinion={piece.opinion ?? undefined}>
          {piece.text}
        </span>
      ))}
    </p>
  );
}
