/** What texts can be grouped by; any attribute besides, as `attribute:NAME`. */
export const dimensionNames = [
  'topic',
  'segment',
  'product',
  'channel',
  'source',
  'intent',
  'sentiment',
  'language',
  'month',
] as const;
export type DimensionName = (typeof dimensionNames)[number];

export const attributePrefix = 'attribute:';

export const isDimension = (value: string) =>
  (dimensionNames as readonly string[]).includes(value) ||
  (value.startsWith(attributePrefix) && value.length > attributePrefix.length);
