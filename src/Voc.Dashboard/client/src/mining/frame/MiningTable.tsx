import { Table, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import classes from './MiningTable.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  /** What the column says, where its title cannot. */
  hint?: string;
  /** What it is sorted by; numbers stand right, the largest first. */
  value: (row: Row) => number | string | null;
  show?: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first names the row. */
  columns: readonly Column<Row>[];
}

interface Sorting {
  key: string;
  isDown: boolean;
}

/** Rows in the server's order until a heading is clicked. */
export function MiningTable<Row>({ label, rows, rowKey, columns }: Props<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sorted = useMemo(() => sortedBy(rows, columns, sorting), [rows, columns, sorting]);
  const isNumeric = (column: Column<Row>) => rows.some((row) => typeof column.value(row) === 'number');
  const numeric = columns.map((column) => isNumeric(column) || undefined);
  const sort = (key: string, startsDown: boolean) =>
    setSorting((before) =>
      before?.key !== key
        ? { key, isDown: startsDown }
        : before.isDown === startsDown
          ? { key, isDown: !startsDown }
          : null,
    );
  return (
    <Table className={classes.table} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, title, hint }, at) => (
            <Table.Th
              key={key}
              scope="col"
              data-numeric={numeric[at]}
              aria-sort={sorting?.key !== key ? undefined : sorting.isDown ? 'descending' : 'ascending'}
            >
              <Tooltip label={hint} disabled={!hint} multiline maw={280}>
                <UnstyledButton className={classes.sort} onClick={() => sort(key, numeric[at] ?? false)}>
                  {title}
                  {sorting?.key === key &&
                    (sorting.isDown ? (
                      <IconArrowDown size={12} aria-hidden />
                    ) : (
                      <IconArrowUp size={12} aria-hidden />
                    ))}
                </UnstyledButton>
              </Tooltip>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((row) => (
          <Table.Tr key={rowKey(row)}>
            {columns.map(({ key, value, show }, at) =>
              at === 0 ? (
                <Table.Th key={key} scope="row">
                  {show ? show(row) : value(row)}
                </Table.Th>
              ) : (
                <Table.Td key={key} data-numeric={numeric[at]}>
                  {show ? show(row) : value(row)}
                </Table.Td>
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function sortedBy<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null) {
  const column = sorting && columns.find(({ key }) => key === sorting.key);
  if (!column) return rows;
  const sign = sorting.isDown ? -1 : 1;
  return rows.toSorted((one, other) => sign * compared(column.value(one), column.value(other)));
}

function compared(one: number | string | null, other: number | string | null) {
  if (one === null || other === null) return Number(other === null) - Number(one === null);
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'ja');
}
