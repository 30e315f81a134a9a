import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../api/types';
import { failureMessages } from '../app/States';
import { AlertForm } from './AlertForm';
import { SaveForm } from './SaveForm';
import { useRemoveSearch } from './savedQueries';

/** What is asked about which search. */
export type OpenDialog =
  | { kind: 'save'; address: string; opened: SavedSearch | null }
  | { kind: 'edit' | 'alert' | 'remove'; search: SavedSearch };

/** The dialogs about saved searches; one at a time. */
export function SavedDialogs({ dialog, close }: { dialog: OpenDialog | null; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={dialog !== null}
      onClose={close}
      title={<Text fw={650}>{dialog && titleOf(dialog)}</Text>}
      size={dialog?.kind === 'alert' ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {dialog?.kind === 'save' && <SaveForm address={dialog.address} opened={dialog.opened} close={close} />}
      {dialog?.kind === 'edit' && (
        <SaveForm address={dialog.search.query} before={dialog.search} opened={dialog.search} close={close} />
      )}
      {dialog?.kind === 'alert' && <AlertForm search={dialog.search} close={close} />}
      {dialog?.kind === 'remove' && <Removal search={dialog.search} close={close} />}
    </Modal>
  );

  function titleOf(open: OpenDialog) {
    if (open.kind === 'save') return t('saved.saveTitle');
    if (open.kind === 'edit') return t('saved.editTitle');
    return open.kind === 'alert' ? t('saved.alertTitle', { name: open.search.name }) : t('saved.removeTitle');
  }
}

function Removal({ search, close }: { search: SavedSearch; close: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveSearch();
  const run = () =>
    remove.mutate(search, {
      onSuccess: () => {
        notifications.show({ message: t('saved.removed', { name: search.name }) });
        close();
      },
    });
  return (
    <Stack gap="sm">
      <Text size="sm">{t('saved.removeAsk', { name: search.name })}</Text>
      {remove.error && (
        <Alert color="red" role="alert">
          {failureMessages(remove.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t('app.cancel')}
        </Button>
        <Button color="red" onClick={run} loading={remove.isPending}>
          {t('saved.removeDo')}
        </Button>
      </Group>
    </Stack>
  );
}
