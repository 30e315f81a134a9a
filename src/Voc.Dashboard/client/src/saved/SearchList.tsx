import { ActionIcon, Anchor, Badge, Card, Group, Menu, Switch, Text, Tooltip } from '@mantine/core';
import { IconBell, IconDots, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertSettings, SavedSearch } from '../api/types';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useNow } from '../app/useNow';
import { useFormat } from '../format/useFormat';
import { useUser } from '../session/useSession';
import classes from './Saved.module.css';
import { SavedDialogs, type OpenDialog } from './SavedDialogs';
import { pageOf } from './savedAddress';
import { savedQuery, useFollow } from './savedQueries';
import { useCopyLink } from './useCopyLink';

/** Every saved search one may see, to be opened, followed, changed and removed. */
export function SearchList() {
  const { t } = useTranslation();
  const searches = useQuery(savedQuery);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  if (searches.error && !searches.data)
    return <Failure error={searches.error} retry={() => void searches.refetch()} />;
  if (!searches.data) return <WaitingRows rows={4} height={56} />;
  if (searches.data.length === 0) return <Empty title={t('saved.noneYet')}>{t('saved.noneYetHint')}</Empty>;
  return (
    <>
      <Card padding={0} component="ul" m={0} style={{ listStyle: 'none' }}>
        {searches.data.map((search) => (
          <SearchRow key={search.id} search={search} ask={setDialog} />
        ))}
      </Card>
      <SavedDialogs dialog={dialog} close={() => setDialog(null)} />
    </>
  );
}

function SearchRow({ search, ask }: { search: SavedSearch; ask: (dialog: OpenDialog) => void }) {
  const { t } = useTranslation();
  const { userName } = useUser();
  const isOwn = search.owner === userName;
  return (
    <li className={classes.alert}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Anchor component={Link} to={pageOf(search)} fw={600} size="sm">
              {search.name}
            </Anchor>
            <Badge size="sm" color="gray">
              {isOwn
                ? t(search.shared ? 'saved.isShared' : 'saved.private')
                : t('saved.sharedBy', { owner: search.owner })}
            </Badge>
          </Group>
          {search.note && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {search.note}
            </Text>
          )}
          {search.alert && <Condition alert={search.alert} last={search.lastAlertAt} />}
        </div>
        <Group gap="xs" wrap="nowrap">
          {search.alert && !isOwn && <Follow search={search} />}
          <Actions search={search} ask={ask} />
        </Group>
      </Group>
    </li>
  );
}

function Condition({ alert, last }: { alert: AlertSettings; last: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Group gap={6} c="dimmed" fz="xs">
      <IconBell size={13} aria-label={t('saved.alertOn')} />
      <span>
        {alert.on === 'match'
          ? t('saved.condition.match')
          : t('saved.condition.count', {
              threshold: format.count(alert.threshold ?? 0),
              window: alert.window ? t(`saved.windows.${alert.window}`) : '',
            })}
      </span>
      <span>
        {t('saved.lastAlert')}: {last ? format.ago(last, now) : t('saved.never')}
      </span>
    </Group>
  );
}

/** Owners are told in any case; others choose. */
function Follow({ search }: { search: SavedSearch }) {
  const { t } = useTranslation();
  const follow = useFollow();
  return (
    <Tooltip label={t('saved.follow')}>
      <Switch
        // As it was chosen, until the server has said how it is.
        checked={search.followed !== follow.isPending}
        disabled={follow.isPending}
        onChange={() => follow.mutate(search)}
        aria-label={t('saved.followLabel', { name: search.name })}
      />
    </Tooltip>
  );
}

function Actions({ search, ask }: { search: SavedSearch; ask: (dialog: OpenDialog) => void }) {
  const { t } = useTranslation();
  const copyLink = useCopyLink();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('saved.actions', { name: search.name })}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => void copyLink(search)}>
          {t('saved.copyLink')}
        </Menu.Item>
        {search.editable && (
          <>
            <Menu.Item leftSection={<IconBell size={15} />} onClick={() => ask({ kind: 'alert', search })}>
              {t('saved.alert')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => ask({ kind: 'edit', search })}>
              {t('saved.rename')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={15} />}
              onClick={() => ask({ kind: 'remove', search })}
            >
              {t('saved.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
