import { describe, expect, it } from 'vitest';
import { chosenFilters, readBoard, readOffset, writeBoard } from './boardAddress';

describe('The address of a board', () => {
  it('says everything that is not usual, and nothing else', () => {
    expect(writeBoard(readBoard(new URLSearchParams())).toString()).toBe('');
    const address =
      'state=new&state=regressed&sort=growth&product=A&product=&slice=region%3A%E5%A4%A7%E9%98%AA%E5%BA%9C&topic=app.login&assignee=me&severity=high&polarity=negative&q=x+y';
    expect(writeBoard(readBoard(new URLSearchParams(address))).toString()).toBe(address);
  });

  it('leaves nonsense out', () => {
    const filter = readBoard(
      new URLSearchParams('state=odd&sort=beauty&severity=grave&polarity=both&topic='),
    );
    expect(writeBoard(filter).toString()).toBe('');
  });

  it('has pages that begin where the one before ends', () => {
    const from = (address: string) => readOffset(new URLSearchParams(address));
    expect(['', 'from=500', 'from=1000', 'from=730', 'from=-500', 'from=x'].map(from)).toEqual([
      0, 500, 1000, 500, 0, 0,
    ]);
  });

  it('tells how many filters are set', () => {
    expect(
      chosenFilters(readBoard(new URLSearchParams('product=A&product=&polarity=positive&q=x&state=all'))),
    ).toBe(3);
  });
});
