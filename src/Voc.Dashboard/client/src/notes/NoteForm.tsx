import { Autocomplete, Button, Group, Kbd, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Panel } from '../app/Panel';
import type { RelatedToNote } from '../api/types';
import { SnippetPicker } from '../snippets/SnippetPicker';
import { useSnippets } from '../snippets/snippetQueries';
import { nextBlank } from '../snippets/snippets';
import { useSnippetKeys } from '../snippets/useSnippetKeys';
import type { NoteFields, StoredNote } from './noteStore';
import { KnownCustomer } from './RelatedNotes';
import { isMac, useAltKeys } from './useAltKeys';

interface Props {
  draft: StoredNote;
  related: RelatedToNote | undefined;
  /** False where the browser has no room for it. */
  isKept: boolean;
  change: (fields: Partial<NoteFields>) => void;
  /** Leaves a note as it was sent. */
  abandon: () => void;
  /** False where there is nothing to send. */
  send: () => boolean;
}

const longest = 100_000;

export function NoteForm({ draft, related, isKept, change, abandon, send }: Props) {
  const { t } = useTranslation();
  const text = useRef<HTMLTextAreaElement>(null);
  const customer = useRef<HTMLInputElement>(null);
  const product = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const write = (fields: Partial<NoteFields>) => {
    setSaid('');
    change(fields);
  };
  const isTaken = said === t('notes.taken');
  const products = useQuery({
    queryKey: ['products'],
    queryFn: ({ signal }) => api.get<string[]>('/products', {}, signal),
    staleTime: 300_000,
  });

  useEffect(() => text.current?.focus(), [draft.clientId]);
  const snippets = useSnippets();
  const writing = useSnippetKeys({
    field: text,
    text: draft.text,
    product: draft.product,
    snippets,
    change: (written) => write({ text: written }),
  });
  const warned = useRef('');
  const submit = () => {
    const blank = nextBlank(draft.text, 0);
    if (blank && warned.current !== draft.text) {
      warned.current = draft.text;
      writing.select(blank);
      setSaid(t('snippets.blank', { blank: draft.text.slice(...blank) }));
      return;
    }
    setSaid(send() ? t('notes.taken') : t('notes.nothing'));
  };
  useAltKeys({
    KeyN: () => text.current?.focus(),
    KeyC: () => customer.current?.focus(),
    KeyP: () => product.current?.focus(),
  });

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <Panel
      title={t(draft.changes === undefined ? 'notes.new' : 'notes.changing')}
      actions={
        <Group gap="sm">
          <Saved isEmpty={draft.text === ''} isKept={isKept} />
          <SnippetPicker snippets={snippets} insert={writing.insert} opens={() => text.current?.focus()} />
        </Group>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          ref={text}
          onKeyDown={(event) => {
            sendOnEnter(event);
            writing.onKeyDown(event);
          }}
          label={<Named keys="N">{t('notes.text')}</Named>}
          aria-keyshortcuts="Alt+N"
          placeholder={t('notes.placeholder')}
          value={draft.text}
          onChange={(event) => write({ text: event.currentTarget.value })}
          size="md"
          autosize
          minRows={7}
          maxRows={18}
          maxLength={longest}
          required
          withAsterisk={false}
        />
        <Group grow mt="sm" align="flex-start">
          <TextInput
            ref={customer}
            onKeyDown={sendOnEnter}
            label={<Named keys="C">{t('notes.customer')}</Named>}
            aria-keyshortcuts="Alt+C"
            value={draft.customer}
            placeholder={draft.changes === undefined ? undefined : t('notes.customerStays')}
            onChange={(event) => write({ customer: event.currentTarget.value })}
            maxLength={200}
            autoComplete="off"
            description={draft.customer.trim() && <KnownCustomer related={related} />}
            inputWrapperOrder={['label', 'input', 'description']}
          />
          <Autocomplete
            ref={product}
            onKeyDown={sendOnEnter}
            label={<Named keys="P">{t('notes.product')}</Named>}
            aria-keyshortcuts="Alt+P"
            value={draft.product}
            onChange={(value) => write({ product: value })}
            data={products.data ?? []}
            limit={8}
            maxLength={200}
            selectFirstOptionOnChange={false}
          />
        </Group>
        <Group justify="space-between" mt="md">
          <Text size="xs" c="dimmed" role="status">
            {(isTaken && draft.changes !== undefined ? '' : said) || t('notes.masked')}
          </Text>
          <Group gap="xs">
            {draft.changes !== undefined && (
              <Button variant="subtle" onClick={abandon}>
                {t('notes.abandon')}
              </Button>
            )}
            <Button type="submit" rightSection={<SendKeys />} aria-keyshortcuts="Control+Enter Meta+Enter">
              {t('notes.send')}
            </Button>
          </Group>
        </Group>
      </form>
    </Panel>
  );
}

function Named({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <Group gap={8} component="span" display="inline-flex">
      {children}
      <Kbd size="xs" aria-hidden>{`${isMac ? '⌥' : 'Alt'}+${keys}`}</Kbd>
    </Group>
  );
}

function SendKeys() {
  return (
    <Kbd size="xs" aria-hidden>
      {isMac ? '⌘' : 'Ctrl'}+Enter
    </Kbd>
  );
}

function Saved({ isEmpty, isKept }: { isEmpty: boolean; isKept: boolean }) {
  const { t } = useTranslation();
  if (!isKept)
    return (
      <Text size="xs" c="red" role="alert">
        {t('notes.unkept')}
      </Text>
    );
  return (
    <Text size="xs" c="dimmed">
      {isEmpty ? t('notes.ready') : t('notes.kept')}
    </Text>
  );
}
