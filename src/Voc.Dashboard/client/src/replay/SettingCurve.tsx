import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Replay, SettingOutcome } from '../api/types';
import { ChartFrame } from '../charts/ChartFrame';
import { useFormat } from '../format/useFormat';
import classes from './Replay.module.css';
import { Adopt } from './ReplayTiles';
import { curveDrawing } from './curveDrawing';
import { useDays } from './useDays';

interface Props {
  replay: Replay;
  settings: readonly SettingOutcome[];
}

/** What each setting would cost in false alarms and bring in real issues. */
export function SettingCurve({ replay, settings }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const drawing = useMemo(
    () => curveDrawing(settings, replay.falseAlarmsPerYear, t, format),
    [settings, replay.falseAlarmsPerYear, t, format],
  );
  const hasReal = settings.some(({ real }) => real > 0);
  return (
    <ChartFrame
      title={t('replay.curveTitle')}
      subtitle={[
        t('replay.curveSubtitle', {
          from: format.calendarDate(replay.from),
          to: format.calendarDate(replay.to),
          copies: replay.copies,
        }),
      ]}
      drawing={drawing}
      layout="below"
      notes={hasReal ? [] : [t('replay.noRealNote')]}
      reading={t('replay.curveReading')}
      table={
        <Table.ScrollContainer minWidth={640}>
          <Table
            aria-label={t('replay.curveTitle')}
            verticalSpacing={6}
            horizontalSpacing="xs"
            fz="sm"
            className={classes.settings}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('replay.column.setting')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.rate')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.interval')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.alarms')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.found')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.median')}</Table.Th>
                <Table.Th scope="col">{t('replay.column.unseen')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="tabular">
              {settings.map((one) => (
                <Table.Tr
                  key={one.falseAlarmsPerYear}
                  bg={
                    one.falseAlarmsPerYear === replay.falseAlarmsPerYear
                      ? 'var(--voc-surface-raised)'
                      : undefined
                  }
                >
                  <Table.Th scope="row">{format.decimal(one.falseAlarmsPerYear)}</Table.Th>
                  <Table.Td>{one.falseAlarms ? format.decimal(one.falseAlarms.perYear) : '…'}</Table.Td>
                  <Table.Td>
                    {one.falseAlarms &&
                      `${format.decimal(one.falseAlarms.low)}–${format.decimal(one.falseAlarms.high)}`}
                  </Table.Td>
                  <Table.Td>{format.count(one.alarms)}</Table.Td>
                  <Table.Td>{one.real > 0 ? t('replay.tile.foundOf', one) : '–'}</Table.Td>
                  <Table.Td>{one.medianDays === null ? '–' : days(one.medianDays)}</Table.Td>
                  <Table.Td>{format.count(one.unseen)}</Table.Td>
                  <Table.Td ta="right">
                    <Adopt replay={replay.id} setting={one.falseAlarmsPerYear} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      }
    />
  );
}
