import { Grid, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { LiveStatus } from '../live/LiveStatus';
import { NoteForm } from './NoteForm';
import { NoteKeys } from './NoteKeys';
import { RecentNotes } from './RecentNotes';
import { RelatedNotes } from './RelatedNotes';
import { WaitingNotes } from './WaitingNotes';
import { useDraft } from './useDraft';
import { useRelated } from './useRelated';

export function Component() {
  const { t } = useTranslation();
  const notes = useDraft();
  const related = useRelated(notes.draft);
  return (
    <Page
      title={t('app.nav.notes')}
      actions={
        <Group gap="sm">
          <LiveStatus />
          <NoteKeys />
        </Group>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <NoteForm
            related={related}
            draft={notes.draft}
            isKept={notes.isKept}
            change={notes.change}
            abandon={notes.abandon}
            send={notes.send}
          />
          <WaitingNotes
            notes={notes.waiting}
            mend={notes.mend}
            discard={notes.discard}
            sendNow={notes.sendKept}
            why={notes.waitsFor}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            {related && <RelatedNotes related={related} />}
            <RecentNotes change={notes.reopen} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
