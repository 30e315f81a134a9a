/** The parts of a severity, in the order they are shown. */
export const severityParts = [
  'reach',
  'negativity',
  'safety',
  'money',
  'growth',
  'churnRisk',
  'customerValue',
] as const;

export type SeverityPartName = (typeof severityParts)[number];
