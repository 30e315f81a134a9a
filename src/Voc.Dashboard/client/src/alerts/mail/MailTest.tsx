import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../app/Panel';
import { failureMessages } from '../../app/States';
import { useTestMail } from '../alertQueries';

/** Sends a mail by the server that is saved, and says how it went. */
export function MailTest() {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const test = useTestMail();
  const error = test.error ? failureMessages(test.error, t('app.offline')).join(' ') : test.data?.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate(to.trim());
  };
  return (
    <Panel title={t('alerts.mailTest')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            label={t('alerts.mailTestTo')}
            placeholder="you@example.jp"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            maxLength={254}
            required
            flex="0 1 22rem"
          />
          <Button type="submit" variant="default" loading={test.isPending}>
            {t('alerts.mailTest')}
          </Button>
        </Group>
      </form>
      {error && (
        <Alert color="red" role="alert" mt="sm">
          {error}
        </Alert>
      )}
      {test.data?.sent && (
        <Alert color="teal" role="status" mt="sm">
          {t('alerts.mailSent', { to: test.variables })}
        </Alert>
      )}
    </Panel>
  );
}
