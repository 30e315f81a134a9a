import { Alert, Button, Drawer, Group, Stack, TagsInput, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SynonymGroup } from '../../api/types';
import { failureMessages } from '../../app/States';
import preview from '../preview/Preview.module.css';
import { useMayTry } from '../useMayTry';
import { Reach } from './Reach';
import { cleaned, nameOf } from './synonymGroup';
import { useKeepGroup } from './useKeepGroup';
import { useReach } from './useReach';

const path = '/vocabulary/synonyms';
const mostWords = 50;

interface Props {
  /** Null for a new one. */
  group: SynonymGroup | null;
  close: () => void;
}

/** Where a group is written, beside how many texts it would find. */
export function GroupDrawer({ group, close }: Props) {
  const { t } = useTranslation();
  const { mayTeach } = useMayTry();
  const [words, setWords] = useState<string[]>(group?.words ?? []);
  const [typed, setTyped] = useState('');
  // A word that is still being typed counts, for who saves without pressing Enter first.
  const input = cleaned([...words, typed]);
  const reach = useReach(input);
  const keep = useKeepGroup(
    () => (group ? api.put(`${path}/${group.id}`, { words: input }) : api.post(path, { words: input })),
    close,
  );
  const wrong =
    (keep.error instanceof Problem ? keep.error.errors.words?.join(' ') : undefined) ?? reach.wrong;
  const isGeneral = keep.error !== null && !(keep.error instanceof Problem && keep.error.errors.words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayTeach && input.length > 1 && !keep.isPending) keep.mutate();
  };
  return (
    <Drawer
      opened
      onClose={close}
      size="min(60rem, 100%)"
      title={
        <Text fw={650}>
          {group ? t('reading.changeGroup', { words: nameOf(group) }) : t('reading.addGroup')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={preview.columns}>
        <form onSubmit={submit} className={preview.fields} noValidate>
          <Stack gap="md">
            <TagsInput
              label={t('reading.groupWords')}
              description={t('reading.groupWordsHint')}
              value={words}
              onChange={(next) => {
                keep.reset();
                setWords(cleaned(next));
              }}
              searchValue={typed}
              onSearchChange={setTyped}
              splitChars={[',', '、', '，', '\n', '\t']}
              maxTags={mostWords}
              acceptValueOnBlur
              error={wrong}
              data-autofocus
              lang="ja"
            />
            {isGeneral && (
              <Alert color="red" role="alert">
                {failureMessages(keep.error, t('app.offline')).join(' ')}
              </Alert>
            )}
            {mayTeach ? (
              <Group gap="xs">
                <Button type="submit" disabled={input.length < 2} loading={keep.isPending}>
                  {t('app.save')}
                </Button>
                <Button variant="default" onClick={close}>
                  {t('app.cancel')}
                </Button>
              </Group>
            ) : (
              <Text size="sm" c="dimmed">
                {t('reading.tryOnly')}
              </Text>
            )}
          </Stack>
        </form>
        <Reach reach={reach} />
      </div>
    </Drawer>
  );
}
