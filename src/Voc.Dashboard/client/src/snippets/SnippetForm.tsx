import { Alert, Button, Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Snippet } from '../api/types';
import { failureMessages } from '../app/States';
import { useHasRole } from '../session/useSession';
import { useKeepSnippet, useRemoveSnippet } from './snippetQueries';

/** A snippet to be made or changed; Ctrl+Enter keeps it. */
export function SnippetForm({ before, close }: { before: Snippet | null; close: () => void }) {
  const { t } = useTranslation();
  const mayShare = useHasRole('product');
  const [key, setKey] = useState(before?.key ?? '');
  const [title, setTitle] = useState(before?.title ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [shared, setShared] = useState(false);
  const keep = useKeepSnippet();
  const wrong = keep.error instanceof Problem ? keep.error.errors : {};
  const general = keep.error && Object.keys(wrong).length === 0 ? keep.error : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ before, input: { key, title, text, shared } }, { onSuccess: close });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          ref={first}
          onKeyDown={onKeyDown}
          label={t('snippets.key')}
          description={t('snippets.keyHint')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={wrong.key?.join(' ')}
          leftSection=";"
          maxLength={40}
          autoComplete="off"
          required
        />
        <TextInput
          onKeyDown={onKeyDown}
          label={t('snippets.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={wrong.title?.join(' ')}
          maxLength={60}
          required
        />
        <Textarea
          onKeyDown={onKeyDown}
          label={t('snippets.text')}
          description={t('snippets.textHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={wrong.text?.join(' ')}
          maxLength={2000}
          autosize
          minRows={4}
          maxRows={12}
          required
        />
        {!before && mayShare && (
          <Switch
            label={t('snippets.share')}
            description={t('snippets.shareHint')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        {general && (
          <Alert color="red" role="alert">
            {failureMessages(general, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="space-between">
          {before ? <Removal snippet={before} close={close} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t('snippets.back')}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** Deletes at the second press. */
function Removal({ snippet, close }: { snippet: Snippet; close: () => void }) {
  const { t } = useTranslation();
  const [isSure, setIsSure] = useState(false);
  const remove = useRemoveSnippet();
  return (
    <div>
      <Button
        variant={isSure ? 'filled' : 'subtle'}
        color="red"
        loading={remove.isPending}
        onClick={() => (isSure ? remove.mutate(snippet, { onSuccess: close }) : setIsSure(true))}
      >
        {t(isSure ? 'snippets.removeSure' : 'snippets.remove')}
      </Button>
      {remove.error && (
        <Alert color="red" role="alert" mt="xs">
          {failureMessages(remove.error, t('app.offline')).join(' ')}
        </Alert>
      )}
    </div>
  );
}
