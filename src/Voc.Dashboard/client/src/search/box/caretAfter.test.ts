import { describe, expect, it } from 'vitest';
import { caretAfter } from './caretAfter';

describe('The caret after a completion', () => {
  it.each([
    ['充電', 2, '充電器', 3],
    ['充 遅い', 1, '充電器 遅い', 3],
    ['(感 OR 充電) 遅い', 2, '(感情: OR 充電) 遅い', 4],
    // The rest of the word it stood in was completed with it.
    ['充電時 遅い', 1, '充電器 遅い', 3],
    ['', 0, '充電', 2],
  ])('of %j at %i to %j stands at %i', (before, caret, after, expected) => {
    expect(caretAfter(before, caret, after)).toBe(expected);
  });
});
