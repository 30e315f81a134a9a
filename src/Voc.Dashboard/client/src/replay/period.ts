const dayLength = 86_400_000;

/** The first day of the last year of an archive, or its own first day where it is shorter. */
export function yearBefore({ from, to }: { from: string; to: string }) {
  const year = new Date(Date.parse(to) - 364 * dayLength).toISOString().slice(0, 10);
  return year > from ? year : from;
}
