import { Anchor, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SeverityPreviewItem, SeveritySettings } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { SeverityBadge } from '../issues/SeverityBadge';
import { useIssueTitle } from '../issues/useIssueTitle';
import classes from './Severity.module.css';
import { useSeverityPreview } from './useSeverityPreview';

const shown = 30;

/** The open issues in the order these settings would give them, beside the order they have. */
export function SeverityPreview({ settings }: { settings: SeveritySettings }) {
  const { t } = useTranslation();
  const preview = useSeverityPreview(settings);
  return (
    <Panel title={t('severity.preview')} hint={t('severity.previewHint')} flush>
      {preview.error ? (
        <Failure error={preview.error} retry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <WaitingRows rows={5} height={48} />
      ) : preview.data.length === 0 ? (
        <Empty title={t('severity.previewEmpty')} />
      ) : (
        <ol className={classes.issues} aria-busy={preview.isBusy} data-busy={preview.isBusy || undefined}>
          {preview.data.slice(0, shown).map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Item({ item }: { item: SeverityPreviewItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useIssueTitle();
  const badge = (severity: SeverityPreviewItem['after']['severity']) => (
    <SeverityBadge issue={{ severity, polarity: 'negative' }} />
  );
  return (
    <li className={classes.issue}>
      <Text size="sm" c="dimmed" className="tabular" ta="right">
        {item.after.rank}
      </Text>
      <div>
        <Anchor component={Link} to={`/issues/${item.id}`} size="sm" c="var(--mantine-color-text)">
          {titleOf(item)}
        </Anchor>
        <Group gap={6} mt={2}>
          {item.before.severity !== item.after.severity && (
            <>
              {badge(item.before.severity)}
              <Text span size="xs" c="dimmed">
                →
              </Text>
            </>
          )}
          {badge(item.after.severity)}
          <Text span size="xs" c="dimmed">
            {item.before.score === item.after.score
              ? t('severity.score', { score: format.decimal(item.after.score) })
              : t('severity.scoreChange', {
                  before: format.decimal(item.before.score),
                  after: format.decimal(item.after.score),
                })}
          </Text>
        </Group>
      </div>
      <Step steps={item.before.rank - item.after.rank} />
    </li>
  );
}

function Step({ steps }: { steps: number }) {
  const { t } = useTranslation();
  if (steps === 0)
    return (
      <Text size="xs" c="dimmed">
        {t('severity.unchanged')}
      </Text>
    );
  const Icon = steps > 0 ? IconArrowUp : IconArrowDown;
  return (
    <Group gap={2} wrap="nowrap">
      <Icon size={13} aria-hidden />
      <Text size="xs">{t(steps > 0 ? 'severity.up' : 'severity.down', { steps: Math.abs(steps) })}</Text>
    </Group>
  );
}
