import { ActionIcon, Badge, Button, Group, Switch, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AlertRule, Webhook } from '../../api/types';
import { failureMessages } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { useKeepRule, useTestRule } from '../alertQueries';
import { draftOf } from './ruleDraft';
import classes from './RuleRow.module.css';
import { useRuleSummary } from './useRuleSummary';

interface Props {
  rule: AlertRule;
  channel: Webhook | undefined;
  isFirst: boolean;
  isLast: boolean;
  isMoving: boolean;
  move: (by: 1 | -1) => void;
  edit: () => void;
}

/** A rule in a line: what it tells, where, when; its place in the order, its switch, an example. */
export function RuleRow({ rule, channel, isFirst, isLast, isMoving, move, edit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useRuleSummary();
  const keep = useKeepRule(rule);
  const { name } = rule;
  return (
    <article className={classes.row} data-disabled={!rule.enabled || undefined} aria-label={name}>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="transparent"
          color="gray"
          aria-label={t('alerts.moveUp', { name })}
          onClick={() => move(-1)}
          disabled={isFirst || isMoving}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="transparent"
          color="gray"
          aria-label={t('alerts.moveDown', { name })}
          onClick={() => move(1)}
          disabled={isLast || isMoving}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
      </Group>
      <div className={classes.what}>
        <Group gap={6}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            → {channel?.name}
          </Text>
          {channel && !channel.enabled && <Badge color="gray">{t('webhooks.off')}</Badge>}
          {!rule.enabled && <Badge color="gray">{t('alerts.off')}</Badge>}
          {rule.held > 0 && rule.nextAt && (
            <Badge color="orange" variant="light">
              {t('alerts.held', { held: rule.held, when: format.dateTime(rule.nextAt) })}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {summary(rule)}
        </Text>
        {keep.error && (
          <Text size="sm" c="var(--voc-negative-text)" role="alert">
            {failureMessages(keep.error, t('app.offline')).join(' ')}
          </Text>
        )}
      </div>
      <Group gap="sm" wrap="nowrap">
        <TestButton rule={rule} />
        <Tooltip label={t('alerts.offHint')} openDelay={500}>
          <Switch
            checked={rule.enabled}
            onChange={(event) =>
              keep.mutate({ ...draftOf(rule, null), enabled: event.currentTarget.checked })
            }
            disabled={keep.isPending}
            aria-label={t('alerts.enabledLabel', { name })}
          />
        </Tooltip>
        <ActionIcon variant="subtle" color="gray" onClick={edit} aria-label={t('alerts.editLabel', { name })}>
          <IconPencil size={17} />
        </ActionIcon>
      </Group>
    </article>
  );
}

function TestButton({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const test = useTestRule(rule);
  const say = (error: string | null, status?: number | null) =>
    notifications.show({
      title: rule.name,
      color: error ? 'red' : 'teal',
      message: error ?? t('alerts.tested', { status }),
    });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={test.isPending}
      onClick={() =>
        test.mutate(undefined, {
          onSuccess: ({ error, status }) => say(error, status),
          onError: (error) => say(failureMessages(error, t('app.offline')).join(' ')),
        })
      }
    >
      {t('alerts.test')}
    </Button>
  );
}
