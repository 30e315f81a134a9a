import { Switch, UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Alternative, Expansion } from '../../api/types';
import type { SearchState } from '../searchState';
import type { ChangeSearch } from '../useSearchAddress';
import classes from './Expansions.module.css';

interface Props {
  state: SearchState;
  expansions: Expansion[];
  change: ChangeSearch;
}

/** Spellings and synonyms that stand beside the words of the query; each can be taken out and put back. */
export function Expansions({ state, expansions, change }: Props) {
  const { t } = useTranslation();
  if (state.q.trim() === '') return null;
  const shown = expansions
    .map((expansion) => ({ ...expansion, alternatives: shownOf(expansion, state) }))
    .filter(({ alternatives }) => alternatives.length > 0);
  const named = new Set(shown.flatMap(({ alternatives }) => alternatives.map(({ text }) => text)));
  // What the server no longer names can be put back all the same.
  const lost = state.without.filter((text) => !named.has(text));
  return (
    <div className={classes.expansions}>
      {shown.map((expansion) => (
        <Word key={`${expansion.start} ${expansion.word}`} {...expansion} state={state} change={change} />
      ))}
      {lost.map((text) => (
        <Chip
          key={text}
          text={text}
          isUsed={false}
          toggle={() => change({ without: withoutToggled(state, text) })}
        />
      ))}
      <Switch
        size="xs"
        className={classes.switch}
        label={t('search.synonyms')}
        checked={state.synonyms}
        onChange={(event) => change({ synonyms: event.currentTarget.checked })}
      />
    </div>
  );
}

const shownAtFirst = 6;

function Word({ word, alternatives, state, change }: Expansion & Pick<Props, 'state' | 'change'>) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? alternatives : alternatives.slice(0, shownAtFirst);
  return (
    <div role="group" aria-label={t('search.expansionsOf', { word })} className={classes.word}>
      <span className={classes.name}>{word}</span>
      {shown.map((alternative) => (
        <Chip
          key={alternative.text}
          {...alternative}
          isUsed={!state.without.includes(alternative.text)}
          toggle={() => change({ without: withoutToggled(state, alternative.text) })}
        />
      ))}
      {shown.length < alternatives.length && (
        <UnstyledButton fz="xs" c="dimmed" onClick={() => setShowsAll(true)}>
          {t('search.moreOf', { total: alternatives.length - shown.length })}
        </UnstyledButton>
      )}
    </div>
  );
}

interface ChipProps extends Partial<Alternative> {
  text: string;
  isUsed: boolean;
  toggle: () => void;
}

function Chip({ text, kind, count, isUsed, toggle }: ChipProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = isUsed ? IconX : IconPlus;
  return (
    <UnstyledButton
      className={classes.chip}
      data-used={isUsed || undefined}
      title={kind && t(`search.expansionKind.${kind}`)}
      aria-label={t(isUsed ? 'search.leaveOut' : 'search.takeIn', { text })}
      onClick={toggle}
    >
      <span className={classes.text}>{text}</span>
      {isUsed && count !== undefined && <span className={classes.count}>{format.count(count)}</span>}
      <Icon size={12} aria-hidden />
    </UnstyledButton>
  );
}

const shownOf = ({ alternatives }: Expansion, { without, synonyms }: SearchState) =>
  alternatives.filter(
    ({ text, kind, used }) => used || without.includes(text) || (synonyms && kind !== 'spelling'),
  );

function withoutToggled({ without }: SearchState, text: string) {
  return without.includes(text) ? without.filter((one) => one !== text) : [...without, text];
}
