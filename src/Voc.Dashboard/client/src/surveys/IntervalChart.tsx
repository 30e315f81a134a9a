import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyGroupFigure, SurveyQuestionResult } from '../api/types';
import { ChartFrame } from '../charts/ChartFrame';
import { useFormat } from '../format/useFormat';
import { csvAddress } from './csv';
import { intervalDrawing } from './intervalDrawing';
import { useFigure } from './useFigure';

interface Props {
  question: SurveyQuestionResult;
  title: string;
  /** What the groups are. */
  by: string;
  groups: SurveyGroupFigure[];
  nameOf?: (name: string) => string;
  /** Groups below one another, for names that are long. */
  lying?: boolean;
}

const asItIs = (name: string) => name;

/** A figure of several groups: a point between the ends of its 95 % interval, and the same as a table. */
export function IntervalChart({ question, title, by, groups, nameOf = asItIs, lying = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure(question.kind);
  const drawing = useMemo(
    () =>
      intervalDrawing({
        label: title,
        groups: groups.map(({ name, figure: of }) => ({ ...of, name: nameOf(name) })),
        bounds: question.kind === 'nps' ? [-100, 100] : [0, 1],
        write: figure.one,
        lying,
      }),
    [title, groups, nameOf, question.kind, figure, lying],
  );
  return (
    <ChartFrame
      title={title}
      subtitle={[question.label]}
      drawing={drawing}
      notes={groups.some((group) => group.figure.answers < 30) ? [t('surveys.fewAnswers')] : []}
      reading={t('surveys.reading')}
      csv={[
        {
          label: t('charts.csv'),
          name: `${title}.csv`,
          href: csvAddress([
            [
              by,
              t('surveys.count'),
              t(`surveys.short.${question.kind}`),
              t('surveys.low'),
              t('surveys.high'),
              t('surveys.mean'),
            ],
            ...groups.map(({ name, figure: of }) => [name, of.answers, of.value, of.low, of.high, of.mean]),
          ]),
        },
      ]}
      table={
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{by}</Table.Th>
              <Table.Th ta="right">{t('surveys.count')}</Table.Th>
              <Table.Th ta="right">{t(`surveys.short.${question.kind}`)}</Table.Th>
              <Table.Th ta="right">{t('surveys.range')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map(({ name, figure: of }) => (
              <Table.Tr key={name}>
                <Table.Td>{nameOf(name)}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {format.count(of.answers)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {figure.value(of)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {figure.one(of.low)} – {figure.one(of.high)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      }
    />
  );
}
