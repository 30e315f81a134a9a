/** Lengths a period of the timeline can have. */
export type Interval = 'day' | 'week' | 'month';

const dayMilliseconds = 86_400_000;
const asTime = (day: string) => Date.parse(`${day}T00:00:00Z`);
const asDay = (time: number) => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => asDay(asTime(day) + days * dayMilliseconds);
export const daysBetween = (first: string, last: string) =>
  Math.round((asTime(last) - asTime(first)) / dayMilliseconds);

/** First and last day of a month such as `2026-02`. */
export function daysOfMonth(month: string) {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** First and last day of a period, named as the API names it: a day or the first day of a week, or a month. */
export function daysOf(interval: Interval, value: string) {
  if (interval === 'month') return daysOfMonth(value);
  return { from: value, to: interval === 'week' ? addDays(value, 6) : value };
}

function following(interval: Interval, value: string) {
  return interval === 'month'
    ? addDays(daysOfMonth(value).to, 1).slice(0, 7)
    : addDays(daysOf(interval, value).to, 1);
}

/** The interval that shows a span of time in some dozens of bars. */
export function intervalOf(first: string, last: string): Interval {
  const days = daysBetween(first, last) + 1;
  return days <= 62 ? 'day' : days <= 400 ? 'week' : 'month';
}

/** From when to when there is something to draw: what was asked for, else the months in which something was found. */
export function spanOf(months: { value: string }[], from: string, to: string) {
  const found = months.map((month) => month.value).sort();
  const first = from || (found[0] && daysOfMonth(found[0]).from);
  const last = to || (found.at(-1) && daysOfMonth(found.at(-1)!).to);
  return first && last && first <= last ? { first, last } : null;
}

const mostBars = 1200;

/** Counts in order of time, with zeros where nothing was found between the first and the last. */
export function withoutGaps(interval: Interval, counts: { value: string; count: number }[]) {
  const byValue = new Map(counts.map(({ value, count }) => [value, count]));
  const values = [...byValue.keys()].sort();
  const bars: { value: string; count: number }[] = [];
  for (let value = values[0]; value && value <= values.at(-1)!; value = following(interval, value)) {
    bars.push({ value, count: byValue.get(value) ?? 0 });
    if (bars.length > mostBars) return values.map((one) => ({ value: one, count: byValue.get(one)! }));
  }
  return bars;
}

interface Period {
  from: string;
  to: string;
}

/** The months that a period consists of; none where it does not consist of whole months. */
export function chosenMonths({ from, to }: Period): string[] {
  if (!from || !to || from > to) return [];
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (daysOfMonth(first).from !== from || daysOfMonth(last).to !== to) return [];
  const months = [];
  for (let month = first; month <= last && months.length < mostBars; month = following('month', month))
    months.push(month);
  return months;
}

/** Chooses a month, or takes it back; extending, all from those chosen to it. */
export function withMonth(state: Period, month: string, extend: boolean): Period {
  const chosen = chosenMonths(state);
  if (extend && chosen.length > 0) {
    const ends = [chosen[0]!, chosen.at(-1)!, month].sort();
    return { from: daysOfMonth(ends[0]!).from, to: daysOfMonth(ends.at(-1)!).to };
  }
  return chosen.length === 1 && chosen[0] === month ? { from: '', to: '' } : daysOfMonth(month);
}
