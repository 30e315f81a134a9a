import {
  Alert,
  Button,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import type { MailSecurity, MailServer } from '../../api/types';
import { Panel } from '../../app/Panel';
import { failureMessages } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { useKeepMail } from '../alertQueries';
import { MailTest } from './MailTest';

const securities: MailSecurity[] = ['starttls', 'tls', 'none'];
const usualPort: Record<MailSecurity, number> = { starttls: 587, tls: 465, none: 25 };

/** Settings of the mail server, and a trial of what is saved. */
export function MailForm({ server }: { server: MailServer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState({
    host: server.host,
    port: server.port as number | '',
    security: server.security,
    userName: server.userName ?? '',
    password: '',
    fromAddress: server.fromAddress,
    fromName: server.fromName ?? '',
    certificateSha256: server.certificateSha256 ?? '',
  });
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const keep = useKeepMail(server.version);
  const wrong = keep.error instanceof Problem ? keep.error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(
      { ...draft, port: draft.port === '' ? null : draft.port, password: draft.password || null },
      { onSuccess: () => notifications.show({ message: t('app.saved') }) },
    );
  };
  const text = (name: 'host' | 'userName' | 'fromAddress' | 'fromName' | 'certificateSha256') => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    error: wrong[name]?.join(' '),
    maxLength: 254,
  });
  return (
    <Stack gap="md">
      <Panel title={t('alerts.mail')} hint={t('alerts.mailHint')}>
        <form onSubmit={submit} autoComplete="off">
          <Stack gap="sm" maw={760}>
            <Group align="flex-start" gap="sm">
              <TextInput
                label={t('alerts.host')}
                placeholder="smtp.example.jp"
                required
                flex="3 1 14rem"
                {...text('host')}
              />
              <Select
                label={t('alerts.security')}
                value={draft.security}
                onChange={(value) =>
                  value && set({ security: value as MailSecurity, port: usualPort[value as MailSecurity] })
                }
                data={securities.map((value) => ({ value, label: t(`alerts.securities.${value}`) }))}
                error={wrong.security?.join(' ')}
                allowDeselect={false}
                flex="2 1 12rem"
              />
              <NumberInput
                label={t('alerts.port')}
                value={draft.port}
                onChange={(value) => set({ port: typeof value === 'number' ? value : '' })}
                error={wrong.port?.join(' ')}
                min={1}
                max={65535}
                allowDecimal={false}
                thousandSeparator={false}
                required
                w={110}
              />
            </Group>
            <Group align="flex-start" gap="sm">
              <TextInput
                label={t('alerts.userName')}
                autoComplete="off"
                flex="1 1 14rem"
                {...text('userName')}
              />
              <PasswordInput
                label={t('alerts.password')}
                placeholder={server.hasPassword ? t('alerts.passwordKept') : undefined}
                value={draft.password}
                onChange={(event) => set({ password: event.currentTarget.value })}
                error={wrong.password?.join(' ')}
                autoComplete="new-password"
                disabled={draft.userName === ''}
                flex="1 1 14rem"
              />
            </Group>
            <Group align="flex-start" gap="sm">
              <TextInput
                type="email"
                label={t('alerts.fromAddress')}
                placeholder="voc@example.jp"
                required
                flex="1 1 14rem"
                {...text('fromAddress')}
              />
              <TextInput
                label={t('alerts.fromName')}
                placeholder="Voc"
                flex="1 1 14rem"
                {...text('fromName')}
                maxLength={100}
              />
            </Group>
            <TextInput
              label={t('alerts.certificate')}
              description={t('alerts.certificateHint')}
              {...text('certificateSha256')}
            />
            {keep.error && Object.keys(wrong).length === 0 && (
              <Alert color="red" role="alert">
                {failureMessages(keep.error, t('app.offline')).join(' ')}
              </Alert>
            )}
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {server.changedAt &&
                  t('alerts.mailChanged', {
                    when: format.dateTime(server.changedAt),
                    by: server.changedBy,
                  })}
              </Text>
              <Button type="submit" loading={keep.isPending}>
                {t('alerts.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
      {server.configured && <MailTest />}
    </Stack>
  );
}
