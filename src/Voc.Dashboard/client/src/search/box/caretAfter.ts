/** Where the caret stands after a part of a text was completed: what lies behind it is still behind it. */
export function caretAfter(before: string, caret: number, after: string) {
  let behind = 0;
  while (
    behind < Math.min(before.length - caret, after.length) &&
    before[before.length - 1 - behind] === after[after.length - 1 - behind]
  )
    behind++;
  return after.length - behind;
}
