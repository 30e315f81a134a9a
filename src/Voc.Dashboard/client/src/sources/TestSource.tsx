import { Alert, Button, Group, Loader, Modal, Stack, Table, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source, TrialAnswer } from '../api/types';
import { Snippet } from '../app/Snippet';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { headersOf, signedKinds } from './headers';
import { useTestSource } from './sourceQueries';

/** Tries a source as it is set up; nothing is stored. */
export function TestSource({ source }: { source: Source }) {
  const { t } = useTranslation();
  const [isOpen, disclosure] = useDisclosure(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={disclosure.open}
        aria-label={t('sources.trial.label', { name: source.name })}
      >
        {t('sources.trial.test')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={disclosure.close}
        title={
          <Text fw={650}>
            {t('sources.trial.title')}: {source.name}
          </Text>
        }
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Trial source={source} />
      </Modal>
    </>
  );
}

function Trial({ source }: { source: Source }) {
  const { t } = useTranslation();
  const test = useTestSource(source.id);
  const { mutate } = test;
  const begun = useRef(false);
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const [sample, setSample] = useState<string | null>(null);
  const [headers, setHeaders] = useState('');
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate({}, { onSuccess: setAnswer });
  }, [mutate]);
  const shown = sample ?? answer?.sample ?? null;
  const again = () => mutate({ sample: shown, headers: headersOf(headers) }, { onSuccess: setAnswer });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('sources.trial.hint')}
      </Text>
      {!answer && test.isPending && <Loader size="sm" aria-label={t('sources.trial.test')} />}
      {test.error && (
        <Alert color="red" role="alert">
          {failureMessages(test.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {answer && <Found answer={answer} />}
      {shown !== null && (
        <>
          <Textarea
            label={t('sources.trial.sample')}
            value={shown}
            onChange={(event) => setSample(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={10}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
          />
          {signedKinds.includes(source.kind) && (
            <Textarea
              label={t('sources.trial.headers')}
              description={t('sources.trial.headersHint')}
              value={headers}
              onChange={(event) => setHeaders(event.currentTarget.value)}
              autosize
              minRows={2}
            />
          )}
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={again} loading={test.isPending}>
          {t(shown === null ? 'sources.trial.again' : 'sources.trial.withThis')}
        </Button>
      </Group>
      {answer?.command && (
        <div>
          <Text size="sm" mb={4}>
            {t(answer.command.includes('$KEY') ? 'sources.trial.commandKey' : 'sources.trial.command')}
            {answer.command.includes('mail.eml') && t('sources.trial.commandMail')}
          </Text>
          <Snippet text={answer.command} />
        </div>
      )}
    </Stack>
  );
}

function Found({ answer }: { answer: TrialAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status">
      <Alert color={answer.works ? 'teal' : 'red'} mb="xs">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {answer.message}
        </Text>
        {answer.problems.map((problem) => (
          <Text key={problem} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {problem}
          </Text>
        ))}
      </Alert>
      {answer.items.length > 0 && (
        <Table fz="sm" aria-label={t('sources.trial.items')}>
          <Table.Tbody>
            {answer.items.map((item, index) => (
              <Table.Tr key={index}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{item.text}</Table.Td>
                <Table.Td w={120} c="dimmed">
                  {format.dateTime(item.occurredAt)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
