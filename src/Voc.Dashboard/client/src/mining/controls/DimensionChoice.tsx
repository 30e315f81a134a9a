import { dimensionNames } from '../dimensions';
import type { SearchState } from '../../search/searchState';
import { useDimensionName } from '../frame/useDimensionName';
import { OneOf } from './Controls';
import { useAttributes } from './useAttributes';

interface Props {
  search: SearchState;
  label: string;
  value: string;
  /** Choices before the dimensions. */
  first?: readonly { value: string; label: string }[];
  choose: (value: string) => void;
}

export function DimensionChoice({ search, label, value, first = [], choose }: Props) {
  const nameOf = useDimensionName();
  const attributes = useAttributes(search);
  const known = [...dimensionNames, ...attributes];
  // One that came with the address stays visible although no source here names it.
  const offered = value && !first.some((one) => one.value === value) && !known.includes(value);
  return (
    <OneOf
      label={label}
      value={value}
      options={[
        ...first,
        ...[...known, ...(offered ? [value] : [])].map((dimension) => ({
          value: dimension,
          label: nameOf(dimension),
        })),
      ]}
      choose={choose}
    />
  );
}
