import { ActionIcon, Badge, Button, Group, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEyeOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicBranch, TopicNode } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { DeleteDrawer } from '../preview/DeleteDrawer';
import { taxonomyQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import { TopicDrawer } from './TopicDrawer';
import classes from './Topics.module.css';
import { narrowed } from './topicDraft';
import { useNodeName } from './useNodeName';

type Open = { topic: TopicNode | null; parent?: string } | { remove: TopicNode } | null;

/** What feedback may be about, in two levels, with how much of it there is. */
export function Topics() {
  const { t } = useTranslation();
  const { mayTry } = useMayTry();
  const taxonomy = useQuery(taxonomyQuery);
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const branches = narrowed(taxonomy.data ?? [], q);
  const most = Math.max(
    1,
    ...(taxonomy.data ?? []).flatMap(({ children }) => children.map(({ count }) => count)),
  );
  return (
    <Panel
      title={t('reading.tab.topics')}
      hint={t('reading.topicsHint')}
      flush
      actions={
        mayTry && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen({ topic: null })}
          >
            {t('reading.addTopic')}
          </Button>
        )
      }
    >
      {taxonomy.error && !taxonomy.data && (
        <Failure error={taxonomy.error} retry={() => void taxonomy.refetch()} />
      )}
      {taxonomy.isPending && <WaitingRows rows={8} />}
      {taxonomy.data && (
        <Group px="md" py="xs">
          <TextInput
            size="xs"
            aria-label={t('reading.findTopic')}
            placeholder={t('reading.findTopic')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            flex="1 1 12rem"
            maw={320}
          />
        </Group>
      )}
      {taxonomy.data && branches.length === 0 && <Empty title={t('reading.nothingFound')} />}
      <ul className={classes.tree} aria-label={t('reading.tab.topics')}>
        {branches.map((branch) => (
          <Branch
            key={branch.topic.id}
            branch={branch}
            most={most}
            edit={(topic) => setOpen({ topic })}
            add={mayTry ? () => setOpen({ topic: null, parent: branch.topic.id }) : undefined}
          />
        ))}
      </ul>
      <Drawers open={open} setOpen={setOpen} />
    </Panel>
  );
}

interface BranchProps {
  branch: TopicBranch;
  /** Count of the biggest topic there is. */
  most: number;
  edit: (topic: TopicNode) => void;
  add?: () => void;
}

function Branch({ branch: { topic, children }, most, edit, add }: BranchProps) {
  const { t } = useTranslation();
  const name = useNodeName();
  const label = t('reading.addBelow', { topic: name(topic) });
  return (
    <li className={classes.branch}>
      <div className={classes.top}>
        <Node topic={topic} edit={edit} isTop />
        {add && (
          <Tooltip label={label}>
            <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={add}>
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <li key={child.id}>
              <Node topic={child} edit={edit} share={child.count / most} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface NodeProps {
  topic: TopicNode;
  edit: (topic: TopicNode) => void;
  isTop?: boolean;
  /** Of the biggest topic, 0 to 1. */
  share?: number;
}

function Node({ topic, edit, isTop, share }: NodeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useNodeName();
  return (
    <UnstyledButton
      className={classes.node}
      data-top={isTop || undefined}
      data-hidden={topic.hidden || undefined}
      onClick={() => edit(topic)}
      aria-haspopup="dialog"
    >
      <Group gap={6} wrap="nowrap" miw={0}>
        <span>{name(topic)}</span>
        {topic.origin !== 'shipped' && (
          <Badge size="sm" color={topic.origin === 'own' ? 'ai' : 'orange'}>
            {t(`reading.state.${topic.origin}`)}
          </Badge>
        )}
        {topic.hidden && <IconEyeOff size={15} role="img" aria-label={t('reading.hidden')} />}
      </Group>
      {share !== undefined && (
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <Text span size="sm" className="tabular" ta="right" c={topic.count === 0 ? 'dimmed' : undefined}>
        {format.count(topic.count)}
      </Text>
    </UnstyledButton>
  );
}

function Drawers({ open, setOpen }: { open: Open; setOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const name = useNodeName();
  const close = () => setOpen(null);
  if (!open) return null;
  if ('topic' in open)
    return <TopicDrawer {...open} close={close} remove={(remove) => setOpen({ remove })} />;
  const { remove: topic } = open;
  const isOwn = topic.origin === 'own';
  return (
    <DeleteDrawer
      title={t(isOwn ? 'reading.deleteTopic' : 'reading.restoreTopic', { topic: name(topic) })}
      explanation={t(isOwn ? 'reading.deleteTopicHint' : 'reading.restoreTopicHint', { topic: name(topic) })}
      action={isOwn ? t('reading.delete') : t('reading.restore')}
      previewPath="/taxonomy/preview"
      change={{ id: topic.id, topic: null }}
      path={`/taxonomy/${topic.id}`}
      close={close}
    />
  );
}
