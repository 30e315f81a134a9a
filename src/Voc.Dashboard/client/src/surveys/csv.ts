import type { SurveyInvitation } from '../api/types';

/** What a spreadsheet would take for a formula stays text. */
const cell = (value: string | number | null) =>
  typeof value === 'number'
    ? String(value)
    : `"${(/^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')).replace(/"/g, '""')}"`;

/** A table as a CSV that Excel opens. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** The same as an address that can be saved. */
export const csvAddress = (rows: Parameters<typeof csvText>[0]) =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(rows))}`;

/** Links with whom they are for. */
export const invitationsCsv = (invitations: readonly SurveyInvitation[], heading: readonly string[]) =>
  csvText([heading, ...invitations.map(({ customer, segment, url }) => [customer, segment, url])]);
