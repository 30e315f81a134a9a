import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import classes from './IssueQuotes.module.css';

const atFirst = 6;

export function IssueQuotes({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open } = useFeedbackLink();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? issue.quotes : issue.quotes.slice(0, atFirst);
  if (issue.kind === 'silence') return null;
  return (
    <>
      {issue.first && (
        <Panel title={t('issues.first')} flush>
          <FeedbackRow feedback={issue.first} open={open} />
        </Panel>
      )}
      <Panel
        title={t('issues.quotes')}
        hint={t('issues.quotesHint', { shown: issue.quotes.length, total: issue.feedbackIds.length })}
        flush
        actions={
          <Anchor component={Link} to={`/search?q=issue:${issue.id}`} size="sm">
            {t('issues.searchAll', { total: format.count(issue.feedbackIds.length) })}
          </Anchor>
        }
      >
        {shown.map((quote) => (
          <div key={quote.id} className={classes.quote}>
            <FeedbackRow feedback={quote} open={open} />
            {quote.alike > 1 && (
              <Text size="xs" c="dimmed" className={classes.alike}>
                {t('issues.alike', { total: format.count(quote.alike - 1) })}
              </Text>
            )}
          </div>
        ))}
        {shown.length < issue.quotes.length && (
          <Button variant="subtle" fullWidth onClick={() => setShowsAll(true)}>
            {t('app.more')}
          </Button>
        )}
      </Panel>
    </>
  );
}
