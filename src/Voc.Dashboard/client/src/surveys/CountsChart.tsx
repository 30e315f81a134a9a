import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyQuestionResult } from '../api/types';
import { ChartFrame } from '../charts/ChartFrame';
import { categoryAxis, chartStyle, valueAxis } from '../charts/chartStyle';
import type { Drawing } from '../charts/Drawing';
import { useFormat } from '../format/useFormat';
import { csvAddress } from './csv';

/** How often each number or option was given. */
export function CountsChart({ question }: { question: SurveyQuestionResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = question.counts.reduce((sum, { count }) => sum + count, 0);
  const subtitle = [t('surveys.answers', { answers: format.count(total) })];
  const drawing = useMemo<Drawing>(
    () => ({
      label: t('surveys.countsOf', { question: question.label }),
      minWidth: 280,
      height: () => 220,
      option: ({ colours }) => ({
        ...chartStyle(colours),
        xAxis: categoryAxis(
          colours,
          question.counts.map(({ label }) => label),
          (label) => label,
        ),
        yAxis: valueAxis(colours),
        series: [
          {
            type: 'bar',
            name: t('surveys.count'),
            barCategoryGap: '28%',
            itemStyle: { color: colours.accent },
            data: question.counts.map(({ count }) => count),
          },
        ],
      }),
    }),
    [question, t],
  );
  return (
    <ChartFrame
      title={question.label}
      subtitle={subtitle}
      drawing={drawing}
      csv={[
        {
          label: t('charts.csv'),
          name: `${question.label}.csv`,
          href: csvAddress([
            [t('surveys.answer'), t('surveys.count')],
            ...question.counts.map(({ label, count }) => [label, count]),
          ]),
        },
      ]}
      table={
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('surveys.answer')}</Table.Th>
              <Table.Th ta="right">{t('surveys.count')}</Table.Th>
              <Table.Th ta="right">{t('surveys.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {question.counts.map(({ label, count }) => (
              <Table.Tr key={label}>
                <Table.Td>{label}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {format.count(count)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {total > 0 ? format.percentTenths(count / total) : '–'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      }
    />
  );
}
