import { Card, CloseButton, Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { explainQuery } from '../archiveQueries';
import { searchQueryOf, type SearchState } from '../searchState';
import type { ExplainedPart } from '../searchTypes';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import classes from './Explanation.module.css';

interface Props {
  state: SearchState;
  change: ChangeSearch;
  look: ChangeView;
}

/** How the query was understood: its parts, each with how many texts it alone is found in. */
export function Explanation({ state, change, look }: Props) {
  const { t } = useTranslation();
  const explained = useQuery(explainQuery(searchQueryOf(state)));
  return (
    <Card component="section" aria-label={t('search.explain')} py="xs" mb="xs">
      <Group justify="space-between" mb={4}>
        <Text size="xs" fw={650}>
          {t('search.explainTitle')}
        </Text>
        <CloseButton
          size="sm"
          aria-label={t('app.close')}
          onClick={() => look({ explain: false }, { replace: true })}
        />
      </Group>
      {explained.error && <Failure error={explained.error} retry={() => void explained.refetch()} />}
      {explained.isPending && <WaitingRows rows={3} height={22} />}
      {explained.data && (
        <ul className={classes.tree}>
          <Part part={explained.data} q={state.q} search={(q) => change({ q })} />
        </ul>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('search.explainHint')}
      </Text>
    </Card>
  );
}

interface PartProps {
  part: ExplainedPart;
  q: string;
  search: (q: string) => void;
}

function Part({ part, q, search }: PartProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const alone = part.text || q.slice(part.start, part.start + part.length);
  const kind = `search.part.${part.kind}`;
  return (
    <li>
      <UnstyledButton className={classes.part} onClick={() => search(alone)}>
        <span className={classes.kind}>{i18n.exists(kind) ? t(kind as 'search.part.word') : part.kind}</span>
        <span className={classes.text}>{alone || t('search.everything')}</span>
        {part.terms.length > 0 && part.terms.join(' ') !== alone && (
          <span className={classes.terms}>{part.terms.join(' ')}</span>
        )}
        <span className={classes.count}>{format.count(part.count)}</span>
      </UnstyledButton>
      {part.parts.length > 0 && (
        <ul>
          {part.parts.map((one, at) => (
            <Part key={at} part={one} q={q} search={search} />
          ))}
        </ul>
      )}
    </li>
  );
}
