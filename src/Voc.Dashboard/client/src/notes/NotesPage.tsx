import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { LiveStatus } from '../live/LiveStatus';
import { NoteForm } from './NoteForm';
import { RecentNotes } from './RecentNotes';
import { WaitingNotes } from './WaitingNotes';
import { useDraft } from './useDraft';

export function Component() {
  const { t } = useTranslation();
  const notes = useDraft();
  return (
    <Page title={t('app.nav.notes')} actions={<LiveStatus />}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <NoteForm draft={notes.draft} isKept={notes.isKept} change={notes.change} send={notes.send} />
          <WaitingNotes
            notes={notes.waiting}
            mend={notes.mend}
            discard={notes.discard}
            sendNow={notes.sendKept}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <RecentNotes />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
