import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { OriginalText } from '../api/types';
import { failureMessages } from '../app/States';

/** A text as it came: asked for with a reason, shown once, kept nowhere in the browser. */
export function Original({ id }: { id: number }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const read = useMutation({
    mutationFn: () => api.post<OriginalText>(`/feedback/${id}/original`, { reason }),
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate();
  };
  if (read.data)
    return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{read.data.text}</Text>;
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('masking.reason')}
          description={t('masking.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minLength={5}
          maxLength={500}
          required
          flex="1 1 14rem"
        />
        <Button type="submit" variant="default" loading={read.isPending}>
          {t('masking.read')}
        </Button>
      </Group>
      {read.error && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(read.error, t('app.offline')).join(' ')}
        </Alert>
      )}
    </form>
  );
}
