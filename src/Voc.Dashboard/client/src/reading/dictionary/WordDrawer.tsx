import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { DictionaryWord } from '../../api/types';
import { ChangeDrawer } from '../preview/ChangeDrawer';
import { useKeep, wrongIn } from '../preview/useKeep';
import { usePreview } from '../preview/usePreview';
import { partsOfSpeechQuery } from '../readingQueries';
import { CutEditor } from './CutEditor';
import { draftOf, emptyWord, inputOf, piecesOf, toKatakana, withSurface } from './wordDraft';

interface Props {
  /** Null for a new one. */
  word: DictionaryWord | null;
  close: () => void;
}

export function WordDrawer({ word, close }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => (word ? draftOf(word) : emptyWord));
  const input = inputOf(draft);
  const preview = usePreview(
    '/dictionary/preview',
    input.surface ? { id: word?.id ?? null, word: input } : null,
  );
  const keep = useKeep(
    () => (word ? api.put(`/dictionary/${word.id}`, input) : api.post('/dictionary', input)),
    close,
  );
  const wrong = (name: string) => wrongIn(name, keep.error, preview.fields);
  const change = (next: typeof draft) => {
    keep.reset();
    setDraft(next);
  };
  return (
    <ChangeDrawer
      title={word ? t('reading.changeWord', { word: word.surface }) : t('reading.addWord')}
      close={close}
      preview={preview}
      save={keep.mutate}
      saving={keep}
    >
      <TextInput
        label={t('reading.surface')}
        description={t('reading.surfaceHint')}
        value={draft.surface}
        onChange={(event) => change(withSurface(draft, event.currentTarget.value))}
        error={wrong('surface')}
        maxLength={100}
        required
        data-autofocus
        lang="ja"
      />
      <CutEditor draft={draft} change={change} error={wrong('segments')} />
      <Readings draft={draft} change={change} error={wrong('readings')} />
      <PartOfSpeech
        value={draft.partOfSpeech}
        choose={(partOfSpeech) => change({ ...draft, partOfSpeech })}
        error={wrong('partOfSpeech')}
      />
    </ChangeDrawer>
  );
}

interface ReadingsProps {
  draft: ReturnType<typeof draftOf>;
  change: (draft: ReturnType<typeof draftOf>) => void;
  error?: string;
}

function Readings({ draft, change, error }: ReadingsProps) {
  const { t } = useTranslation();
  const pieces = [...new Set(piecesOf(draft))].filter((piece) => piece.trim());
  if (pieces.length === 0) return null;
  const set = (piece: string, reading: string) =>
    change({ ...draft, readings: { ...draft.readings, [piece]: reading } });
  return (
    <SimpleGrid cols={pieces.length > 1 ? 2 : 1} spacing="xs" verticalSpacing="xs">
      {pieces.map((piece, at) => (
        <TextInput
          key={piece}
          label={t('reading.readingOf', { text: piece })}
          placeholder={t('reading.readingPlaceholder')}
          value={draft.readings[piece] ?? ''}
          onChange={(event) => set(piece, event.currentTarget.value)}
          onBlur={(event) => set(piece, toKatakana(event.currentTarget.value))}
          error={at === 0 ? error : undefined}
          maxLength={100}
          lang="ja"
        />
      ))}
    </SimpleGrid>
  );
}

function PartOfSpeech({
  value,
  choose,
  error,
}: {
  value: string;
  choose: (id: string) => void;
  error?: string;
}) {
  const { t, i18n } = useTranslation();
  const parts = useQuery(partsOfSpeechQuery).data ?? [];
  return (
    <Select
      label={t('reading.partOfSpeech')}
      value={value}
      onChange={(id) => id && choose(id)}
      data={parts.map(({ id, ja, en }) => ({ value: id, label: i18n.language === 'en' ? en : ja }))}
      error={error}
      allowDeselect={false}
    />
  );
}
