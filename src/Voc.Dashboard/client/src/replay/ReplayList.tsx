import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Replay, ReplayState } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import classes from './Replay.module.css';

export const stateColours: Record<ReplayState, string> = {
  queued: 'gray',
  running: 'ai',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
  interrupted: 'orange',
};

interface Props {
  items: readonly Replay[];
  chosen: number | null;
  choose: (id: number) => void;
}

/** The last replays, everybody's, newest first. */
export function ReplayList({ items, chosen, choose }: Props) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Panel title={t('replay.recent')} hint={t('replay.recentHint')} flush>
      <ul className={classes.list}>
        {items.map((replay) => (
          <li key={replay.id}>
            <UnstyledButton
              className={classes.run}
              aria-current={replay.id === chosen || undefined}
              onClick={() => choose(replay.id)}
            >
              <Run replay={replay} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Run({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome } = replay;
  return (
    <>
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Text size="sm" fw={500}>
          {t('replay.name', {
            from: format.calendarDate(replay.from),
            to: format.calendarDate(replay.to),
            setting: format.decimal(replay.falseAlarmsPerYear),
          })}
        </Text>
        <Badge size="sm" variant="light" color={stateColours[replay.state]} flex="none">
          {t(`replay.state.${replay.state}`)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {`${replay.owner} ・ ${format.dateTime(replay.createdAt)}`}
        {replay.curve && ` ・ ${t('replay.withCurve')}`}
      </Text>
      {outcome?.falseAlarms && (
        <Text size="xs" c="dimmed">
          {t('replay.outcome', {
            found: outcome.found,
            real: outcome.real,
            rate: format.decimal(outcome.falseAlarms.perYear),
          })}
        </Text>
      )}
    </>
  );
}
