import { Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { Empty, Failure, WaitingRows } from '../app/States';
import { ReplayForm } from './ReplayForm';
import { ReplayList } from './ReplayList';
import { ReplayView } from './ReplayView';
import { SettingPanel } from './SettingPanel';
import { SlicePanel } from './SlicePanel';
import { replaysQuery } from './replayQueries';

export function Component() {
  const { t } = useTranslation();
  const replays = useQuery(replaysQuery);
  const [parameters, setParameters] = useSearchParams();
  const items = replays.data?.items ?? [];
  const chosen = items.find(({ id }) => id === Number(parameters.get('run'))) ?? items[0];
  const choose = (id: number | null) =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      if (id === null) after.delete('run');
      else after.set('run', String(id));
      return after;
    });
  return (
    <Page title={t('app.nav.replay')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('replay.intro')}
      </Text>
      {replays.error && !replays.data ? (
        <Failure error={replays.error} retry={() => void replays.refetch()} />
      ) : !replays.data ? (
        <WaitingRows rows={6} height={72} />
      ) : !replays.data.archive ? (
        <Empty title={t('replay.emptyArchive')}>{t('replay.emptyArchiveHint')}</Empty>
      ) : (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="md">
              <ReplayForm
                archive={replays.data.archive}
                setting={replays.data.falseAlarmsPerYear}
                started={choose}
              />
              <ReplayList items={items} chosen={chosen?.id ?? null} choose={choose} />
              <SettingPanel />
              <SlicePanel />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8 }}>
            {chosen ? (
              <ReplayView id={chosen.id} key={chosen.id} choose={choose} />
            ) : (
              <Empty title={t('replay.none')}>{t('replay.noneHint')}</Empty>
            )}
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
