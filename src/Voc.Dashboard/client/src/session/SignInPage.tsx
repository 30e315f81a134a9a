import {
  Alert,
  Anchor,
  Button,
  Card,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesOf } from '../api/problem';
import { Brand } from '../app/Brand';
import { DemoBadge } from '../app/DemoBadge';
import { LanguageSwitch } from '../app/LanguageSwitch';
import { useFormat } from '../format/useFormat';
import { unsentIn } from '../notes/noteStore';
import { DemoAccounts } from './DemoAccounts';
import classes from './SignInPage.module.css';
import { useSignIn } from './sessionQuery';
import { useSession } from './useSession';

export function SignInPage() {
  const { t } = useTranslation();
  const { demo, company } = useSession();
  const signIn = useSignIn();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [unsent] = useState(() => unsentIn());
  const format = useFormat();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ userName: userName.trim(), password });
  };

  return (
    <div className={classes.page}>
      <main className={classes.column}>
        <Group justify="space-between" mb="xl">
          <Brand />
          <LanguageSwitch />
        </Group>
        <Card withBorder padding="xl" radius="md" shadow="sm">
          <Stack gap="md">
            <div>
              <Group gap="xs">
                <Title order={1} size="h2">
                  {t('session.title')}
                </Title>
                {demo && <DemoBadge />}
              </Group>
              <Text c="dimmed" size="sm" mt={4}>
                {company.name ? t('session.lead', { company: company.name }) : t('session.leadPlain')}
              </Text>
            </div>
            {unsent > 0 && (
              <Alert color="orange" role="status">
                {t('session.unsentNotes', { unsent: format.count(unsent) })}
              </Alert>
            )}
            {signIn.error && (
              <Alert color="red" role="alert">
                {messagesOf(signIn.error).join(' ') || t('app.offline')}
              </Alert>
            )}
            <form onSubmit={submit}>
              <Stack gap="sm">
                <TextInput
                  label={t('session.userName')}
                  value={userName}
                  onChange={(event) => setUserName(event.currentTarget.value)}
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck={false}
                  required
                  withAsterisk={false}
                />
                <PasswordInput
                  label={t('session.password')}
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  autoComplete="current-password"
                  visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
                  required
                  withAsterisk={false}
                />
                <Button type="submit" loading={signIn.isPending} mt={4} fullWidth>
                  {t('session.submit')}
                </Button>
              </Stack>
            </form>
            {demo && <DemoAccounts accounts={demo.accounts} signIn={signIn.mutate} busy={signIn.isPending} />}
          </Stack>
        </Card>
        <Text size="xs" c="dimmed" ta="center" mt="md">
          <Anchor href="/openapi/v1.json" c="dimmed" size="xs">
            {t('session.api')}
          </Anchor>
        </Text>
      </main>
    </div>
  );
}
