import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingChange } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useTopicsQuery } from '../../feedback/useTopics';
import { useFormat } from '../../format/useFormat';
import { changesQuery } from '../readingQueries';
import classes from './Learning.module.css';

const atFirst = 10;

/** Who changed how texts are read, newest first. */
export function Changes() {
  const { t } = useTranslation();
  const changes = useQuery(changesQuery);
  const [showsAll, setShowsAll] = useState(false);
  const all = changes.data ?? [];
  const shown = showsAll ? all : all.slice(0, atFirst);
  return (
    <Panel title={t('reading.history')} flush>
      {changes.error && !changes.data && (
        <Failure error={changes.error} retry={() => void changes.refetch()} />
      )}
      {changes.isPending && <WaitingRows rows={3} height={26} />}
      {changes.data?.length === 0 && <Empty title={t('reading.noHistory')} />}
      {shown.length > 0 && (
        <ul className={classes.history}>
          {shown.map((change) => (
            <Change key={change.version} change={change} />
          ))}
        </ul>
      )}
      {shown.length < all.length && (
        <Button variant="subtle" fullWidth onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </Button>
      )}
    </Panel>
  );
}

function Change({ change }: { change: ReadingChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const subject = useSubject(change);
  return (
    <li>
      <Badge variant="default">{t(`reading.changeKind.${change.kind}`)}</Badge>
      <span>
        {subject}{' '}
        {change.kind !== 'product' && (
          <Text span c="dimmed" size="sm">
            {t(`reading.changeAction.${change.action}`)}
          </Text>
        )}
      </span>
      <Text size="xs" c="dimmed">
        {[change.by, format.dateTime(change.at)].filter(Boolean).join(' ・ ')}
      </Text>
    </li>
  );
}

function useSubject({ kind, subject }: ReadingChange) {
  const { t } = useTranslation();
  const topics = useQuery({ ...useTopicsQuery(), enabled: kind === 'topics' }).data ?? [];
  if (kind === 'product') return t('reading.newProduct');
  if (kind === 'topics') return topics.find(({ id }) => id === subject)?.name ?? subject;
  if (kind === 'model')
    return subject === '0' ? t('reading.versionShipped') : t('reading.versionNumber', { number: subject });
  return subject;
}
