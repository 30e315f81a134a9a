/** What matches both rows; null where one of them cannot be asked for. */
export const both = (one: string | null, other: string | null) =>
  one === null || other === null ? null : `${one} ${other}`;

const quoted = /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|(?<=^|[\s(])'[^']*'/g;
const innermost = /[(（][^()（）]*[)）]/g;
const alternative = /(^|\s)(OR|ＯＲ|\|\||｜｜)(\s|$)/;
const leftOver = /["“”「」『』()（）]/;

/**
 * The query for what matches both. Its own parentheses are needed only where it offers alternatives, and a chain of narrowing
 * steps may not nest deeper and deeper.
 */
export function narrowed(q: string, query: string) {
  const own = q.trim();
  if (!own) return query;
  return offersAlternatives(own) ? `(${own}) ${query}` : `${own} ${query}`;
}

/** True in doubt. */
function offersAlternatives(q: string) {
  let rest = q.replace(quoted, ' ');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(innermost, ' ');
  }
  return alternative.test(rest) || leftOver.test(rest);
}
