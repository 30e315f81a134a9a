import { Alert, Button, Group, Modal, Switch, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MaskedSource } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { maskingKey } from './maskingQueries';

export function KeptOriginals({ sources }: { sources: MaskedSource[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<MaskedSource | null>(null);
  const change = useMutation({
    mutationFn: ({ id, keep }: { id: number; keep: boolean }) => api.put(`/masking/sources/${id}`, { keep }),
    onSettled: () => {
      setLeaving(null);
      return client.invalidateQueries({ queryKey: maskingKey });
    },
  });
  const turn = (source: MaskedSource, keep: boolean) =>
    !keep && source.originals > 0 ? setLeaving(source) : change.mutate({ id: source.id, keep });
  return (
    <Panel title={t('masking.originals')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('masking.originalsHint')}
      </Text>
      {change.error && (
        <Alert color="red" role="alert" mb="sm">
          {failureMessages(change.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {sources.length === 0 ? (
        <Empty title={t('masking.noSources')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('masking.source')}</Table.Th>
              <Table.Th ta="right">{t('masking.kept')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map((source) => (
              <Table.Tr key={source.id}>
                <Table.Td>{source.name}</Table.Td>
                <Table.Td ta="right">
                  {t('masking.keptCount', { originals: format.count(source.originals) })}
                </Table.Td>
                <Table.Td>
                  <Switch
                    checked={source.keepOriginals}
                    onChange={(event) => turn(source, event.currentTarget.checked)}
                    disabled={change.isPending}
                    aria-label={t('masking.keepOf', { name: source.name })}
                    style={{ display: 'flex', justifyContent: 'flex-end' }}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={leaving !== null} onClose={() => setLeaving(null)} title={t('masking.stopTitle')}>
        {leaving && (
          <>
            <Text size="sm">
              {t('masking.stopText', {
                name: leaving.name,
                originals: format.count(leaving.originals),
              })}
            </Text>
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={() => setLeaving(null)}>
                {t('masking.keep')}
              </Button>
              <Button
                color="red"
                loading={change.isPending}
                onClick={() => change.mutate({ id: leaving.id, keep: false })}
              >
                {t('masking.stop')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </Panel>
  );
}
