import { useQuery } from '@tanstack/react-query';
import { answerQuery } from '../../search/archiveQueries';
import { searchQueryOf, type SearchState } from '../../search/searchState';
import { attributePrefix } from '../dimensions';

/** By these names sources call the customers' segment, which is a dimension of its own. */
const segments = ['segment', 'セグメント', '顧客区分', '会員種別'];

/** Dimensions made of the attributes that the texts found have; the page has counted them already. */
export function useAttributes(search: SearchState) {
  const { data } = useQuery(answerQuery(searchQueryOf(search)));
  const names = data?.facets.attribute?.map(({ value }) => value) ?? [];
  return names.filter((name) => !segments.includes(name)).map((name) => attributePrefix + name);
}
