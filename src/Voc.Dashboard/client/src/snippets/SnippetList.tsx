import { ActionIcon, Badge, Button, Group, Kbd, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snippet } from '../api/types';
import { Empty } from '../app/States';
import { matching } from './snippets';
import classes from './Snippets.module.css';

interface Props {
  snippets: readonly Snippet[];
  pick: (snippet: Snippet) => void;
  edit: (snippet: Snippet | 'new') => void;
}

/** What a question finds; arrows go through it and Enter takes one, with the cursor still in the question. */
export function SnippetList({ snippets, pick, edit }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(snippets, asked);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter') pick(found[at]!);
    else return;
    event.preventDefault();
  };

  return (
    <Stack gap="sm">
      <TextInput
        aria-label={t('snippets.find')}
        placeholder={t('snippets.find')}
        value={asked}
        onChange={(event) => {
          setAsked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        data-autofocus
      />
      {snippets.length === 0 && <Empty title={t('snippets.none')}>{t('snippets.noneHint')}</Empty>}
      {snippets.length > 0 && found.length === 0 && <Empty title={t('snippets.noMatch')} />}
      {found.length > 0 && (
        <ul className={classes.list}>
          {found.map((snippet, i) => (
            <Item key={snippet.id} snippet={snippet} isNext={i === at} pick={pick} edit={edit} />
          ))}
        </ul>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => edit('new')}>
          {t('snippets.add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Item({
  snippet,
  isNext,
  pick,
  edit,
}: { snippet: Snippet; isNext: boolean } & Pick<Props, 'pick' | 'edit'>) {
  const { t } = useTranslation();
  return (
    <li
      className={classes.item}
      aria-current={isNext || undefined}
      ref={(item) => {
        if (isNext) item?.scrollIntoView?.({ block: 'nearest' });
      }}
    >
      <UnstyledButton className={classes.pick} onClick={() => pick(snippet)}>
        <Group gap="xs">
          <Kbd size="xs">;{snippet.key}</Kbd>
          <Text component="span" size="sm" fw={600}>
            {snippet.title}
          </Text>
          {snippet.shared && (
            <Badge size="xs" variant="light" color="gray">
              {t('snippets.shared')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2} mt={2}>
          {snippet.text}
        </Text>
      </UnstyledButton>
      {snippet.editable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => edit(snippet)}
          aria-label={t('snippets.edit', { title: snippet.title })}
        >
          <IconPencil size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
