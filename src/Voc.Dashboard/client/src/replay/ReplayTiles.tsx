import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Replay, SettingOutcome } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import classes from './Replay.module.css';
import { settingQuery } from './replayQueries';
import { useDays } from './useDays';
import { useSetting } from './useSetting';

interface Props {
  replay: Replay;
  outcome: SettingOutcome;
  /** Pieces of feedback in the period. */
  feedback: number;
}

/** What the setting that was tried does, at a glance. */
export function ReplayTiles({ replay, outcome, feedback }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const { falseAlarms } = outcome;
  const tiles: [name: string, value: string, note?: ReactNode][] = [
    [
      t('replay.tile.alarms'),
      format.count(outcome.alarms),
      t('replay.tile.alarmsNote', { feedback: format.count(feedback) }),
    ],
    [
      t('replay.tile.found'),
      outcome.real > 0 ? t('replay.tile.foundOf', outcome) : '–',
      outcome.real === 0 && t('replay.tile.noReal'),
    ],
    [t('replay.tile.median'), outcome.medianDays === null ? '–' : days(outcome.medianDays)],
    [
      t('replay.tile.falseAlarms'),
      falseAlarms ? format.decimal(falseAlarms.perYear) : '–',
      falseAlarms
        ? t('replay.tile.interval', {
            low: format.decimal(falseAlarms.low),
            high: format.decimal(falseAlarms.high),
          })
        : t('replay.tile.estimating'),
    ],
    [
      t('replay.tile.unseen'),
      format.count(outcome.unseen),
      t('replay.tile.unseenNote', { notJudged: format.count(outcome.notJudged) }),
    ],
    [t('replay.tile.muted'), format.count(outcome.muted)],
  ];
  return (
    <Panel
      title={t('replay.result', { setting: format.decimal(outcome.falseAlarmsPerYear) })}
      actions={<Adopt replay={replay.id} setting={outcome.falseAlarmsPerYear} />}
    >
      <dl className={classes.tiles}>
        {tiles.map(([name, value, note]) => (
          <div key={name} className={classes.tile}>
            <dt>{name}</dt>
            <dd>
              <div className={classes.value}>{value}</div>
              {note && (
                <Text size="xs" c="dimmed">
                  {note}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Makes a setting the one the running detector uses. */
export function Adopt({ replay, setting }: { replay: number; setting: number }) {
  const { t } = useTranslation();
  const now = useQuery(settingQuery).data?.falseAlarmsPerYear;
  const adopt = useSetting(replay);
  return now === setting ? (
    <Badge variant="light" color="teal">
      {t('replay.inForce')}
    </Badge>
  ) : (
    <Button
      size="compact-sm"
      variant="light"
      loading={adopt.isPending}
      disabled={now === undefined}
      onClick={() => adopt.mutate(setting)}
    >
      {t('replay.adopt')}
    </Button>
  );
}
