import { Anchor, Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { TopicNode } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ChangeDrawer } from '../preview/ChangeDrawer';
import { useKeep, wrongIn } from '../preview/useKeep';
import { usePreview } from '../preview/usePreview';
import { taxonomyQuery } from '../readingQueries';
import { Keywords } from './Keywords';
import { draftOf, emptyTopic, inputOf, isReady, type TopicDraft } from './topicDraft';
import { useNodeName } from './useNodeName';

interface Props {
  /** Null for a new one. */
  topic: TopicNode | null;
  /** Where a new one goes. */
  parent?: string;
  close: () => void;
  /** Goes on to delete it, or to have it as it was shipped. */
  remove: (topic: TopicNode) => void;
}

export function TopicDrawer({ topic, parent, close, remove }: Props) {
  const { t } = useTranslation();
  const name = useNodeName();
  const [draft, setDraft] = useState(() => (topic ? draftOf(topic) : emptyTopic(parent)));
  const input = inputOf(draft);
  const preview = usePreview(
    '/taxonomy/preview',
    isReady(draft) ? { id: topic?.id ?? null, topic: input } : null,
  );
  const keep = useKeep(
    () => (topic ? api.patch(`/taxonomy/${topic.id}`, input) : api.post('/taxonomy', input)),
    close,
  );
  const wrong = (field: string) => wrongIn(field, keep.error, preview.fields);
  const change = (part: Partial<TopicDraft>) => {
    keep.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const wrongKeywords = new Map(
    draft.keywords.flatMap((_, at) => {
      const said = wrong(`keywords[${at}].word`) ?? wrong(`keywords[${at}].weight`);
      return said ? [[at, said] as const] : [];
    }),
  );
  return (
    <ChangeDrawer
      title={topic ? t('reading.changeTopic', { topic: name(topic) }) : t('reading.addTopic')}
      close={close}
      preview={preview}
      save={keep.mutate}
      saving={keep}
      more={topic && topic.origin !== 'shipped' && <Remove topic={topic} remove={() => remove(topic)} />}
    >
      {topic && <Count topic={topic} />}
      <Group grow align="flex-start" gap="xs">
        <TextInput
          label={t('reading.nameJa')}
          value={draft.ja}
          onChange={(event) => change({ ja: event.currentTarget.value })}
          error={wrong('ja')}
          maxLength={60}
          data-autofocus
          lang="ja"
        />
        <TextInput
          label={t('reading.nameEn')}
          value={draft.en}
          onChange={(event) => change({ en: event.currentTarget.value })}
          error={wrong('en')}
          maxLength={60}
          lang="en"
        />
      </Group>
      <Parent
        topic={topic}
        value={draft.parent}
        choose={(id) => change({ parent: id })}
        error={wrong('parent')}
      />
      <Keywords
        keywords={draft.keywords}
        change={(keywords) => change({ keywords })}
        errors={wrongKeywords}
        error={wrong('keywords')}
      />
      <Switch
        label={t('reading.hidden')}
        description={t('reading.hiddenHint')}
        checked={draft.hidden}
        onChange={(event) => change({ hidden: event.currentTarget.checked })}
      />
    </ChangeDrawer>
  );
}

function Remove({ topic, remove }: { topic: TopicNode; remove: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" color={topic.origin === 'own' ? 'red' : 'gray'} onClick={remove}>
      {topic.origin === 'own' ? t('reading.delete') : t('reading.restore')}
    </Button>
  );
}

function Count({ topic }: { topic: TopicNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm">
      <Anchor component={Link} inherit to={`/search?topic=${encodeURIComponent(topic.id)}`}>
        {t('reading.topicCount', { texts: format.count(topic.count) })}
      </Anchor>
      {topic.changedBy && topic.changedAt && (
        <Text span size="xs" c="dimmed" ml="xs">
          {t('reading.changedBy', { by: topic.changedBy, at: format.dateTime(topic.changedAt) })}
        </Text>
      )}
    </Text>
  );
}

interface ParentProps {
  topic: TopicNode | null;
  value: string;
  choose: (id: string) => void;
  error?: string;
}

/** There are two levels, so only what is at the top can have others below it. */
function Parent({ topic, value, choose, error }: ParentProps) {
  const { t } = useTranslation();
  const name = useNodeName();
  const branches = useQuery(taxonomyQuery).data ?? [];
  const hasChildren = branches.some(
    ({ topic: top, children }) => top.id === topic?.id && children.length > 0,
  );
  const tops = branches.map(({ topic: top }) => top).filter(({ id }) => id !== topic?.id);
  return (
    <Select
      label={t('reading.parent')}
      description={hasChildren ? t('reading.hasChildren') : undefined}
      value={value}
      onChange={(id) => choose(id ?? '')}
      data={[
        { value: '', label: t('reading.noParent') },
        ...tops.map((top) => ({ value: top.id, label: name(top) })),
      ]}
      error={error}
      disabled={hasChildren}
      searchable
      allowDeselect={false}
    />
  );
}
