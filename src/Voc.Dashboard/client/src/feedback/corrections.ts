import type { Correction, FeedbackDetail, LabelChange, TopicEntry } from '../api/types';

/** Who corrects, and when. */
export interface Author {
  by: string;
  at: string;
}

/** A feedback as it is once its labels are corrected, to be shown before the server has answered. */
export function corrected(
  feedback: FeedbackDetail,
  change: LabelChange,
  { by, at }: Author,
  topics: readonly TopicEntry[] = [],
): FeedbackDetail {
  const before = feedback.corrected;
  const next = {
    sentiment: change.sentiment ?? before?.sentiment ?? null,
    intents: change.intents ?? before?.intents ?? null,
    topics: change.topics ?? before?.topics ?? null,
  };
  const was = before?.was ?? wasRead(feedback);
  return {
    ...withLabels(feedback, next, topics),
    corrected: { ...next, by, at, was },
  };
}

/** A feedback without its correction, as the analysis had read it. */
export function withdrawn(feedback: FeedbackDetail, topics: readonly TopicEntry[] = []): FeedbackDetail {
  const { corrected: correction } = feedback;
  if (!correction) return feedback;
  const { was } = correction;
  return {
    ...feedback,
    sentiment: was.sentiment,
    intents: was.intents,
    topics: was.topics.map(({ label, confidence }) => ({ ...named(feedback, label, topics), confidence })),
    corrected: null,
  };
}

/** A feedback with an earlier correction in the place of the one it has. */
export const restored = (
  feedback: FeedbackDetail,
  earlier: Correction | null,
  topics: readonly TopicEntry[] = [],
) =>
  earlier
    ? corrected(withdrawn(feedback, topics), labelsOf(earlier), earlier, topics)
    : withdrawn(feedback, topics);

/** What a correction says, without what it leaves as it was read. */
export const labelsOf = ({ sentiment, intents, topics }: Correction): LabelChange => ({
  ...(sentiment && { sentiment }),
  ...(intents && { intents }),
  ...(topics && { topics }),
});

export const wasRead = ({ sentiment, intents, topics }: FeedbackDetail): Correction['was'] => ({
  sentiment,
  intents,
  topics: topics.map(({ label, confidence }) => ({ label, confidence })),
});

function withLabels(
  feedback: FeedbackDetail,
  { sentiment, intents, topics }: Pick<Correction, 'sentiment' | 'intents' | 'topics'>,
  known: readonly TopicEntry[],
): FeedbackDetail {
  const scores = { positive: 1, neutral: 0, negative: -1 };
  return {
    ...feedback,
    sentiment: !sentiment
      ? feedback.sentiment
      : {
          label: sentiment,
          score: feedback.sentiment.label === sentiment ? feedback.sentiment.score : scores[sentiment],
          confidence: 1,
        },
    intents: intents ? intents.map((label) => ({ label, confidence: 1 })) : feedback.intents,
    topics: topics
      ? topics.map((label) => ({ ...named(feedback, label, known), confidence: 1 }))
      : feedback.topics,
  };
}

function named(feedback: FeedbackDetail, label: string, known: readonly TopicEntry[]) {
  const listed = feedback.topics.find((topic) => topic.label === label);
  const name = known.find((topic) => topic.id === label)?.name ?? label;
  return listed ?? { label, name, nameEn: name };
}
