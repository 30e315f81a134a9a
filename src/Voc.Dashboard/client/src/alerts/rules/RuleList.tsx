import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertRule } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { webhooksQuery } from '../../saved/savedQueries';
import { useHasRole } from '../../session/useSession';
import { rulesQuery, useOrderRules } from '../alertQueries';
import { moved } from './ruleDraft';
import { RuleEditor } from './RuleEditor';
import { RuleRow } from './RuleRow';

/** The rules in their order. */
export function RuleList() {
  const { t } = useTranslation();
  const rules = useQuery({ ...rulesQuery, refetchInterval: 15_000 });
  const channels = useQuery(webhooksQuery);
  const [edited, setEdited] = useState<AlertRule | 'new' | null>(null);
  const order = useOrderRules();
  const isAdmin = useHasRole('admin');
  const ids = rules.data?.map(({ id }) => id) ?? [];
  const hasChannel = (channels.data?.length ?? 0) > 0;
  return (
    <>
      <Panel
        title={t('alerts.tab.rules')}
        hint={t('alerts.hint')}
        flush
        actions={
          <Button
            size="sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEdited('new')}
            disabled={!hasChannel}
          >
            {t('alerts.new')}
          </Button>
        }
      >
        {rules.error && !rules.data && <Failure error={rules.error} retry={() => void rules.refetch()} />}
        {rules.isPending && <WaitingRows rows={3} />}
        {rules.data?.length === 0 && (
          <Empty title={t('alerts.none')}>
            {t('alerts.noneHint')}
            {channels.data && !hasChannel && (
              <>
                <br />
                {t('alerts.needChannel')}{' '}
                {isAdmin ? (
                  <Anchor component={Link} to="?tab=channels" inherit>
                    {t('alerts.toChannels')}
                  </Anchor>
                ) : (
                  t('alerts.askForChannel')
                )}
              </>
            )}
          </Empty>
        )}
        {rules.data?.map((rule, at) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            channel={channels.data?.find(({ id }) => id === rule.channel)}
            isFirst={at === 0}
            isLast={at === rules.data.length - 1}
            move={(by) => order.mutate(moved(ids, rule.id, by))}
            isMoving={order.isPending}
            edit={() => setEdited(rule)}
          />
        ))}
      </Panel>
      {edited !== null && (
        <RuleEditor
          rule={edited === 'new' ? null : edited}
          channels={channels.data ?? []}
          close={() => setEdited(null)}
        />
      )}
    </>
  );
}
