import { Alert, Button, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MaskingPreview } from '../api/types';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';

export function MaskingTrial() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const attempt = useMutation({
    mutationFn: () => api.post<MaskingPreview>('/masking/preview', { text }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <Panel title={t('masking.trial')}>
      <form onSubmit={submit}>
        <Textarea
          label={t('masking.trialText')}
          description={t('masking.trialHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={10000}
          autosize
          minRows={2}
          maxRows={8}
          required
        />
        <Button type="submit" variant="default" mt="sm" loading={attempt.isPending}>
          {t('masking.trial')}
        </Button>
      </form>
      {attempt.error && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(attempt.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {attempt.data && (
        <div aria-live="polite">
          <Text size="xs" c="dimmed" mt="sm">
            {t('masking.trialResult')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{attempt.data.text}</Text>
        </div>
      )}
    </Panel>
  );
}
