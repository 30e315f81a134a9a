import { Alert, Button, Group, MultiSelect, PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Role, User } from '../api/types';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';

const roles: Role[] = ['support', 'product', 'researcher', 'admin'];
const nobody = { userName: '', displayName: '', password: '', roles: ['support'] as Role[] };

export function NewUser() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [user, setUser] = useState(nobody);
  const create = useMutation({
    mutationFn: () => api.post<User>('/users', user),
    onSuccess: () => {
      notifications.show({ message: t('admin.userAdded', { name: user.userName }) });
      setUser(nobody);
      return client.invalidateQueries({ queryKey: ['users'] });
    },
  });
  const fieldErrors = create.error instanceof Problem ? create.error.errors : {};
  const hasFieldErrors = Object.keys(fieldErrors).length > 0;
  const set = (part: Partial<typeof nobody>) => setUser((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Panel title={t('admin.newUser')}>
      <form onSubmit={submit}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
          <TextInput
            label={t('session.userName')}
            value={user.userName}
            onChange={(event) => set({ userName: event.currentTarget.value })}
            error={fieldErrors.userName?.join(' ')}
            autoComplete="off"
            required
          />
          <TextInput
            label={t('admin.displayName')}
            value={user.displayName}
            onChange={(event) => set({ displayName: event.currentTarget.value })}
            error={fieldErrors.displayName?.join(' ')}
            required
          />
          <PasswordInput
            label={t('session.password')}
            value={user.password}
            onChange={(event) => set({ password: event.currentTarget.value })}
            error={fieldErrors.password?.join(' ')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            required
          />
          <MultiSelect
            label={t('admin.roles')}
            value={user.roles}
            onChange={(value) => set({ roles: value as Role[] })}
            data={roles.map((value) => ({ value, label: t(`session.role.${value}`) }))}
            error={fieldErrors.roles?.join(' ')}
            required
          />
        </SimpleGrid>
        {create.error && !hasFieldErrors && (
          <Alert color="red" role="alert" mt="sm">
            {failureMessages(create.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={create.isPending}>
            {t('admin.addUser')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
