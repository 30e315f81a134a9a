import { Anchor, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BridgeKind, Source } from '../api/types';
import { Snippet } from '../app/Snippet';
import { appsScript } from './appsScript';
import { AnswerSettings, BridgeSecret } from './BridgeSettings';
import { bridgeAddress, bridgeDraftOf, bridgeSettings, providerOf } from './bridgeSettings';
import { Saving } from './Saving';
import classes from './SourceDetails.module.css';
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
      {kind === 'survey-hook' && <ChangeAnswers source={source} />}
      {kind === 'mail' && (
        <Anchor component={Link} to="/imports" size="sm">
          {t('sources.bridge.importMails')}
        </Anchor>
      )}
    </>
  );
}

function ChangeAnswers({ source }: { source: Source }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => bridgeDraftOf(source));
  const change = useChangeSource(source.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ settings: bridgeSettings(draft) });
  };
  return (
    <details>
      <summary className={classes.summary}>{t('sources.bridge.answers')}</summary>
      <form onSubmit={submit}>
        <Stack gap="xs">
          <AnswerSettings draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
          <Saving change={change} isReady />
        </Stack>
      </form>
    </details>
  );
}

function ChangeSecret({ source }: { source: Source }) {
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
        <Saving change={change} isReady={Boolean(secret.trim())} />
      </Stack>
    </form>
  );
}
