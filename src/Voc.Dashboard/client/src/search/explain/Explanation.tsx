import { Card, CloseButton, Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { explainQuery } from '../archiveQueries';
import { searchQueryOf, unfiltered, type SearchState } from '../searchState';
import type { ExplainedPart } from '../../api/types';
import type { ChangeSearch } from '../useSearchAddress';
import classes from './Explanation.module.css';
import { useFilterWords } from './useFilterWords';

interface Props {
  state: SearchState;
  change: ChangeSearch;
  /** Null where it is shown without having been asked for, and only what has parts. */
  close: (() => void) | null;
}

/** How the search was understood: its parts, each with how many texts of the whole archive it alone is found in. */
export function Explanation({ state, change, close }: Props) {
  const { t } = useTranslation();
  const explained = useQuery(explainQuery(searchQueryOf(state)));
  const searchAlone = ({ kind, text }: ExplainedPart) =>
    change(
      kind === 'like'
        ? { ...unfiltered(state), q: '', like: likeOf(text) }
        : { ...unfiltered(state), q: text, like: null },
    );
  if (!close && !explained.data?.parts.length) return null;
  return (
    <Card component="section" aria-label={t('search.explain')} py="xs" mb="xs">
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Text size="xs" fw={650}>
          {t('search.explainTitle')}
        </Text>
        {close && <CloseButton size="sm" aria-label={t('app.close')} onClick={close} />}
      </Group>
      {explained.error && <Failure error={explained.error} retry={() => void explained.refetch()} />}
      {explained.isPending && <WaitingRows rows={3} height={22} />}
      {explained.data && (
        <ul className={classes.tree}>
          <li>
            <div className={classes.part}>
              <Line part={explained.data} />
            </div>
            <Parts of={explained.data} searchAlone={searchAlone} />
          </li>
        </ul>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('search.explainHint')}
      </Text>
    </Card>
  );
}

function Parts({ of, searchAlone }: { of: ExplainedPart; searchAlone: (part: ExplainedPart) => void }) {
  if (of.parts.length === 0) return null;
  return (
    <ul>
      {of.parts.map((part, at) => (
        <li key={at}>
          {part.kind === 'ignored' ? (
            <div className={classes.part}>
              <Line part={part} />
            </div>
          ) : (
            <UnstyledButton className={classes.part} onClick={() => searchAlone(part)}>
              <Line part={part} />
            </UnstyledButton>
          )}
          <Parts of={part} searchAlone={searchAlone} />
        </li>
      ))}
    </ul>
  );
}

/** The identifier in `id:7`. */
const likeOf = (text: string) => Number(text.replace(/\D/g, ''));

function Line({ part }: { part: ExplainedPart }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const kind = `search.part.${part.kind}`;
  const filterWords = useFilterWords();
  // What was written, in as many terms as it has, needs no saying again.
  const terms = part.terms.filter((term) => term.replace(/["\s]/g, '') !== part.text).join(' / ');
  return (
    <>
      <span className={classes.kind}>{i18n.exists(kind) ? t(kind as 'search.part.word') : part.kind}</span>
      <span className={classes.text}>
        {part.kind === 'like'
          ? `#${likeOf(part.text)}`
          : part.kind === 'everything'
            ? t('search.everything')
            : part.kind === 'filter'
              ? filterWords(part)
              : part.text}
      </span>
      {terms && (
        <span className={classes.terms} title={terms}>
          {terms}
        </span>
      )}
      <span className={classes.count}>{part.kind === 'ignored' ? '–' : format.count(part.count)}</span>
    </>
  );
}
