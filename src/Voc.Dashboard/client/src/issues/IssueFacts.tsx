import { Badge, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import { useGrowth } from './useGrowth';
import { useSliceName } from './useSliceName';

/** What fell silent has neither customers nor words. */
const silenceFacts = ['charts.count', 'issues.fact.pValue', 'issues.fact.lastSeen'] as const;

export function IssueFacts({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const growth = useGrowth();
  const sliceName = useSliceName();
  const facts: [string, ReactNode][] = [
    [
      t('charts.count'),
      <span key="count">
        {t('issues.count', { total: format.count(issue.count) })}
        <Text span size="xs" c="dimmed" ml={6}>
          {t('issues.against', { expected: format.decimal(issue.expected), days: issue.windowDays })}
        </Text>
      </span>,
    ],
    ...(issue.slice
      ? [
          [t('issues.sliceLabel'), sliceName(`${issue.slice.field}:${issue.slice.value}`)] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    [t('issues.fact.growth'), growth(issue.growth)],
    [t('issues.fact.pValue'), tiny(issue.pValue)],
    [t('issues.fact.customers'), format.count(issue.customers)],
    [t('issues.fact.firstSeen'), format.dateTime(issue.firstSeen)],
    [t('issues.fact.lastSeen'), format.dateTime(issue.lastSeen)],
    [
      t('issues.fact.terms'),
      <Group gap={4} key="terms">
        {issue.terms.map((term) => (
          <Badge key={term} variant="default" size="sm">
            {term}
          </Badge>
        ))}
      </Group>,
    ],
  ];
  const shown =
    issue.kind === 'silence' ? facts.filter(([name]) => silenceFacts.some((f) => name === t(f))) : facts;
  return (
    <Panel title={t('issues.facts')}>
      <Table layout="fixed" verticalSpacing={6} horizontalSpacing={0} withRowBorders={false}>
        <Table.Tbody>
          {shown.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="8rem" fw={400} c="dimmed">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

const tiny = (probability: number) =>
  probability >= 0.001
    ? probability.toFixed(3)
    : probability < 1e-12
      ? '< 10⁻¹²'
      : probability.toExponential(1);
