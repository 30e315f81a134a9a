import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BridgeKind, Source } from '../api/types';
import { Snippet } from '../app/Snippet';
import { failureMessages } from '../app/States';
import { appsScript } from './appsScript';
import { BridgeSecret } from './BridgeSettings';
import { bridgeAddress, providerOf } from './bridgeSettings';
import { useChangeSource } from './sourceQueries';

/** Where a service posts to, and its secret where it makes that itself. */
export function BridgeDetails({ source, kind }: { source: Source; kind: BridgeKind }) {
  const { t } = useTranslation();
  const provider = providerOf(kind, source.settings.provider);
  const address = bridgeAddress(window.location.origin, source);
  return (
    <>
      {provider && address && (
        <>
          <Text size="sm">
            {t(provider.value === 'script' ? 'sources.bridge.scriptAddress' : 'sources.bridge.register', {
              provider: provider.name,
            })}
          </Text>
          <Snippet text={provider.value === 'sendgrid' ? `${address}?secret=…` : address} />
          {provider.value === 'script' && (
            <>
              <Text size="sm">{t('sources.bridge.script')}</Text>
              <Snippet text={appsScript(address)} />
            </>
          )}
          {!provider.givesSecret && (
            <Text size="xs" c="dimmed">
              {t('sources.bridge.secretKept')}
            </Text>
          )}
        </>
      )}
      {provider?.givesSecret && <ChangeSecret source={source} />}
      {kind === 'mail' && (
        <Anchor component={Link} to="/imports" size="sm">
          {t('sources.bridge.importMails')}
        </Anchor>
      )}
    </>
  );
}

function ChangeSecret({ source }: { source: Source }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const change = useChangeSource(source.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ secret: secret.trim() }, { onSuccess: () => setSecret('') });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <BridgeSecret value={secret} change={setSecret} />
        {change.error && (
          <Alert color="red" role="alert">
            {failureMessages(change.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!secret.trim()}>
            {t('sources.social.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
