/** How one option of a view is kept in the address. */
export interface Option<T> {
  usual: T;
  /** Undefined for nonsense, which is left out instead of failing. */
  read(values: string[]): T | undefined;
  write(value: T): string[];
}

export type Schema = Record<string, Option<unknown>>;
export type Values<S extends Schema> = { [Name in keyof S]: S[Name] extends Option<infer T> ? T : never };

export const choice = <const V extends string>(values: readonly V[], usual: NoInfer<V>): Option<V> => ({
  usual,
  read: ([value]) => values.find((one) => one === value),
  write: (value) => [value],
});

export const choices = <const V extends string>(values: readonly V[]): Option<V[]> => ({
  usual: [],
  read: (read) => values.filter((one) => read.includes(one)),
  write: (chosen) => chosen,
});

export const number = (least: number, most: number, usual: number): Option<number> => ({
  usual,
  read: ([text]) => {
    const value = Number(text);
    return text?.trim() && value >= least && value <= most ? value : undefined;
  },
  write: (value) => [String(value)],
});

export const flag = (usual: boolean): Option<boolean> => ({
  usual,
  read: ([value]) => (value === 'true' ? true : value === 'false' ? false : undefined),
  write: (value) => [String(value)],
});

const longestText = 500;

export const text = (usual = ''): Option<string> => ({
  usual,
  read: ([value]) => value?.trim().slice(0, longestText),
  write: (value) => [value],
});

export const texts = (most: number): Option<string[]> => ({
  usual: [],
  read: (values) => [...new Set(values.map((value) => value.trim().slice(0, longestText)))].slice(0, most),
  write: (values) => values,
});

/** Names of options begin so, because the address also holds the search. */
export const prefix = 'm.';

export function readOptions<S extends Schema>(schema: S, parameters: URLSearchParams) {
  const read = Object.entries(schema).map(([name, option]) => {
    const values = parameters.getAll(prefix + name).filter(Boolean);
    return [name, (values.length > 0 ? option.read(values) : undefined) ?? option.usual];
  });
  return Object.fromEntries(read) as Values<S>;
}

/** Writes options into an address, leaving what belongs to others and omitting what is usual. */
export function writeOptions<S extends Schema>(
  schema: S,
  before: URLSearchParams,
  change: Partial<Values<S>>,
) {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    const option = schema[name]!;
    const written = option.write(value);
    after.delete(prefix + name);
    if (written.join('\n') !== option.write(option.usual).join('\n'))
      for (const one of written) after.append(prefix + name, one);
  }
  return after;
}

/** A text of which only some make sense. */
export const textWhere = (isSense: (value: string) => boolean, usual: string): Option<string> => ({
  usual,
  read: ([value]) =>
    value !== undefined && value.length <= longestText && isSense(value) ? value : undefined,
  write: (value) => [value],
});
