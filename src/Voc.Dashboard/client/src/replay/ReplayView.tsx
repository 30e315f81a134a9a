import { Alert, Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { messagesOf } from '../api/problem';
import type { Replay } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { useHasRole, useUser } from '../session/useSession';
import { AlarmList } from './AlarmList';
import { RealIssues } from './RealIssues';
import { ReplayTiles } from './ReplayTiles';
import { SettingCurve } from './SettingCurve';
import { stateColours } from './ReplayList';
import { isActive, replayQuery, replaysQuery } from './replayQueries';
import { useStart } from './useStart';
import { useTimeLeft } from './useTimeLeft';

interface Props {
  id: number;
  choose: (id: number | null) => void;
}

/** A replay: how far it is, and what it has found so far. */
export function ReplayView({ id, choose }: Props) {
  const answer = useQuery(replayQuery(id));
  if (answer.error && !answer.data)
    return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <WaitingRows rows={6} height={72} />;
  const { replay, result } = answer.data;
  return (
    <Stack gap="md">
      <RunPanel replay={replay} choose={choose} />
      {result && replay.outcome && (
        <>
          <ReplayTiles replay={replay} outcome={replay.outcome} feedback={result.feedback} />
          {result.settings.length > 1 && <SettingCurve replay={replay} settings={result.settings} />}
          <RealIssues issues={result.real} />
          <AlarmList replay={id} alarms={result.alarms} />
        </>
      )}
    </Stack>
  );
}

function RunPanel({ replay, choose }: { replay: Replay; choose: Props['choose'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const active = isActive(replay);
  const isHalf = replay.state === 'interrupted' || replay.state === 'cancelled';
  return (
    <Panel
      title={t('replay.name', {
        from: format.calendarDate(replay.from),
        to: format.calendarDate(replay.to),
        setting: format.decimal(replay.falseAlarmsPerYear),
      })}
      actions={<RunActions replay={replay} choose={choose} />}
    >
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="light" color={stateColours[replay.state]}>
            {t(`replay.state.${replay.state}`)}
          </Badge>
          <Text size="xs" c="dimmed">
            {`${replay.owner} ・ ${format.dateTime(replay.createdAt)}`}
          </Text>
        </Group>
        {active && <RunProgress replay={replay} />}
        {isHalf && (
          <Text size="sm">
            {t(replay.state === 'interrupted' ? 'replay.interruptedHint' : 'replay.cancelledHint')}
          </Text>
        )}
        {replay.error && (
          <Alert color="red" role="alert" py="xs">
            {replay.error}
          </Alert>
        )}
      </Stack>
    </Panel>
  );
}

/** What can be done: stopping or deleting one's own, and running the same again. */
function RunActions({ replay, choose }: { replay: Replay; choose: Props['choose'] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayEnd = useUser().userName === replay.owner;
  const isAdmin = useHasRole('admin');
  const again = useStart(choose);
  const end = useMutation({
    mutationFn: () => api.delete(`/replays/${replay.id}`),
    onSuccess: () => !isActive(replay) && choose(null),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(replaysQuery),
        isActive(replay) && client.invalidateQueries(replayQuery(replay.id)),
      ]),
  });
  const { from, to, falseAlarmsPerYear, copies, curve } = replay;
  const runAgain = () =>
    again.mutate(
      { from, to, falseAlarmsPerYear, copies, curve },
      {
        onError: (error) => notifications.show({ color: 'red', message: messagesOf(error).join(' ') }),
      },
    );
  return (
    <Group gap="xs">
      {!isActive(replay) && (
        <Button size="compact-sm" variant="default" loading={again.isPending} onClick={runAgain}>
          {t('replay.again')}
        </Button>
      )}
      {(mayEnd || isAdmin) && (
        <Button size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t(isActive(replay) ? 'replay.cancel' : 'replay.remove')}
        </Button>
      )}
    </Group>
  );
}

function RunProgress({ replay: { state, progress } }: { replay: Replay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeLeft = useTimeLeft();
  if (state === 'queued') return <Text size="sm">{t('replay.queuedHint')}</Text>;
  const doing = progress && {
    setting: format.decimal(progress.falseAlarmsPerYear),
    day: progress.day ? format.calendarDate(progress.day) : '',
    alarms: progress.alarms,
    copy: progress.copy,
  };
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm">
          {doing ? t(doing.copy > 0 ? 'replay.doingCopy' : 'replay.doing', doing) : t('replay.preparing')}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {progress && format.percent(Math.floor(progress.share * 1000) / 1000)}
          {progress?.secondsLeft != null &&
            ` ・ ${t('replay.secondsLeft', { time: timeLeft(progress.secondsLeft) })}`}
        </Text>
      </Group>
      <Progress value={100 * (progress?.share ?? 0)} animated aria-label={t('replay.progress')} />
    </div>
  );
}
