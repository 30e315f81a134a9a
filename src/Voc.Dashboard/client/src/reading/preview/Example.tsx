import { Anchor, Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionView, PreviewExample, PreviewReading } from '../../api/types';
import { ChannelIcon } from '../../feedback/ChannelMark';
import { Highlighted } from '../../feedback/Highlighted';
import { SentimentMark } from '../../feedback/SentimentMark';
import { useTopicName } from '../../feedback/useTopicName';
import { kindOf } from '../../feedback/words';
import { useFormat } from '../../format/useFormat';
import classes from './Preview.module.css';
import { changed, opinionKey, takenOtherwise, wordsOf } from './differences';

const longest = 120;

type Word = PreviewReading['tokens'][number];

/** A text that would be read differently: the place it is about, and what is other before and after. */
export function Example({ example }: { example: PreviewExample }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useRows(example);
  return (
    <article className={classes.example}>
      <Group gap="xs" c="dimmed" fz="xs">
        <ChannelIcon channel={example.channel} size={14} />
        <time dateTime={example.occurredAt}>{format.dateTime(example.occurredAt)}</time>
        <Anchor href={`/feedback/${example.id}`} target="_blank" rel="noreferrer" ml="auto" inherit>
          {t('feedback.open')}
        </Anchor>
      </Group>
      <p className={classes.text}>
        <Highlighted text={example.text} spans={[example]} longest={longest} />
      </p>
      <dl className={classes.differences}>
        {rows.map(({ title, content }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function useRows(example: PreviewExample): { title: string; content: ReactNode }[] {
  const { t } = useTranslation();
  const topicName = useTopicName();
  const { before, after, respects } = example;
  const content: Record<PreviewExample['respects'][number], () => ReactNode> = {
    segmentation: () => <Segmentation example={example} />,
    sentiment: () => (
      <BeforeAfter before={<Sentiment reading={before} />} after={<Sentiment reading={after} />} />
    ),
    topics: () => (
      <Names {...changed(before.topics.map(topicName), after.topics.map(topicName), (name) => name)} />
    ),
    intents: () => (
      <Names
        {...changed(
          before.intents.map((intent) => t(`feedback.intent.${intent}`)),
          after.intents.map((intent) => t(`feedback.intent.${intent}`)),
          (name) => name,
        )}
      />
    ),
    opinions: () => <Opinions {...changed(before.opinions, after.opinions, opinionKey)} />,
  };
  return respects.map((respect) => ({ title: t(`reading.respect.${respect}`), content: content[respect]() }));
}

function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      {before}
      <IconArrowRight size={14} role="img" aria-label={t('reading.becomes')} />
      {after}
    </Group>
  );
}

function Sentiment({ reading: { sentiment } }: { reading: PreviewReading }) {
  const format = useFormat();
  return (
    <Group gap={4}>
      <SentimentMark label={sentiment.label} />
      <Text span size="xs" c="dimmed" className="tabular">
        {format.weight(sentiment.score)}
      </Text>
    </Group>
  );
}

function Segmentation({ example }: { example: PreviewExample }) {
  const { t } = useTranslation();
  const { before, after } = wordsOf(example);
  const takenFor = (word: Word, others: typeof before) => {
    const other = takenOtherwise(word, others);
    if (!other) return null;
    const kind = kindOf(word.partOfSpeech);
    const name =
      kind === kindOf(other.partOfSpeech) ? word.partOfSpeech.split('-').at(-1) : t(`feedback.word.${kind}`);
    return <small>{name}</small>;
  };
  const shown = (words: typeof before, others: typeof before) => (
    <span className={classes.words} lang="ja">
      {words.map(({ item, isOther }) => (
        <span key={item.start} data-other={isOther || undefined} title={item.partOfSpeech}>
          {item.text}
          {isOther && takenFor(item, others)}
        </span>
      ))}
    </span>
  );
  return <BeforeAfter before={shown(before, after)} after={shown(after, before)} />;
}

function Names({ gone, come }: { gone: string[]; come: string[] }) {
  return (
    <Group gap={6}>
      {gone.map((name) => (
        <del key={name}>{name}</del>
      ))}
      {come.map((name) => (
        <ins key={name}>{name}</ins>
      ))}
    </Group>
  );
}

function Opinions({ gone, come }: { gone: OpinionView[]; come: OpinionView[] }) {
  const { t } = useTranslation();
  const inWords = ({ target, expression, polarity, negated }: OpinionView) =>
    [
      target ? `${target}: ${expression}` : expression,
      negated && `(${t('feedback.negated')})`,
      polarity > 0 ? '＋' : polarity < 0 ? '−' : '±',
    ]
      .filter(Boolean)
      .join(' ');
  return <Names gone={[...new Set(gone.map(inWords))]} come={[...new Set(come.map(inWords))]} />;
}
