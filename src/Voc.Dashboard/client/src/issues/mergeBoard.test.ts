import { describe, expect, it } from 'vitest';
import { someIssue } from '../test/samples';
import { mergeBoard } from './mergeBoard';

const issues = (...ids: number[]) => ids.map((id) => someIssue(id));
const ids = (items: { id: number }[]) => items.map(({ id }) => id);
const nobody: ReadonlySet<number> = new Set();

describe('A board in the middle of which somebody reads', () => {
  it('keeps its order and lets what is new wait', () => {
    const merged = mergeBoard(issues(1, 2, 3), issues(9, 3, 8, 1, 2), nobody);
    expect(ids(merged.items)).toEqual([1, 2, 3]);
    expect(merged.waiting).toBe(2);
  });

  it('shows what is new of its rows', () => {
    const merged = mergeBoard(issues(1, 2), [someIssue(2, { count: 40 }), someIssue(1)], nobody);
    expect(merged.items.map(({ count }) => count)).toEqual([12, 40]);
  });

  it('adds what comes behind its last row', () => {
    const merged = mergeBoard(issues(1, 2), issues(1, 2, 3, 4), nobody);
    expect(ids(merged.items)).toEqual([1, 2, 3, 4]);
    expect(merged.waiting).toBe(0);
  });

  it('leaves a row in its place that another has closed, but not one that the reader has', () => {
    const merged = mergeBoard(issues(1, 2, 3), issues(3), new Set([2]));
    expect(ids(merged.items)).toEqual([1, 3]);
    expect([...merged.gone]).toEqual([1]);
  });

  it('lets everything wait where nothing of it is left', () => {
    const merged = mergeBoard(issues(1), issues(8, 9), nobody);
    expect(ids(merged.items)).toEqual([1]);
    expect(merged.waiting).toBe(2);
  });
});
