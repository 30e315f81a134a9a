import type { Span } from '../api/types';
import { excerpt, piecesOf } from './highlight';

interface Props {
  text: string;
  spans?: readonly Span[];
  /** Longest excerpt in UTF-16 units; the whole text without it. */
  longest?: number;
}

export function Highlighted({ text, spans = [], longest }: Props) {
  const shown = longest ? excerpt(text, spans, longest) : { text, spans };
  return (
    <>
      {piecesOf(shown.text, shown.spans).map((piece, at) =>
        piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </>
  );
}
