import { ActionIcon, UnstyledButton } from '@mantine/core';
import {
  IconBookmark,
  IconFilter,
  IconHistory,
  IconLetterCase,
  IconTag,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import classes from './QueryBox.module.css';
import { useRecentQueries } from './recentQueries';
import type { Offer } from './useSuggestions';

interface Props {
  id: string;
  offers: Offer[];
  chosen: number;
  take: (offer: Offer) => void;
}

const icons: Record<Offer['kind'], Icon> = {
  recent: IconHistory,
  word: IconLetterCase,
  field: IconFilter,
  value: IconTag,
  saved: IconBookmark,
};

export const optionId = (listId: string, at: number) => `${listId}-${at}`;

/** What the query box offers. The focus stays in the box, which names the chosen one. */
export function Suggestions({ id, offers, chosen, take }: Props) {
  const { t } = useTranslation();
  const { forgetAll } = useRecentQueries();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const areRecent = offers[0]?.kind === 'recent';
  return (
    // A press must not take the focus from the box, which would close the list before the click.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.list} onMouseDown={(event) => event.preventDefault()}>
      <ul
        ref={list}
        id={id}
        role="listbox"
        className={classes.options}
        aria-label={areRecent ? t('search.recent') : t('search.suggestions')}
      >
        {offers.map((offer, at) => (
          <Option
            key={`${offer.kind} ${offer.text} ${at}`}
            id={optionId(id, at)}
            offer={offer}
            isChosen={at === chosen}
            take={() => take(offer)}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <span className={classes.hint}>{t('search.suggestKeys')}</span>
        {areRecent && (
          <UnstyledButton fz="inherit" tabIndex={-1} onClick={forgetAll}>
            {t('search.forgetAll')}
          </UnstyledButton>
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  offer: Offer;
  isChosen: boolean;
  take: () => void;
}

function Option({ id, offer, isChosen, take }: OptionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { forget } = useRecentQueries();
  const Icon = icons[offer.kind];
  return (
    // Keys come from the box; see the combobox pattern of the ARIA practices.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classes.option}
      onClick={take}
    >
      <Icon size={15} stroke={1.6} color="var(--mantine-color-dimmed)" aria-hidden />
      <span className={classes.label}>{offer.label}</span>
      {offer.kind === 'recent' ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={t('search.forget', { query: offer.text })}
          onClick={(event) => {
            event.stopPropagation();
            forget(offer.text);
          }}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={classes.kind}>{t(`search.kind.${offer.kind}`)}</span>
      )}
      {offer.count !== null && offer.count !== undefined && (
        <span className={classes.count}>{format.count(offer.count)}</span>
      )}
    </li>
  );
}
