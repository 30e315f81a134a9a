import { Badge, Group, Loader, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChangePreview } from '../../api/types';
import { Failure } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { Example } from './Example';
import classes from './Preview.module.css';
import type { Preview } from './usePreview';

const respects = ['sentiment', 'opinions', 'intents', 'topics', 'segmentation'] as const;

/** What a change would do to the texts that came last, before it is kept. */
export function PreviewPane({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const isRefused = Object.keys(preview.fields).length > 0;
  return (
    <section className={classes.pane} aria-label={t('reading.preview')} aria-busy={preview.isBusy}>
      <Group gap={6} mb="xs" mih={24}>
        <IconEye size={16} stroke={1.6} aria-hidden />
        <Text fw={650}>{t('reading.preview')}</Text>
        {preview.isBusy && (
          <Group gap={6} role="status">
            <Loader size="xs" aria-hidden />
            <Text size="xs" c="dimmed">
              {t('reading.trying')}
            </Text>
          </Group>
        )}
      </Group>
      {preview.error && !preview.isBusy && <Failure error={preview.error} retry={preview.retry} />}
      {isRefused && (
        <Text size="sm" c="dimmed">
          {t('reading.fixFirst')}
        </Text>
      )}
      {preview.isIdle && (
        <Text size="sm" c="dimmed">
          {t('reading.previewHint')}
        </Text>
      )}
      {preview.data && !preview.isIdle && !isRefused && (
        <div style={{ opacity: preview.isBusy ? 0.5 : 1 }}>
          <Answer answer={preview.data} />
        </div>
      )}
    </section>
  );
}

function Answer({ answer }: { answer: ChangePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = { examined: format.count(answer.examined), changed: format.count(answer.changed) };
  return (
    <Stack gap="sm">
      <div role="status">
        <Text fw={600}>
          {answer.examined === 0
            ? t('reading.nothingToTry')
            : answer.changed === 0
              ? t('reading.changesNothing', counts)
              : t('reading.changes', counts)}
        </Text>
        {!!answer.touched && (
          <Text size="sm">{t('reading.touched', { texts: format.count(answer.touched) })}</Text>
        )}
        {!answer.complete && (
          <Text size="xs" c="dimmed">
            {t('reading.incomplete', counts)}
          </Text>
        )}
      </div>
      {answer.changed > 0 && (
        <Group gap={6}>
          {respects
            .filter((respect) => answer[respect] > 0)
            .map((respect) => (
              <Badge key={respect} variant="default">
                {t(`reading.respect.${respect}`)} {format.count(answer[respect])}
              </Badge>
            ))}
          {answer.sentimentLabel > 0 && (
            <Text size="xs" c="dimmed">
              {t('reading.labelChanges', { texts: format.count(answer.sentimentLabel) })}
            </Text>
          )}
        </Group>
      )}
      {answer.changed > answer.examples.length && (
        <Text size="xs" c="dimmed">
          {t('reading.someExamples', { examples: format.count(answer.examples.length) })}
        </Text>
      )}
      {answer.examples.map((example) => (
        <Example key={example.id} example={example} />
      ))}
    </Stack>
  );
}
