import { Group, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BridgeKind } from '../api/types';
import { providerOf, providers, type BridgeDraft } from './bridgeSettings';

interface Props {
  kind: BridgeKind;
  draft: BridgeDraft;
  change: (part: Partial<BridgeDraft>) => void;
}

/** Which service posts to the source, and with which secret it signs. */
export function BridgeSettings({ kind, draft, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('sources.bridge.provider')}
        description={t(`sources.bridge.providerHint.${kind}`)}
        value={draft.provider || (kind === 'mail' ? '' : null)}
        onChange={(provider) => change({ provider: provider ?? '' })}
        data={[
          ...(kind === 'mail' ? [{ value: '', label: t('sources.bridge.filesOnly') }] : []),
          ...providers[kind].map(({ value, name }) => ({ value, label: name })),
        ]}
        allowDeselect={false}
        required={kind !== 'mail'}
      />
      {kind === 'survey-hook' && <AnswerSettings draft={draft} change={change} />}
      {providerOf(kind, draft.provider)?.givesSecret && (
        <BridgeSecret value={draft.secret} change={(secret) => change({ secret })} isRequired />
      )}
    </>
  );
}

/** What the answers of a survey tool stand for. */
export function AnswerSettings({ draft, change }: Omit<Props, 'kind'>) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('sources.bridge.names')}
        description={t('sources.bridge.namesHint')}
        placeholder="clx3k9 = nps"
        value={draft.names}
        onChange={(event) => change({ names: event.currentTarget.value })}
        autosize
        minRows={2}
      />
      <Group grow align="flex-start">
        {(['customer', 'product'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`sources.bridge.field.${field}`)}
            description={t(`sources.bridge.fieldHint.${field}`)}
            value={draft[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
            maxLength={100}
          />
        ))}
      </Group>
    </>
  );
}

export function BridgeSecret({
  value,
  change,
  isRequired = false,
}: {
  value: string;
  change: (secret: string) => void;
  isRequired?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('sources.bridge.secret')}
      description={t(isRequired ? 'sources.social.secretHint' : 'sources.social.secretKept')}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      autoComplete="new-password"
      required={isRequired}
    />
  );
}
