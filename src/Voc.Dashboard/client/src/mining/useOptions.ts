import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readOptions, writeOptions, type Schema, type Values } from './options';

/** The options of a view, kept in the address. Going back leaves the view instead of undoing options one by one. */
export function useOptions<S extends Schema>(schema: S) {
  const [parameters, setParameters] = useSearchParams();
  const options = useMemo(() => readOptions(schema, parameters), [schema, parameters]);
  const set = (change: Partial<Values<S>>) =>
    setParameters((before) => writeOptions(schema, before, change), {
      replace: true,
      preventScrollReset: true,
    });
  return [options, set] as const;
}
