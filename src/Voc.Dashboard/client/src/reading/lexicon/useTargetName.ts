import { useQuery } from '@tanstack/react-query';
import { targetsQuery } from '../readingQueries';

const namedBy = 3;

/** A class of targets is called by its first words: 値段・価格・料金. */
export function useTargetOptions() {
  const { data } = useQuery(targetsQuery);
  return (data ?? []).map(({ id, words }) => ({ value: id, label: words.slice(0, namedBy).join('・') }));
}

export function useTargetName() {
  const options = useTargetOptions();
  return (id: string) => options.find(({ value }) => value === id)?.label ?? id;
}
