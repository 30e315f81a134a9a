import { Button, Divider, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconBell,
  IconBookmarkPlus,
  IconDeviceFloppy,
  IconLink,
  IconPencil,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import type { OpenDialog } from './SavedDialogs';
import { suggestedPeriod, withPeriod } from './savedAddress';
import { inputOf, useKeepSearch } from './savedQueries';
import { useCopyLink } from './useCopyLink';

interface Props {
  /** What the page shows. */
  address: string;
  /** The saved search it came from, or null. */
  current: SavedSearch | null;
  isChanged: boolean;
  ask: (dialog: OpenDialog) => void;
  close: () => void;
}

/** What can be done with what the page shows, and with the saved search it came from. */
export function CurrentActions({ address, current, isChanged, ask, close }: Props) {
  const { t } = useTranslation();
  const copyLink = useCopyLink();
  const overwrite = useOverwrite(address, current);
  const save = () => ask({ kind: 'save', address, opened: current });
  return (
    <>
      <Stack gap={0} pb={4}>
        {current?.editable && isChanged && (
          <Action icon={IconDeviceFloppy} run={() => overwrite(close)}>
            {t('saved.overwrite', { name: current.name })}
          </Action>
        )}
        <Action icon={IconBookmarkPlus} run={save}>
          {t('saved.save')}
        </Action>
        {current?.editable && (
          <>
            <Action icon={IconBell} run={() => ask({ kind: 'alert', search: current })}>
              {t('saved.alert')}
            </Action>
            <Action icon={IconPencil} run={() => ask({ kind: 'edit', search: current })}>
              {t('saved.rename')}
            </Action>
          </>
        )}
        {current && (
          <Action
            icon={IconLink}
            run={() => {
              void copyLink(current);
              close();
            }}
          >
            {t('saved.copyLink')}
          </Action>
        )}
        {current?.editable && (
          <Action icon={IconTrash} run={() => ask({ kind: 'remove', search: current })}>
            {t('saved.remove')}
          </Action>
        )}
      </Stack>
      <Divider mb={4} />
    </>
  );
}

function useOverwrite(address: string, current: SavedSearch | null) {
  const { t } = useTranslation();
  const today = useFormat().isoDate(new Date());
  const keep = useKeepSearch();
  return (then: () => void) => {
    if (!current) return;
    const query = withPeriod(address, suggestedPeriod(address, today, current));
    keep.mutate(
      { before: current, input: { ...inputOf(current), query } },
      {
        onSuccess: () => {
          notifications.show({ message: t('saved.overwritten', { name: current.name }) });
          then();
        },
        onError: (error) =>
          notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
      },
    );
  };
}

function Action({ icon: Icon, run, children }: { icon: Icon; run: () => void; children: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      size="compact-md"
      fz="sm"
      fw={500}
      justify="flex-start"
      fullWidth
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      onClick={run}
    >
      {children}
    </Button>
  );
}
