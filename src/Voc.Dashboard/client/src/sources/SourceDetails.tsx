import { Anchor, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Source } from '../api/types';
import { Snippet } from '../app/Snippet';
import { BridgeDetails } from './BridgeDetails';
import { isBridge } from './bridgeSettings';
import { EditFetched } from './EditFetched';
import { EditForm } from './EditForm';
import { EditSocial } from './EditSocial';
import { FolderDetails } from './FolderDetails';
import classes from './SourceDetails.module.css';
import { SourceDeadLetters } from './SourceDeadLetters';
import { SourceFlow } from './SourceFlow';
import { embedSnippet, isFetched, isPlatform } from './sourceSettings';

/** How feedback gets into this source, in what a person would paste somewhere. */
export function SourceDetails({ source }: { source: Source }) {
  const { t } = useTranslation();
  const { origin } = window.location;
  return (
    <Stack gap="xs" pt="sm">
      <SourceFlow source={source} />
      <SourceDeadLetters source={source} />
      {source.kind === 'form' && source.publicKey && (
        <>
          <Text size="sm">{t('sources.embed')}</Text>
          <Snippet text={embedSnippet(origin, source.publicKey)} />
          <Anchor href={`/forms/${source.publicKey}`} target="_blank" rel="noreferrer" size="sm">
            {t('sources.openForm')}
          </Anchor>
          <details>
            <summary className={classes.summary}>{t('sources.editForm')}</summary>
            <EditForm source={source} />
          </details>
        </>
      )}
      {source.kind === 'webhook' && (
        <>
          <Text size="sm">{t('sources.webhookHint')}</Text>
          <Snippet text={webhookExample(origin, source.name)} />
        </>
      )}
      {source.kind === 'line' && source.publicKey && (
        <>
          <Text size="sm">{t('sources.social.lineHint')}</Text>
          <Snippet text={`${origin}/hooks/line/${source.publicKey}`} />
        </>
      )}
      {source.kind === 'survey' && (
        <Anchor component={Link} to={`/surveys/${source.id}?tab=build`} size="sm">
          {t('sources.openSurvey')}
        </Anchor>
      )}
      {isBridge(source.kind) && <BridgeDetails source={source} kind={source.kind} />}
      {source.kind === 'folder' && <FolderDetails source={source} />}
      {isPlatform(source.kind) && <EditSocial source={source} kind={source.kind} />}
      {isFetched(source.kind) && <EditFetched source={source} kind={source.kind} />}
      {source.kind === 'api' && (
        <>
          <Text size="sm">{t('sources.apiHint')}</Text>
          <Snippet text={apiExample(origin, source)} />
        </>
      )}
      {Object.keys(source.settings).length > 0 &&
        !isPlatform(source.kind) &&
        !isFetched(source.kind) &&
        !isBridge(source.kind) &&
        source.kind !== 'folder' &&
        source.kind !== 'survey' && (
          <details>
            <summary className={classes.summary}>{t('sources.settings')}</summary>
            <Code block>{JSON.stringify(source.settings, null, 2)}</Code>
          </details>
        )}
    </Stack>
  );
}

const webhookExample = (origin: string, name: string) => `POST ${origin}/hooks/${encodeURIComponent(name)}
X-Voc-Timestamp: 1767225600
X-Voc-Signature: sha256=HMAC_SHA256(secret, timestamp + "." + body)

{"externalId":"post-1","text":"…","occurredAt":"2026-01-01T09:00:00+09:00"}`;

const apiExample = (origin: string, { name, channel }: Source) => `curl ${origin}/api/v1/feedback \\
  -H "Authorization: Bearer KEY" -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ source: name, externalId: '1', channel, text: '…', occurredAt: '2026-01-01T09:00:00+09:00' })}'`;
