import { ActionIcon, Badge, CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconLayersIntersect2, IconStack2 } from '@tabler/icons-react';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChannelMark } from '../../feedback/ChannelMark';
import { Highlighted } from '../../feedback/Highlighted';
import { SentimentMark } from '../../feedback/SentimentMark';
import { useTopicName } from '../../feedback/useTopicName';
import { useFormat } from '../../format/useFormat';
import type { SearchHit } from '../../api/types';
import classes from './HitRow.module.css';

interface Props {
  hit: SearchHit;
  /** Address of the page with this hit open beside it. */
  address: string;
  /** Whether keys act on it; only its links and buttons are reached by Tab. */
  isActive: boolean;
  isUnfolded: boolean;
  open: (id: number) => void;
  findSimilar: (id: number) => void;
  unfold: ((id: number) => void) | null;
}

const longest = 240;

export const HitRow = memo(function HitRow(props: Props) {
  const { hit, address, isActive, isUnfolded, open, findSimilar, unfold } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const topicName = useTopicName();
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={classes.row} data-sentiment={hit.sentiment.label}>
      <Link
        to={address}
        className={classes.link}
        data-sentiment={hit.sentiment.label}
        draggable={false}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        onClick={(event) => follow(event, () => open(hit.id))}
      >
        <span className={classes.head}>
          <SentimentMark label={hit.sentiment.label} />
          <ChannelMark channel={hit.channel} />
          {hit.product && <span className={classes.name}>{hit.product}</span>}
          {hit.customer && <span className={classes.customer}>{hit.customer}</span>}
          <span className={classes.badges}>
            {hit.intents.slice(0, 2).map((intent) => (
              <Badge key={intent} color="gray" variant="default" size="sm">
                {t(`feedback.intent.${intent}`)}
              </Badge>
            ))}
            {hit.topics.slice(0, 3).map((topic) => (
              <Badge key={topic.label} color="ai" size="sm">
                {topicName(topic)}
              </Badge>
            ))}
          </span>
          <time dateTime={hit.occurredAt} className={classes.when}>
            {format.dateTime(hit.occurredAt)}
          </time>
        </span>
        <p className={classes.text}>
          <Highlighted text={hit.text} spans={hit.highlights} longest={longest} />
        </p>
      </Link>
      <div className={classes.actions}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={tabIndex}
          title={t('search.findLike')}
          aria-label={t('search.findLike')}
          onClick={() => findSimilar(hit.id)}
        >
          <IconLayersIntersect2 size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
        <CopyButton value={new URL(`/feedback/${hit.id}`, window.location.origin).href}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color={copied ? 'teal' : 'gray'}
              size="sm"
              tabIndex={tabIndex}
              title={copied ? t('app.copied') : t('search.copyLink')}
              aria-label={copied ? t('app.copied') : t('search.copyLink')}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.6} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
      </div>
      {unfold && hit.similar > 0 && (
        <UnstyledButton
          className={classes.similar}
          tabIndex={tabIndex}
          aria-expanded={isUnfolded}
          onClick={() => unfold(hit.id)}
        >
          <IconStack2 size={14} stroke={1.6} aria-hidden />
          {t('search.similar', { total: format.count(hit.similar) })}
        </UnstyledButton>
      )}
    </div>
  );
});

/** A press with a key that opens another tab stays a link, and one that ends a selection of text does nothing. */
function follow(event: MouseEvent, open: () => void) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (event.detail > 0 && !window.getSelection()?.isCollapsed) return;
  open();
}
