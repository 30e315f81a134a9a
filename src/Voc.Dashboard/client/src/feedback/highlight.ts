import type { Span } from '../api/types';

export interface Piece {
  text: string;
  marked: boolean;
}

/** Sorted, without overlaps, within the text and never through the middle of a surrogate pair. */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const clipped = spans
    .map(({ start, length }) => [
      unit(text, Math.max(0, start), 'before'),
      unit(text, Math.min(text.length, start + length), 'after'),
    ])
    .filter(([from, to]) => to! > from!)
    .sort((a, b) => a[0]! - b[0]!);
  const merged: Span[] = [];
  for (const [from, to] of clipped as [number, number][]) {
    const last = merged.at(-1);
    if (last && from <= last.start + last.length)
      last.length = Math.max(last.start + last.length, to) - last.start;
    else merged.push({ start: from, length: to - from });
  }
  return merged;
}

/** Cuts a text into marked and unmarked pieces that together are the text. Offsets count UTF-16 units. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, length } of tidySpans(text, spans)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, start + length), marked: true });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** A part of a long text around its first mark, with the spans moved along. */
export function excerpt(
  text: string,
  spans: readonly Span[],
  longest: number,
): { text: string; spans: Span[] } {
  if (text.length <= longest) return { text, spans: tidySpans(text, spans) };
  const tidy = tidySpans(text, spans);
  const first = tidy[0]?.start ?? 0;
  const wanted = first < longest * 0.7 ? 0 : first - Math.floor(longest * 0.3);
  const from = unit(text, Math.min(wanted, text.length - longest), 'before');
  const to = unit(text, from + longest, 'before');
  const lead = from > 0 ? '…' : '';
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    spans: tidy
      .map(({ start, length }) => ({ start: Math.max(start, from), end: Math.min(start + length, to) }))
      .filter(({ start, end }) => end > start)
      .map(({ start, end }) => ({ start: start - from + lead.length, length: end - start })),
  };
}

function unit(text: string, at: number, side: 'before' | 'after') {
  const splitsPair =
    at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!);
  if (!splitsPair) return at;
  return side === 'before' ? at - 1 : at + 1;
}
