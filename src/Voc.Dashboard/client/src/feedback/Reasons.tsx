import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconLetterCase } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation, FeedbackDetail } from '../api/types';
import { Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { Contributions } from './Contributions';
import { SentimentMark } from './SentimentMark';
import { Words } from './Words';

interface Props {
  feedback: FeedbackDetail;
  explanation: UseQueryResult<Explanation>;
  active: number | null;
  point: (contribution: number | null) => void;
}

/** Why the text is read as it is: what moved the score, and on demand the words it was cut into. */
export function Reasons({ feedback, explanation, active, point }: Props) {
  const { t } = useTranslation();
  const [showsWords, setShowsWords] = useState(false);
  const words = useId();
  const { data } = explanation;
  return (
    <section>
      <Group justify="space-between" mb={6} gap="xs">
        <Title order={3}>{t('feedback.why')}</Title>
        <Button
          size="compact-xs"
          variant={showsWords ? 'light' : 'default'}
          leftSection={<IconLetterCase size={14} aria-hidden />}
          aria-expanded={showsWords}
          aria-controls={words}
          onClick={() => setShowsWords(!showsWords)}
        >
          {t('feedback.words')}
        </Button>
      </Group>
      {explanation.error && !data && (
        <Failure error={explanation.error} retry={() => void explanation.refetch()} />
      )}
      {explanation.isPending && <WaitingRows rows={3} height={22} />}
      {data && (
        <>
          {data.stale && <Stale feedback={feedback} explanation={data} />}
          <Contributions
            text={feedback.text}
            contributions={data.contributions}
            active={active}
            point={point}
          />
        </>
      )}
      <div id={words} hidden={!showsWords}>
        {showsWords && data && (
          <>
            <Text size="xs" c="dimmed" mt="sm" mb={6}>
              {t('feedback.wordsHint')}
            </Text>
            <Words tokens={data.tokens} sentences={feedback.sentences} />
          </>
        )}
      </div>
    </section>
  );
}

/** The labels on the page are those of an older reading; the reasons are those of the one in use. */
function Stale({ feedback, explanation }: { feedback: FeedbackDetail; explanation: Explanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = feedback.corrected?.was.sentiment ?? feedback.sentiment;
  const now = explanation.sentiment;
  const isOther = read.label !== now.label || Math.abs(read.score - now.score) >= 0.005;
  return (
    <Alert variant="light" color="gray" p="xs" mb="xs">
      <Group gap={6} fz="xs">
        <span>{t('feedback.stale')}</span>
        {isOther && (
          <>
            <span>{t('feedback.wouldRead')}</span>
            <SentimentMark label={now.label} />
            <span className="tabular">{format.weight(now.score)}</span>
          </>
        )}
      </Group>
    </Alert>
  );
}
