import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';

const atFirst = 6;

export function IssueQuotes({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const { open } = useFeedbackLink();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? issue.quotes : issue.quotes.slice(0, atFirst);
  const query = new URLSearchParams({ q: issue.terms.slice(0, 3).join(' ') });
  if (issue.product) query.set('product', issue.product);
  if (issue.kind === 'silence') return null;
  return (
    <Panel
      title={t('issues.quotes')}
      hint={t('issues.quotesHint', { shown: issue.quotes.length, total: issue.feedbackIds.length })}
      flush
      actions={
        issue.terms.length > 0 && (
          <Anchor component={Link} to={`/search?${query}`} size="sm">
            {t('issues.searchAll')}
          </Anchor>
        )
      }
    >
      {shown.map((quote) => (
        <FeedbackRow key={quote.id} feedback={quote} open={open} />
      ))}
      {shown.length < issue.quotes.length && (
        <Button variant="subtle" fullWidth onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </Button>
      )}
    </Panel>
  );
}
