import { describe, expect, it } from 'vitest';
import { markedLength } from './markedLength';

describe('What is marked in a query that is wrong', () => {
  it.each([
    ['加湿器 (水 OR', 7, 'OR'],
    ['chanel:review', 0, 'chanel'],
    ['配送 "遅い', 3, '"'],
    ['nps:9点', 4, '9点'],
    ['配送 😀 遅い', 3, '😀'],
    ['配送 (', 4, ''],
  ])('in %j at %i is %j', (query, position, expected) => {
    expect(query.slice(position, position + markedLength(query, position))).toBe(expected);
  });
});
