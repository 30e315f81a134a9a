import { ActionIcon, Badge, Button, Group, Pagination, Text, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DictionaryWord } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { DeleteDrawer } from '../preview/DeleteDrawer';
import { dictionaryQuery, partsOfSpeechQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import classes from './Dictionary.module.css';
import { WordDrawer } from './WordDrawer';
import { toKatakana } from './wordDraft';

const pageSize = 50;

type Open = { word: DictionaryWord | null } | { remove: DictionaryWord } | null;

/** The company's own words. */
export function Dictionary() {
  const { t } = useTranslation();
  const format = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const words = useQuery(dictionaryQuery);
  const { mayTry, mayTeach } = useMayTry();
  const [open, setOpen] = useState<Open>(null);
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const isNew = mayTry && parameters.has('new');
  const close = () => {
    setOpen(null);
    if (isNew) setParameters({ tab: 'dictionary' }, { replace: true });
  };
  const found = (words.data ?? []).filter((word) => matches(word, q));
  const pages = Math.ceil(found.length / pageSize);
  return (
    <Panel
      title={t('reading.tab.dictionary')}
      hint={t('reading.dictionaryHint')}
      flush
      actions={
        mayTry && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen({ word: null })}
          >
            {t('reading.addWord')}
          </Button>
        )
      }
    >
      {words.error && !words.data && <Failure error={words.error} retry={() => void words.refetch()} />}
      {words.isPending && <WaitingRows rows={4} />}
      {words.data && words.data.length > 5 && (
        <Group px="md" py="xs" className={classes.filter}>
          <TextInput
            size="xs"
            aria-label={t('reading.findWord')}
            placeholder={t('reading.findWord')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              setPage(1);
            }}
            w={260}
          />
          <Text size="xs" c="dimmed">
            {t('reading.words', { words: format.count(found.length) })}
          </Text>
        </Group>
      )}
      {words.data?.length === 0 && <Empty title={t('reading.noWords')}>{t('reading.noWordsHint')}</Empty>}
      {words.data && words.data.length > 0 && found.length === 0 && (
        <Empty title={t('reading.nothingFound')} />
      )}
      {found.slice((page - 1) * pageSize, page * pageSize).map((word) => (
        <WordRow
          key={word.id}
          word={word}
          edit={mayTry ? () => setOpen({ word }) : undefined}
          remove={mayTeach ? () => setOpen({ remove: word }) : undefined}
        />
      ))}
      {pages > 1 && (
        <Group justify="center" p="sm">
          <Pagination size="sm" total={pages} value={page} onChange={setPage} />
        </Group>
      )}
      {(isNew || (open && 'word' in open)) && (
        <WordDrawer word={open && 'word' in open ? open.word : null} close={close} />
      )}
      {open && 'remove' in open && (
        <DeleteDrawer
          title={t('reading.deleteWord', { word: open.remove.surface })}
          explanation={t('reading.deleteWordHint', { word: open.remove.surface })}
          action={t('reading.delete')}
          previewPath="/dictionary/preview"
          change={{ id: open.remove.id, word: null }}
          path={`/dictionary/${open.remove.id}`}
          close={close}
        />
      )}
    </Panel>
  );
}

const plain = (text: string) => toKatakana(text).toLowerCase();

const matches = (word: DictionaryWord, q: string) =>
  plain(word.surface).includes(plain(q)) || word.readings.join('').includes(plain(q));

function WordRow({ word, edit, remove }: { word: DictionaryWord; edit?: () => void; remove?: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const part = useQuery(partsOfSpeechQuery).data?.find(({ id }) => id === word.partOfSpeech);
  const pieces = word.segments.length > 0 ? word.segments : [word.surface];
  return (
    <article className={classes.row} aria-label={word.surface}>
      <div className={classes.pieces} lang="ja">
        {pieces.map((piece, at) => (
          <span key={at}>
            {piece}
            {word.readings[at] && <small>{word.readings[at]}</small>}
          </span>
        ))}
      </div>
      <Badge variant="default">{(i18n.language === 'en' ? part?.en : part?.ja) ?? word.partOfSpeech}</Badge>
      <Text size="xs" c="dimmed" className={classes.who}>
        {t('reading.changedBy', { by: word.changedBy, at: format.dateTime(word.changedAt) })}
      </Text>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {edit && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reading.changeWord', { word: word.surface })}
            onClick={edit}
          >
            <IconPencil size={16} />
          </ActionIcon>
        )}
        {remove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reading.deleteWord', { word: word.surface })}
            onClick={remove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
    </article>
  );
}
