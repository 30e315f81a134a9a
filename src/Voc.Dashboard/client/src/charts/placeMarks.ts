/** Share of a chart's width that the name of a line takes on a phone. */
const nameShare = 0.17;

export interface PlacedMark {
  day: string;
  /** 0 next to the lines, 1 above a name that stands too near. */
  row: 0 | 1;
  /** Which side of the line the name starts on; at the edges it reads inwards. */
  align: 'left' | 'center' | 'right';
}

/** Where the names of the lines that mark days stand so that none covers another or leaves the chart. */
export function placeMarks(marks: readonly string[], days: readonly string[]): PlacedMark[] {
  const place = (day: string) => (days.indexOf(day) + 0.5) / days.length;
  return marks.map((day, at) => {
    const own = place(day);
    const isNear = marks.slice(0, at).some((other) => Math.abs(place(other) - own) < nameShare);
    return {
      day,
      row: isNear ? 1 : 0,
      align: own < nameShare / 2 ? 'left' : own > 1 - nameShare / 2 ? 'right' : 'center',
    };
  });
}
