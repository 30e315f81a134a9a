import type { FacetValue, TopicEntry } from '../../api/types';
import type { FacetItem } from './Facet';

/** Topics in two levels: each top one, the most frequent first, and below it those that are part of it. */
export function topicItems(values: FacetValue[], topics: readonly TopicEntry[]): FacetItem[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const topOf = (value: string) => byId.get(value)?.parent ?? value;
  const groups = new Map<string, FacetValue[]>();
  for (const one of values) groups.set(topOf(one.value), [...(groups.get(topOf(one.value)) ?? []), one]);
  return [...groups]
    .map(([top, members]) => {
      const own = members.find((one) => one.value === top);
      const parts = members.filter((one) => one.value !== top);
      return own ? [own, ...parts.map((part) => ({ ...part, level: 1 }))] : parts;
    })
    .sort((a, b) => b[0]!.count - a[0]!.count)
    .flat();
}
