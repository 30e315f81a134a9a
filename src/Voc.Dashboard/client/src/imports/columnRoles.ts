import type { ImportMapping } from '../api/types';

export const singleRoles = [
  'text',
  'occurredAt',
  'externalId',
  'product',
  'customer',
  'rating',
  'nps',
  'csat',
] as const;
export type SingleRole = (typeof singleRoles)[number];
export type ColumnRole = SingleRole | 'attribute' | 'ignored';
export const columnRoles: ColumnRole[] = [...singleRoles, 'attribute', 'ignored'];

/** What a column is read as. */
export function roleOf(mapping: ImportMapping, column: string): ColumnRole {
  const single = singleRoles.find((role) => mapping[role] === column);
  if (single) return single;
  return mapping.attributes?.includes(column) ? 'attribute' : 'ignored';
}

/** Reads a column as something else. A field comes from one column, so the one that had the role before loses it. */
export function withRole(mapping: ImportMapping, column: string, role: ColumnRole): ImportMapping {
  const after: ImportMapping = {
    ...mapping,
    attributes: (mapping.attributes ?? []).filter((name) => name !== column),
  };
  for (const one of singleRoles) if (after[one] === column) after[one] = null;
  if (role === 'attribute') after.attributes!.push(column);
  else if (role !== 'ignored') after[role] = column;
  return after;
}

/** Nothing can be read without the column that holds what the customer said. */
export const isReadable = (mapping: ImportMapping, columns: readonly string[]) =>
  mapping.text != null && columns.includes(mapping.text);
