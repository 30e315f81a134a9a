/** How many units of a query to mark from a place on: the word that begins there, or one character. */
export const markedLength = (query: string, position: number) =>
  /^(?:[\p{L}\p{N}]+|.)/su.exec(query.slice(position))?.[0].length ?? 0;
