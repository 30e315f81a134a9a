import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelName, CreatedSource } from '../api/types';
import { Snippet } from '../app/Snippet';
import { failureMessages } from '../app/States';
import { useChannelOptions } from '../feedback/useChannelOptions';
import { BridgeSettings } from './BridgeSettings';
import { emptyBridge, isBridge, registeredAddress } from './bridgeSettings';
import { FetchSettings } from './FetchSettings';
import { FolderSettings } from './FolderSettings';
import { FormSettings } from './FormSettings';
import { SocialSettings } from './SocialSettings';
import { useCreateSource } from './sourceQueries';
import {
  creatableKinds,
  emptyDraft,
  fetchedKinds,
  isPlatform,
  newSourceOf,
  usualChannel,
  type CreatableKind,
  type SourceDraft,
} from './sourceSettings';

export function CreateSource({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { t } = useTranslation();
  const channels = useChannelOptions();
  const [draft, setDraft] = useState(emptyDraft);
  const create = useCreateSource();
  const change = (part: Partial<SourceDraft>) => setDraft((before) => ({ ...before, ...part }));

  const finish = () => {
    create.reset();
    setDraft(emptyDraft);
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(newSourceOf(draft), { onSuccess: (made) => !made.secret && finish() });
  };

  return (
    <Modal
      opened={isOpen}
      onClose={finish}
      title={<Text fw={650}>{t('sources.create')}</Text>}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {create.data?.secret ? (
        <Secret made={create.data} secret={create.data.secret} close={finish} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Select
              label={t('sources.kindLabel')}
              value={draft.kind}
              onChange={(kind) =>
                kind &&
                change({
                  kind: kind as CreatableKind,
                  channel: usualChannel[kind as CreatableKind],
                  bridge: emptyBridge,
                })
              }
              data={creatableKinds.map((value) => ({ value, label: t(`sources.kind.${value}`) }))}
              allowDeselect={false}
            />
            <Text size="sm" c="dimmed">
              {t(`sources.about.${draft.kind}`)}
            </Text>
            <Group grow align="flex-start">
              <TextInput
                label={t('sources.name')}
                value={draft.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
                maxLength={100}
                required
                data-autofocus
              />
              <Select
                label={t('imports.channel')}
                value={draft.channel}
                onChange={(channel) => channel && change({ channel: channel as ChannelName })}
                data={channels}
                allowDeselect={false}
              />
            </Group>
            {isBridge(draft.kind) && (
              <BridgeSettings
                key={draft.kind}
                kind={draft.kind}
                draft={draft.bridge}
                change={(part) =>
                  setDraft((before) => ({ ...before, bridge: { ...before.bridge, ...part } }))
                }
              />
            )}
            {draft.kind === 'folder' && <FolderSettings draft={draft} change={change} />}
            {draft.kind === 'form' && <FormSettings draft={draft} change={change} />}
            {isPlatform(draft.kind) && (
              <SocialSettings
                key={draft.kind}
                kind={draft.kind}
                draft={draft.social}
                change={(part) =>
                  setDraft((before) => ({ ...before, social: { ...before.social, ...part } }))
                }
                schedule={draft.schedule}
                changeSchedule={(schedule) => change({ schedule })}
              />
            )}
            {fetchedKinds.includes(draft.kind) && !isPlatform(draft.kind) && (
              <FetchSettings draft={draft} change={change} />
            )}
            {create.error && (
              <Alert color="red" role="alert">
                {failureMessages(create.error, t('app.offline')).join(' ')}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={finish}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" loading={create.isPending}>
                {t('sources.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Secret({ made, secret, close }: { made: CreatedSource; secret: string; close: () => void }) {
  const { t } = useTranslation();
  const address = registeredAddress(window.location.origin, made, secret);
  return (
    <Stack gap="sm">
      <Text size="sm">{t(address ? 'sources.bridge.addressOnce' : 'sources.secretOnce')}</Text>
      <Snippet text={address ?? secret} />
      <Button onClick={close} style={{ alignSelf: 'flex-end' }}>
        {t('app.close')}
      </Button>
    </Stack>
  );
}
