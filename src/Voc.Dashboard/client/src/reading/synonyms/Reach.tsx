import { Group, Loader, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SynonymReach } from '../../api/types';
import { Failure } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import preview from '../preview/Preview.module.css';
import classes from './Synonyms.module.css';
import { widthOf } from './synonymGroup';
import type { useReach } from './useReach';

/** What a group would find in the archive, before it is kept. */
export function Reach({ reach }: { reach: ReturnType<typeof useReach> }) {
  const { t } = useTranslation();
  return (
    <section className={preview.pane} aria-label={t('reading.reach')} aria-busy={reach.isBusy}>
      <Group gap={6} mb="xs" mih={24}>
        <IconEye size={16} stroke={1.6} aria-hidden />
        <Text fw={650}>{t('reading.reach')}</Text>
        {reach.isBusy && <Loader size="xs" aria-hidden />}
      </Group>
      {reach.error && !reach.isBusy && <Failure error={reach.error} retry={reach.retry} />}
      {reach.isIdle && (
        <Text size="sm" c="dimmed">
          {t('reading.reachHint')}
        </Text>
      )}
      {reach.wrong && (
        <Text size="sm" c="dimmed">
          {t('reading.fixFirst')}
        </Text>
      )}
      {reach.data && !reach.wrong && (
        <div style={{ opacity: reach.isBusy ? 0.5 : 1 }}>
          <Counts reach={reach.data} />
        </div>
      )}
      <Text size="sm" c="dimmed" mt="md">
        {t('reading.noRelabelling')}
      </Text>
    </section>
  );
}

function Counts({ reach }: { reach: SynonymReach }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Text fw={600} role="status">
        {t('reading.reachOf', { total: format.count(reach.total), archive: format.count(reach.archive) })}
      </Text>
      <dl className={classes.reach}>
        {reach.words.map(({ word, count }) => (
          <Count key={word} word={word} count={count} total={reach.total} />
        ))}
      </dl>
    </>
  );
}

function Count({ word, count, total }: { word: string; count: number; total: number }) {
  const format = useFormat();
  return (
    <>
      <dt lang="ja">{word}</dt>
      <dd>
        <span>
          <span className={classes.bar} style={{ display: 'block', width: `${widthOf(count, total)}%` }} />
        </span>
        <span className={classes.count}>{format.count(count)}</span>
      </dd>
    </>
  );
}
