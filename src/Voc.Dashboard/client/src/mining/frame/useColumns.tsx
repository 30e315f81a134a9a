import { useMemo, type ReactNode } from 'react';
import type { To } from 'react-router';
import { useFormat } from '../../format/useFormat';
import type { Column } from './MiningTable';
import { TextsLink } from './TextsLink';

interface Heading {
  key: string;
  title: string;
  hint?: string;
}

/** Columns of a kind: each formats its numbers as its kind is written. */
export function useColumns() {
  const format = useFormat();
  return useMemo(() => {
    const column =
      (show: (value: number) => ReactNode) =>
      <Row,>(heading: Heading, value: (row: Row) => number | null): Column<Row> => ({
        ...heading,
        value,
        show: (row) => {
          const number = value(row);
          return number === null ? '–' : show(number);
        },
      });
    return {
      count: column(format.count),
      percent: column(format.percentTenths),
      decimal: column(format.tenths),
      fixed: column(format.fixed),
      probability: column(format.probability),
      /** A count that leads to its texts; nothing leads nowhere. */
      linked: <Row,>(
        heading: Heading,
        value: (row: Row) => number,
        to: (row: Row) => To | null,
      ): Column<Row> => ({
        ...heading,
        value,
        show: (row) =>
          value(row) > 0 ? <TextsLink to={to(row)}>{format.count(value(row))}</TextsLink> : '0',
      }),
      /** What names the row, leading to its texts. */
      name: <Row,>(
        heading: Heading,
        value: (row: Row) => string,
        to: (row: Row) => To | null,
      ): Column<Row> => ({
        ...heading,
        value,
        show: (row) => <TextsLink to={to(row)}>{value(row)}</TextsLink>,
      }),
    };
  }, [format]);
}
