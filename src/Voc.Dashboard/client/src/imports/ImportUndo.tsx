import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Import } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { importsQuery } from './importQueries';

/** Takes back all that an import brought, once somebody has said that this is meant. */
export function ImportUndo({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const undo = useMutation({
    mutationFn: () => api.post(`/imports/${job.id}/undo`),
    onSuccess: async () => {
      await client.invalidateQueries(importsQuery);
      asking.close();
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={asking.open}>
        {t('imports.undo')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={<Text fw={650}>{t('imports.undoTitle', { name: job.fileName })}</Text>}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('imports.undoHint', { rows: format.count(job.accepted) })}</Text>
          {undo.error && (
            <Alert color="red" role="alert">
              {failureMessages(undo.error, t('app.offline')).join(' ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close}>
              {t('app.cancel')}
            </Button>
            <Button color="red" onClick={() => undo.mutate()} loading={undo.isPending}>
              {t('imports.undoNow')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
