import type { Contribution, FeedbackDetail, SentimentLabel, Span } from '../api/types';

export interface LayeredPiece {
  text: string;
  sentence: SentimentLabel | null;
  /** Polarity of the opinion the piece belongs to, or null outside opinions. */
  opinion: number | null;
  /** Which of the expressions that moved the score it is part of, the shortest where there are several. */
  contribution?: number;
}

/** Cuts a text at every border of a sentence, opinion or expression, so that each piece has one look. */
export function layersOf(
  { text, sentences, opinions }: Pick<FeedbackDetail, 'text' | 'sentences' | 'opinions'>,
  contributions: readonly Contribution[] = [],
) {
  const borders = new Set([0, text.length]);
  for (const { start, length } of [...sentences, ...opinions, ...contributions])
    for (const border of [start, start + length]) if (border > 0 && border < text.length) borders.add(border);
  const cuts = [...borders].sort((a, b) => a - b);
  const shortestFirst = contributions
    .map((span, contribution) => ({ ...span, contribution }))
    .sort((a, b) => a.length - b.length);
  return cuts.slice(0, -1).map((from, index): LayeredPiece => {
    const covers = (span: Span) => span.start <= from && from < span.start + span.length;
    const contribution = shortestFirst.find(covers)?.contribution;
    return {
      text: text.slice(from, cuts[index + 1]),
      sentence: sentences.find(covers)?.label ?? null,
      opinion: opinions.find(covers)?.polarity ?? null,
      ...(contribution !== undefined && { contribution }),
    };
  });
}
