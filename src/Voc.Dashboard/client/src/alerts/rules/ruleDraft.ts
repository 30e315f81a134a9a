import type { AlertEvent, AlertPace, AlertRule, QuietTime, RuleInput, Weekday } from '../../api/types';

export const events: readonly AlertEvent[] = ['new', 'grew', 'regressed', 'verified', 'woken', 'due'];
export const paces: readonly AlertPace[] = ['immediate', 'hourly', 'daily', 'weekly'];
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Most quiet times of a rule; the server takes no more. */
export const mostQuiet = 4;

export const night: QuietTime = { from: '22:00', to: '08:00', days: [...weekdays] };

/** What a rule is while it is entered; a new one tells of what is new, grows or comes back, at once. */
export const draftOf = (rule: AlertRule | null, channel: number | null): RuleInput =>
  rule
    ? {
        name: rule.name,
        enabled: rule.enabled,
        channel: rule.channel,
        when: rule.when,
        timing: rule.timing,
      }
    : {
        name: '',
        enabled: true,
        channel,
        when: {
          products: [],
          topics: [],
          severity: 'low',
          polarity: null,
          events: ['new', 'grew', 'regressed'],
        },
        timing: { pace: 'immediate', hour: 9, weekday: 'mon', quiet: [], criticalThrough: true },
      };

export const endsNextDay = ({ from, to }: QuietTime) => to <= from;

/** The order with one rule a place up or down. */
export function moved(ids: readonly number[], id: number, by: 1 | -1): number[] {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const order = [...ids];
  [order[at], order[to]] = [order[to]!, order[at]!];
  return order;
}
