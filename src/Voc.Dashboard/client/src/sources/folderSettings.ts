import type { Source } from '../api/types';

/** What of a file can be named: the column of the text makes a mapping, the others may be left to it. */
export const mappedFields = ['text', 'occurredAt', 'product', 'customer'] as const;

/** How the files of a folder are read; all empty to recognise it. */
export type FolderReading = { preset: string } & Record<(typeof mappedFields)[number], string>;

export const emptyReading: FolderReading = {
  preset: '',
  text: '',
  occurredAt: '',
  product: '',
  customer: '',
};

export function readingOf({ settings }: Pick<Source, 'settings'>): FolderReading {
  const { preset, mapping } = settings as {
    preset?: string | null;
    mapping?: Record<string, unknown> | null;
  };
  const columns = mappedFields.map((field) => {
    const column = mapping?.[field];
    return [field, Array.isArray(column) ? column.join('、') : typeof column === 'string' ? column : ''];
  });
  return { ...emptyReading, ...(Object.fromEntries(columns) as object), preset: preset ?? '' };
}

/** The settings as edited; what the form does not show of a mapping stays as it was. */
export function folderSettings(
  before: Record<string, unknown>,
  reading: FolderReading,
): Record<string, unknown> {
  const { mapping, ...kept } = before;
  delete kept.preset;
  const columns = mappedFields.map((field) => {
    const names = reading[field].split('、').flatMap((name) => name.trim() || []);
    return [field, names.length > 1 ? names : (names[0] ?? null)];
  });
  return {
    ...kept,
    ...(reading.preset && { preset: reading.preset }),
    ...(reading.text.trim() && {
      mapping: { ...(mapping as object | null), ...(Object.fromEntries(columns) as object) },
    }),
  };
}
