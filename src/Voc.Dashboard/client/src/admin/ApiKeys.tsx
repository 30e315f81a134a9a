import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ApiKey } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { NewKey } from './NewKey';

const keysKey = ['keys'];

export function ApiKeys() {
  const { t } = useTranslation();
  const keys = useQuery({
    queryKey: keysKey,
    queryFn: ({ signal }) => api.get<ApiKey[]>('/keys', {}, signal),
  });
  return (
    <Stack gap="md">
      <NewKey />
      <Panel title={t('admin.tab.keys')} flush>
        {keys.error && !keys.data && <Failure error={keys.error} retry={() => void keys.refetch()} />}
        {keys.isPending && <WaitingRows rows={3} />}
        {keys.data?.length === 0 && <Empty title={t('admin.noKeys')}>{t('admin.noKeysHint')}</Empty>}
        {keys.data && keys.data.length > 0 && <KeyTable keys={keys.data} />}
      </Panel>
    </Stack>
  );
}

function KeyTable({ keys }: { keys: ApiKey[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: number) => api.delete(`/keys/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keysKey }),
  });
  const dateOr = (at: string | null, otherwise: string) => (at ? format.dateTime(at) : otherwise);
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sources.name')}</Table.Th>
            <Table.Th>{t('admin.keyRole')}</Table.Th>
            <Table.Th>{t('admin.createdAt')}</Table.Th>
            <Table.Th>{t('admin.lastUsedAt')}</Table.Th>
            <Table.Th>{t('admin.expiresAt')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id} opacity={key.revoked ? 0.55 : 1}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td>
                <Badge size="sm">{t(`admin.role.${key.role}`)}</Badge>
              </Table.Td>
              <Table.Td>{format.dateTime(key.createdAt)}</Table.Td>
              <Table.Td>{dateOr(key.lastUsedAt, t('admin.neverUsed'))}</Table.Td>
              <Table.Td>{dateOr(key.expiresAt, t('admin.neverExpires'))}</Table.Td>
              <Table.Td ta="right">
                {key.revoked ? (
                  <Text size="sm">{t('admin.revoked')}</Text>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    color="red"
                    onClick={() => revoke.mutate(key.id)}
                  >
                    {t('admin.revoke')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
