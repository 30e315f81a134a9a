import { ScrollArea, Table, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Bar } from './useTimeline';

interface Props {
  bars: Bar[];
  nameOf: (value: string) => string;
  choose: (value: string) => void;
}

export function TimelineTable({ bars, nameOf, choose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ScrollArea.Autosize mah={260} type="auto">
      <Table verticalSpacing={2} stickyHeader w="auto" miw={280}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('search.period')}</Table.Th>
            <Table.Th ta="right">{t('charts.count')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bars.toReversed().map(({ value, count }) => (
            <Table.Tr key={value}>
              <Table.Td>
                <UnstyledButton fz="sm" onClick={() => choose(value)}>
                  {nameOf(value)}
                </UnstyledButton>
              </Table.Td>
              <Table.Td ta="right">{format.count(count)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
