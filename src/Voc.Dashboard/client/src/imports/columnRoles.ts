import type { ImportMapping } from '../api/types';

export const singleRoles = [
  'occurredAt',
  'externalId',
  'product',
  'customer',
  'rating',
  'nps',
  'csat',
] as const;
export type ColumnRole = 'text' | (typeof singleRoles)[number] | 'attribute' | 'ignored';
export const columnRoles: ColumnRole[] = ['text', ...singleRoles, 'attribute', 'ignored'];

/** The columns with what customers said: with several, each becomes feedback of its own. */
export const textColumns = ({ text }: ImportMapping) => (Array.isArray(text) ? text : text ? [text] : []);

/** What a column is read as. */
export function roleOf(mapping: ImportMapping, column: string): ColumnRole {
  if (textColumns(mapping).includes(column)) return 'text';
  const single = singleRoles.find((role) => mapping[role] === column);
  if (single) return single;
  return mapping.attributes?.includes(column) ? 'attribute' : 'ignored';
}

/** Reads a column as something else. Such a field comes from one column, so the one that had the role before loses it. */
export function withRole(mapping: ImportMapping, column: string, role: ColumnRole): ImportMapping {
  const text = textColumns(mapping).filter((name) => name !== column);
  const attributes = (mapping.attributes ?? []).filter((name) => name !== column);
  const after: ImportMapping = { ...mapping, text, attributes };
  for (const one of singleRoles) if (after[one] === column) after[one] = null;
  if (role === 'text') text.push(column);
  else if (role === 'attribute') attributes.push(column);
  else if (role !== 'ignored') after[role] = column;
  return after;
}

/** Nothing can be read without a column that holds what customers said. */
export const isReadable = (mapping: ImportMapping, columns: readonly string[]) =>
  textColumns(mapping).some((column) => columns.includes(column));
