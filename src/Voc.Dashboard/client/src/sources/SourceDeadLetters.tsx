import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter, Source } from '../api/types';
import { Failure, WaitingRows, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import classes from './SourceDetails.module.css';
import { deadLetterChangesQuery, deadLettersQuery, useDiscard, useRetry } from './deadLetterQueries';

/** What came in but could not be analysed: why, and what can be done with it. */
export function SourceDeadLetters({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const letters = useQuery(deadLettersQuery(source.id));
  if (letters.error && !letters.data)
    return <Failure error={letters.error} retry={() => void letters.refetch()} />;
  if (!letters.data) return source.deadLetters > 0 && <WaitingRows rows={1} />;
  return (
    <section aria-label={t('sources.dead.title')}>
      {letters.data.length > 0 && (
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {t('sources.dead.title')}
            <Text span c="dimmed" ml="xs">
              {t('sources.dead.count', { letters: format.count(letters.data.length) })}
            </Text>
          </Text>
          {letters.data.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </Stack>
      )}
      <Changes source={source} />
    </section>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<'mending' | 'discarding' | null>(null);
  const retry = useRetry(letter);
  const again = () =>
    retry.mutate({}, { onSuccess: ({ outcome }) => tell(t(`sources.dead.outcome.${outcome}`)) });
  return (
    <article className={classes.letter} aria-label={letter.externalId}>
      <Text size="sm" c="var(--voc-negative-text)">
        {letter.error}
      </Text>
      <pre className={classes.payload}>{letter.text}</pre>
      <Group gap="md" c="dimmed" fz="xs">
        <span>{letter.externalId}</span>
        {letter.product && <span>{letter.product}</span>}
        {Object.entries(letter.attributes).map(([name, value]) => (
          <span key={name}>{`${name}: ${value}`}</span>
        ))}
        <span>{format.dateTime(letter.failedAt)}</span>
      </Group>
      {letter.detail && (
        <details>
          <summary className={classes.summary}>{t('sources.dead.detail')}</summary>
          <pre className={classes.payload}>{letter.detail}</pre>
        </details>
      )}
      {retry.error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert">
          {failureMessages(retry.error, t('app.offline')).join(' ')}
        </Text>
      )}
      <Group gap="xs">
        {letter.isReadable && (
          <Button size="compact-sm" variant="default" onClick={again} loading={retry.isPending}>
            {t('sources.dead.retry')}
          </Button>
        )}
        <Button size="compact-sm" onClick={() => setDoing('mending')}>
          {t('sources.dead.mend')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setDoing('discarding')}>
          {t('sources.dead.discard')}
        </Button>
      </Group>
      <Modal
        opened={doing === 'mending'}
        onClose={() => setDoing(null)}
        title={t('sources.dead.mend')}
        size="lg"
      >
        <Mend letter={letter} close={() => setDoing(null)} />
      </Modal>
      <Modal opened={doing === 'discarding'} onClose={() => setDoing(null)} title={t('sources.dead.discard')}>
        <Discard letter={letter} close={() => setDoing(null)} />
      </Modal>
    </article>
  );
}

function Mend({ letter, close }: { letter: DeadLetter; close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(letter.isReadable ? letter.text : '');
  const [product, setProduct] = useState(letter.product ?? '');
  const retry = useRetry(letter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    retry.mutate(
      { text, product },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'failed') return;
          tell(t(`sources.dead.outcome.${outcome}`));
          close();
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {!letter.isReadable && <pre className={classes.payload}>{letter.text}</pre>}
        <Textarea
          label={t('sources.dead.text')}
          description={t('sources.dead.textHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={14}
          required
          data-autofocus
        />
        <TextInput
          label={t('sources.dead.product')}
          value={product}
          onChange={(event) => setProduct(event.currentTarget.value)}
        />
        {retry.data?.outcome === 'failed' && (
          <Alert color="red" role="alert">
            {retry.data.error}
          </Alert>
        )}
        {retry.error && (
          <Alert color="red" role="alert">
            {failureMessages(retry.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={retry.isPending} disabled={!text.trim()}>
            {t('sources.dead.mendAndRetry')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Discard({ letter, close }: { letter: DeadLetter; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const discard = useDiscard(letter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    discard.mutate(reason, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('sources.dead.discardHint')}</Text>
        <TextInput
          label={t('sources.dead.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
          data-autofocus
        />
        {discard.error && (
          <Alert color="red" role="alert">
            {failureMessages(discard.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" color="red" loading={discard.isPending} disabled={!reason.trim()}>
            {t('sources.dead.discard')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who did what, for those who wonder where one went. */
function Changes({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = useQuery(deadLetterChangesQuery(source.id)).data ?? [];
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className={classes.summary}>{t('sources.dead.changes')}</summary>
      {changes.map((change) => (
        <Text key={`${change.feedbackId} ${change.at} ${change.action}`} size="xs" c="dimmed">
          {format.dateTime(change.at)} ・ {change.by} ・{' '}
          {t(`sources.dead.action.${change.action as 'fixed' | 'retried' | 'discarded'}`)} ・{' '}
          {change.externalId}
          {change.reason && ` ・ ${change.reason}`}
        </Text>
      ))}
    </details>
  );
}

const tell = (message: string) => notifications.show({ message });
