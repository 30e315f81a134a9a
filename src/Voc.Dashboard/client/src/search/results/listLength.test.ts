import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../api/types';
import { someFeedback } from '../../test/samples';
import { deepest, pageSize } from '../archiveQueries';
import { extended, listLength, unknown } from './listLength';
import { pagesFor } from './useHitPages';

const hits = (count: number, similar = 0): SearchHit[] =>
  Array.from({ length: count }, (_, at) => ({
    ...someFeedback(at + 1),
    highlights: [],
    score: 0,
    similar,
    customer: null,
  }));

describe('The endless list', () => {
  it('has as many rows as were found, down to where the server ends', () => {
    expect(listLength(120, false, hits(50), unknown)).toBe(120);
    expect(listLength(100_000, false, hits(50), unknown)).toBe(100_000);
    expect(listLength(1_000_000, false, hits(50), unknown)).toBe(deepest(false));
    expect(listLength(100_000, true, hits(50), unknown)).toBe(deepest(true));
  });

  it('is guessed to be shorter where near-duplicates are folded', () => {
    expect(listLength(1000, true, hits(50, 1), unknown)).toBe(500);
  });

  it('ends where a page was not full, and goes on where it was', () => {
    const folded = hits(50, 9);
    const guess = listLength(1000, true, folded, unknown);
    expect(guess).toBe(100);
    const further = extended(
      unknown,
      new Map([
        [0, folded],
        [1, hits(50)],
      ]),
    );
    expect(listLength(1000, true, folded, further)).toBe(150);
    const ended = extended(further, new Map([[2, hits(13)]]));
    expect(listLength(1000, true, folded, ended)).toBe(113);
    // Behind the end there was nothing either.
    expect(extended(ended, new Map([[4, []]]))).toBe(ended);
  });

  it('of a single page ends with it', () => {
    expect(listLength(9, true, hits(4, 1), extended(unknown, new Map([[0, hits(4, 1)]])))).toBe(4);
    expect(listLength(0, true, [], extended(unknown, new Map([[0, []]])))).toBe(0);
  });

  it('asks for the pages on the screen and the next one in time', () => {
    expect(pagesFor(0, 12)).toEqual([0]);
    expect(pagesFor(12, 24)).toEqual([0, 1]);
    expect(pagesFor(pageSize * 7 + 5, pageSize * 7 + 15)).toEqual([6, 7]);
  });
});
