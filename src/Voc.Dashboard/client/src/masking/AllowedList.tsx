import { Alert, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { AllowedExpression } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { maskingKey } from './maskingQueries';

export function AllowedList({ allowed }: { allowed: AllowedExpression[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('masking.allowed')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('masking.allowedHint')}
      </Text>
      <NewAllowed />
      {allowed.length === 0 ? (
        <Empty title={t('masking.noAllowed')}>{t('masking.noAllowedHint')}</Empty>
      ) : (
        <AllowedTable allowed={allowed} />
      )}
    </Panel>
  );
}

function NewAllowed() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () => api.post('/masking/allowed', { text, note: note || null }),
    onSuccess: () => {
      setText('');
      setNote('');
      return client.invalidateQueries({ queryKey: maskingKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('masking.expression')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={200}
          required
          flex="1 1 12rem"
        />
        <TextInput
          label={t('masking.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={500}
          flex="1 1 12rem"
        />
        <Button type="submit" loading={add.isPending}>
          {t('masking.allow')}
        </Button>
      </Group>
      {add.error && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(add.error, t('app.offline')).join(' ')}
        </Alert>
      )}
    </form>
  );
}

function AllowedTable({ allowed }: { allowed: AllowedExpression[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const forbid = useMutation({
    mutationFn: (id: number) => api.delete(`/masking/allowed/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: maskingKey }),
  });
  return (
    <Table.ScrollContainer minWidth={560} mt="md">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('masking.expression')}</Table.Th>
            <Table.Th>{t('masking.by')}</Table.Th>
            <Table.Th>{t('masking.at')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {allowed.map((expression) => (
            <Table.Tr key={expression.id}>
              <Table.Td>
                {expression.text}
                {expression.note && (
                  <Text size="xs" c="dimmed">
                    {expression.note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{expression.by}</Table.Td>
              <Table.Td>{format.dateTime(expression.at)}</Table.Td>
              <Table.Td ta="right">
                <Button size="compact-sm" variant="default" onClick={() => forbid.mutate(expression.id)}>
                  {t('masking.forbid')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
