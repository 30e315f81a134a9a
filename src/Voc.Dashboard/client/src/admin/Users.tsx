import { Badge, Group, Stack, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { User } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure, WaitingRows } from '../app/States';
import { NewUser } from './NewUser';

export function Users() {
  const { t } = useTranslation();
  const users = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => api.get<User[]>('/users', {}, signal),
  });
  return (
    <Stack gap="md">
      <NewUser />
      <Panel title={t('admin.tab.users')} flush>
        {users.error && !users.data && <Failure error={users.error} retry={() => void users.refetch()} />}
        {users.isPending && <WaitingRows rows={3} />}
        {users.data && (
          <Table horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('session.userName')}</Table.Th>
                <Table.Th>{t('admin.displayName')}</Table.Th>
                <Table.Th>{t('admin.roles')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {users.data.map((user) => (
                <Table.Tr key={user.userName}>
                  <Table.Td>{user.userName}</Table.Td>
                  <Table.Td>{user.displayName}</Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      {user.roles.map((role) => (
                        <Badge key={role} size="sm" miw="max-content">
                          {t(`session.role.${role}`)}
                        </Badge>
                      ))}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
    </Stack>
  );
}
