const locales: Record<string, string> = { ja: 'ja-JP', en: 'en-GB' };
const minute = 60_000;

export type Format = ReturnType<typeof createFormat>;

/** @param timeZone IANA name of the company's time zone. */
export function createFormat(language: string, timeZone: string) {
  const locale = locales[language] ?? language;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const count = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const weight = new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  // What rounds to nothing has no sign.
  const digits = (number: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: number,
      maximumFractionDigits: number,
      signDisplay: 'negative',
      ...options,
    });
  const fixed = digits(2);
  const tenths = digits(1);
  const percentTenths = digits(1, { style: 'percent' });
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const dateTime = dates({
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const date = dates({ year: 'numeric', month: 'short', day: 'numeric' });
  const day = dates({ month: 'numeric', day: 'numeric' });
  const weekday = dates({ month: 'short', day: 'numeric', weekday: 'short' });
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const month = dates({ year: 'numeric', month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

  return {
    count: (value: number) => count.format(value),
    decimal: (value: number) => decimal.format(value),
    percent: (share: number) => percent.format(share),
    signed: (value: number) => signed.format(value),
    /** A score or strength from −1 to 1, such as +0.35. */
    weight: (value: number) => weight.format(value),
    /** With two digits after the point. */
    fixed: (value: number) => fixed.format(value),
    /** With one digit after the point, for numbers that stand below one another. */
    tenths: (value: number) => tenths.format(value),
    percentTenths: (share: number) => percentTenths.format(share),
    /** A probability with two significant digits, a small one as a power of ten. */
    probability: (value: number) =>
      value === 0 ? '<1e-300' : value < 0.001 ? value.toExponential(1) : significant.format(value),
    dateTime: (at: string) => dateTime.format(new Date(at)),
    date: (at: string) => date.format(new Date(at)),
    /** Short form of a calendar day such as `2026-02-03`, whatever the time zone. */
    day: (isoDate: string) => calendarDay(day, isoDate, timeZone),
    /** Long form of a calendar day such as `2026-02-03`, with its year. */
    calendarDate: (isoDate: string) => calendarDay(date, isoDate, timeZone),
    weekday: (isoDate: string) => calendarDay(weekday, isoDate, timeZone),
    /** Long form of a month such as `2026-02`. */
    month: (isoMonth: string) => calendarDay(month, `${isoMonth}-15`, timeZone),
    time: (at: string) => time.format(new Date(at)),
    /** The company's calendar day, `YYYY-MM-DD`, at a moment. */
    isoDate: (at: string | Date) => isoDay.format(new Date(at)),
    /** "3 minutes ago" within a day, the date after that. */
    ago(at: string, now: number) {
      const elapsed = Math.max(0, now - new Date(at).getTime());
      if (elapsed < minute) return relative.format(0, 'second');
      if (elapsed < 60 * minute) return relative.format(-Math.floor(elapsed / minute), 'minute');
      if (elapsed < 24 * 60 * minute) return relative.format(-Math.floor(elapsed / (60 * minute)), 'hour');
      return dateTime.format(new Date(at));
    },
  };
}

/** A calendar day has no time zone; its noon in the company's zone is formatted, so the day comes out as it is named. */
function calendarDay(format: Intl.DateTimeFormat, isoDate: string, timeZone: string) {
  const noon = new Date(`${isoDate.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return isoDate;
  const shift = offsetMinutes(noon, timeZone);
  return format.format(new Date(noon.getTime() - shift * minute));
}

function offsetMinutes(at: Date, timeZone: string) {
  const local = new Date(
    `${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`,
  );
  return Math.round((local.getTime() - at.getTime()) / minute);
}
