import { Alert, Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import type { SeverityInfo, SeveritySettings } from '../api/types';
import { Page } from '../app/Page';
import { Failure, WaitingRows, failureMessages } from '../app/States';
import { SeverityChanges } from './SeverityChanges';
import { SeverityForm } from './SeverityForm';
import { SeverityPreview } from './SeverityPreview';
import { severityQuery } from './severityQueries';
import { useSaveSeverity } from './useSaveSeverity';

export function Component() {
  const { t } = useTranslation();
  const info = useQuery(severityQuery);
  return (
    <Page
      title={t('severity.title')}
      actions={
        <Anchor component={Link} to="/issues" size="sm">
          <Group gap={4} component="span">
            <IconArrowLeft size={15} aria-hidden />
            {t('severity.back')}
          </Group>
        </Anchor>
      }
    >
      {info.error && !info.data ? (
        <Failure error={info.error} retry={() => void info.refetch()} />
      ) : info.data ? (
        <Loaded info={info.data} key={info.data.version} />
      ) : (
        <WaitingRows rows={8} height={56} />
      )}
    </Page>
  );
}

function Loaded({ info }: { info: SeverityInfo }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(info.settings);
  const save = useSaveSeverity();
  const same = (one: SeveritySettings, other: SeveritySettings) =>
    JSON.stringify(one) === JSON.stringify(other);
  const isChanged = !same(draft, info.settings);
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const change = (part: Partial<SeveritySettings>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <>
      <Text size="sm">{t('severity.lead')}</Text>
      <Text size="sm" c="dimmed" mb="md">
        {t('severity.levels', info.levels)}
      </Text>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <SeverityForm
            info={info}
            draft={draft}
            change={change}
            wrong={(field) => errors[field]?.join(' ')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <SeverityPreview settings={draft} />
            {save.error && Object.keys(errors).length === 0 && (
              <Alert color="red">{failureMessages(save.error, t('app.offline')).join(' ')}</Alert>
            )}
            <Group gap="sm">
              <Button
                disabled={!isChanged}
                loading={save.isPending}
                onClick={() => save.mutate({ version: info.version, settings: draft })}
              >
                {t('severity.save')}
              </Button>
              {isChanged && (
                <Button variant="default" onClick={() => change(info.settings)}>
                  {t('severity.discard')}
                </Button>
              )}
              {!same(draft, info.shipped) && (
                <Button variant="subtle" onClick={() => change(info.shipped)}>
                  {t('severity.toShipped')}
                </Button>
              )}
            </Group>
            <SeverityChanges changes={info.changes} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
