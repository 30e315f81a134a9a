import { ActionIcon, Button, Group, Pagination, Text, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SynonymGroup } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { synonymsQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import { DeleteGroup } from './DeleteGroup';
import { GroupDrawer } from './GroupDrawer';
import { matches, nameOf } from './synonymGroup';
import classes from './Synonyms.module.css';

const pageSize = 50;

type Open = { group: SynonymGroup | null } | { remove: SynonymGroup } | null;

/** Words that mean the same to the company, by which searches can be widened. */
export function Synonyms() {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = useQuery(synonymsQuery);
  const { mayTry, mayTeach } = useMayTry();
  const [open, setOpen] = useState<Open>(null);
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const found = (groups.data ?? []).filter((group) => matches(group, q));
  const pages = Math.ceil(found.length / pageSize);
  return (
    <Panel
      title={t('reading.tab.synonyms')}
      hint={t('reading.synonymsHint')}
      flush
      actions={
        mayTry && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen({ group: null })}
          >
            {t('reading.addGroup')}
          </Button>
        )
      }
    >
      {groups.error && !groups.data && <Failure error={groups.error} retry={() => void groups.refetch()} />}
      {groups.isPending && <WaitingRows rows={4} />}
      {groups.data && groups.data.length > 5 && (
        <Group px="md" py="xs" className={classes.filter}>
          <TextInput
            size="xs"
            aria-label={t('reading.findGroup')}
            placeholder={t('reading.findGroup')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              setPage(1);
            }}
            w={260}
          />
          <Text size="xs" c="dimmed">
            {t('reading.groups', { groups: format.count(found.length) })}
          </Text>
        </Group>
      )}
      {groups.data?.length === 0 && <Empty title={t('reading.noGroups')}>{t('reading.noGroupsHint')}</Empty>}
      {groups.data && groups.data.length > 0 && found.length === 0 && (
        <Empty title={t('reading.nothingFound')} />
      )}
      {found.slice((page - 1) * pageSize, page * pageSize).map((group) => (
        <GroupRow
          key={group.id}
          group={group}
          edit={mayTry ? () => setOpen({ group }) : undefined}
          remove={mayTeach ? () => setOpen({ remove: group }) : undefined}
        />
      ))}
      {pages > 1 && (
        <Group justify="center" p="sm">
          <Pagination size="sm" total={pages} value={page} onChange={setPage} />
        </Group>
      )}
      {open && 'group' in open && <GroupDrawer group={open.group} close={() => setOpen(null)} />}
      {open && 'remove' in open && <DeleteGroup group={open.remove} close={() => setOpen(null)} />}
    </Panel>
  );
}

interface RowProps {
  group: SynonymGroup;
  edit?: () => void;
  remove?: () => void;
}

function GroupRow({ group, edit, remove }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = nameOf(group);
  return (
    <article className={classes.row} aria-label={words}>
      <ul className={classes.words} lang="ja">
        {group.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" className={classes.who}>
        {t('reading.changedBy', { by: group.changedBy, at: format.dateTime(group.changedAt) })}
      </Text>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {edit && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reading.changeGroup', { words })}
            onClick={edit}
          >
            <IconPencil size={16} />
          </ActionIcon>
        )}
        {remove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reading.deleteGroup', { words })}
            onClick={remove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
    </article>
  );
}
