import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { SynonymGroup } from '../../api/types';
import { failureMessages } from '../../app/States';
import { nameOf } from './synonymGroup';
import { useKeepGroup } from './useKeepGroup';

interface Props {
  group: SynonymGroup;
  close: () => void;
}

export function DeleteGroup({ group, close }: Props) {
  const { t } = useTranslation();
  const keep = useKeepGroup(() => api.delete(`/vocabulary/synonyms/${group.id}`), close);
  const words = nameOf(group);
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={650}>{t('reading.deleteGroup', { words })}</Text>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('reading.deleteGroupHint')}</Text>
        {keep.error && (
          <Alert color="red" role="alert">
            {failureMessages(keep.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group gap="xs">
          <Button color="red" loading={keep.isPending} onClick={() => keep.mutate()} data-autofocus>
            {t('reading.delete')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
