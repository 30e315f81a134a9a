import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { WaitsFor } from './NoteSender';
import type { StoredNote } from './noteStore';

interface Props {
  notes: StoredNote[];
  mend: (note: StoredNote) => void;
  discard: (clientId: string) => void;
  sendNow: () => void;
  why: WaitsFor | null;
}

const colours = { draft: 'gray', unsent: 'ai', refused: 'red' } as const;

/** Notes that are still only in this browser. */
export function WaitingNotes({ notes, mend, discard, sendNow, why }: Props) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <Alert
      color="orange"
      bg="var(--voc-fresh)"
      mt="md"
      title={t('notes.waiting', { waiting: notes.length })}
      role="status"
    >
      <Stack gap="sm">
        {notes.map((note) => (
          <Waiting key={note.clientId} note={note} mend={mend} discard={discard} />
        ))}
        {why && notes.some((note) => note.state === 'unsent') && (
          <Text size="sm">{t(`notes.why.${why}`)}</Text>
        )}
        {notes.some((note) => note.state === 'unsent') && (
          <Button variant="default" size="xs" onClick={sendNow} style={{ alignSelf: 'flex-start' }}>
            {t('notes.sendNow')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Waiting({ note, mend, discard }: { note: StoredNote } & Pick<Props, 'mend' | 'discard'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Group gap="xs">
        <Badge size="sm" color={colours[note.state]}>
          {t(`notes.state.${note.state}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          {format.dateTime(note.occurredAt)}
        </Text>
      </Group>
      <Text size="sm" lineClamp={2}>
        {note.text}
      </Text>
      {note.refusal && (
        <Text size="sm" c="red">
          {note.refusal}
        </Text>
      )}
      {note.state !== 'unsent' && (
        <Group gap="xs" mt={4}>
          <Button size="compact-xs" variant="default" onClick={() => mend(note)}>
            {t('notes.mend')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => discard(note.clientId)}>
            {t('notes.discard')}
          </Button>
        </Group>
      )}
    </div>
  );
}
