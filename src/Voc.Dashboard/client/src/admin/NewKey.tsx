import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CreatedKey, KeyRole } from '../api/types';
import { Panel } from '../app/Panel';
import { Snippet } from '../app/Snippet';
import { failureMessages } from '../app/States';

const keyRoles: KeyRole[] = ['ingest', 'read', 'admin'];

export function NewKey() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<KeyRole>('ingest');
  const [expires, setExpires] = useState('');
  const create = useMutation({
    mutationFn: () =>
      api.post<CreatedKey>('/keys', {
        name: name.trim(),
        role,
        expiresAt: expires ? new Date(`${expires}T23:59:59`).toISOString() : null,
      }),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Panel title={t('admin.newKey')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('sources.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
            required
            flex="1 1 12rem"
          />
          <Select
            label={t('admin.keyRole')}
            value={role}
            onChange={(value) => value && setRole(value as KeyRole)}
            data={keyRoles.map((value) => ({ value, label: t(`admin.role.${value}`) }))}
            allowDeselect={false}
            w={200}
          />
          <TextInput
            type="date"
            label={t('admin.expiresAt')}
            value={expires}
            onChange={(event) => setExpires(event.currentTarget.value)}
            w={170}
          />
          <Button type="submit" loading={create.isPending}>
            {t('admin.makeKey')}
          </Button>
        </Group>
      </form>
      {create.error && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(create.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {create.data && (
        <Stack gap={4} mt="md">
          <Text size="sm">{t('admin.keyOnce')}</Text>
          <Snippet text={create.data.key} />
        </Stack>
      )}
    </Panel>
  );
}
