import type { SavedSearch } from '../api/types';

/** Parameters that say where in the page one is, not what is searched for or how it is looked at. */
const places = ['page', 'limit', 'offset', 'at', 'unfolded', 'feedback', 'saved'];

/** Parameters that say what is searched for; the others say how it is looked at. */
const searched = new Set([
  'q',
  'from',
  'to',
  'period',
  'sort',
  'fold',
  'synonyms',
  'without',
  'like',
  'channel',
  'sentiment',
  'product',
  'topic',
  'intent',
  'source',
  'segment',
  'language',
  'attribute',
]);

/** Parameters of which an empty value asks for what has none. */
const mayBeNone = new Set(['product', 'topic', 'intent', 'segment']);

/** Lengths of a relative period that are offered, in days. */
export const periodDays = [1, 7, 30, 90, 365] as const;

/** What of the page's address is kept. */
export function addressToKeep(parameters: URLSearchParams) {
  const kept = new URLSearchParams(parameters);
  places.forEach((name) => kept.delete(name));
  return kept.toString();
}

/** The address that opens a saved search as it is today. */
export const pageOf = ({ id, address }: Pick<SavedSearch, 'id' | 'address'>) =>
  `/search?${address ? `${address}&` : ''}saved=${id}`;

/** The link to send to others: it opens the search as it will be then. */
export const linkOf = ({ link }: Pick<SavedSearch, 'link'>) => new URL(link, window.location.origin).href;

/** Whether two addresses search for the same, however it is looked at. */
export const isSameSearch = (one: string, other: string) => normal(one) === normal(other);

const normal = (address: string) =>
  [...new URLSearchParams(address)]
    .filter(([name, value]) => searched.has(name) && (value !== '' || mayBeNone.has(name)))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

/** Fixed dates, none, or so many days up to whichever day it is opened on. */
export type Period = 'fixed' | 'none' | number;

/** Which period a kept address has. */
export function periodOf(address: string): Period {
  const parameters = new URLSearchParams(address);
  const days = /^(\d+)d$/.exec(parameters.get('period') ?? '');
  if (days) return Number(days[1]);
  return parameters.has('from') || parameters.has('to') ? 'fixed' : 'none';
}

/** The address with another period; fixed dates stay as they are. */
export function withPeriod(address: string, period: Period) {
  const parameters = new URLSearchParams(address);
  parameters.delete('period');
  if (period !== 'fixed') {
    parameters.delete('from');
    parameters.delete('to');
  }
  if (typeof period === 'number') parameters.set('period', `${period}d`);
  return parameters.toString();
}

/**
 * The period to suggest for what the page shows: that of the saved search it came from as long as its dates were left alone,
 * days up to today as such, else the dates.
 */
export function suggestedPeriod(address: string, today: string, opened: SavedSearch | null): Period {
  const [now, then] = [new URLSearchParams(address), new URLSearchParams(opened?.address)];
  const [from, to] = [now.get('from'), now.get('to')];
  if (opened && from === then.get('from') && to === then.get('to')) return periodOf(opened.query);
  if (from && (!to || to === today)) {
    const days = Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000) + 1;
    if (periodDays.some((one) => one === days)) return days;
  }
  return from || to ? 'fixed' : 'none';
}

/** Whether nothing that is said from now on can be found. */
export function isOver(address: string, today: string) {
  const to = new URLSearchParams(address).get('to');
  return to !== null && to !== '' && to < today && typeof periodOf(address) !== 'number';
}
