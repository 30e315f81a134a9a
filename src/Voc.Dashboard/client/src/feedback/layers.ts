import type { FeedbackDetail, SentimentLabel } from '../api/types';

export interface LayeredPiece {
  text: string;
  sentence: SentimentLabel | null;
  /** Polarity of the opinion the piece belongs to, or null outside opinions. */
  opinion: number | null;
}

/** Cuts a text at every border of a sentence or opinion, so that each piece has one look. */
export function layersOf({
  text,
  sentences,
  opinions,
}: Pick<FeedbackDetail, 'text' | 'sentences' | 'opinions'>) {
  const borders = new Set([0, text.length]);
  for (const { start, length } of [...sentences, ...opinions])
    for (const border of [start, start + length]) if (border > 0 && border < text.length) borders.add(border);
  const cuts = [...borders].sort((a, b) => a - b);
  const covers = (at: number) => (span: { start: number; length: number }) =>
    span.start <= at && at < span.start + span.length;
  return cuts.slice(0, -1).map((from, index): LayeredPiece => ({
    text: text.slice(from, cuts[index + 1]),
    sentence: sentences.find(covers(from))?.label ?? null,
    opinion: opinions.find(covers(from))?.polarity ?? null,
  }));
}
