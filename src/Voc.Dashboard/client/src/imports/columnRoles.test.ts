import { describe, expect, it } from 'vitest';
import { isReadable, roleOf, withRole } from './columnRoles';

const mapping = { text: '感想', occurredAt: '日時', nps: '推奨度', attributes: ['地域', '年代'] };

describe('The mapping of columns', () => {
  it('tells what each column is read as', () => {
    expect(['感想', '日時', '推奨度', '年代', '備考'].map((column) => roleOf(mapping, column))).toEqual([
      'text',
      'occurredAt',
      'nps',
      'attribute',
      'ignored',
    ]);
  });

  it('takes a field from one column only', () => {
    const after = withRole(mapping, '備考', 'occurredAt');
    expect(roleOf(after, '備考')).toBe('occurredAt');
    expect(roleOf(after, '日時')).toBe('ignored');
  });

  it('can read several columns as text of its own', () => {
    const after = withRole(mapping, '備考', 'text');
    expect(after.text).toEqual(['感想', '備考']);
    expect(withRole(after, '感想', 'ignored').text).toEqual(['備考']);
  });

  it('gives a column one role only', () => {
    const after = withRole(mapping, '地域', 'product');
    expect(after.product).toBe('地域');
    expect(after.attributes).toEqual(['年代']);
    expect(withRole(after, '地域', 'attribute')).toMatchObject({
      product: null,
      attributes: ['年代', '地域'],
    });
  });

  it('can leave a column out, and does not change what it was given', () => {
    expect(withRole(mapping, '推奨度', 'ignored').nps).toBeNull();
    expect(mapping.nps).toBe('推奨度');
  });

  it('is readable only with a text column that the file has', () => {
    expect(isReadable(mapping, ['感想', '日時'])).toBe(true);
    expect(isReadable(mapping, ['日時'])).toBe(false);
    expect(isReadable(withRole(mapping, '感想', 'ignored'), ['感想'])).toBe(false);
  });
});
