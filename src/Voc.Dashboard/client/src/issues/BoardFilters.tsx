import { Button, Collapse, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueList } from '../api/types';
import { useTopicOptions } from '../feedback/useTopics';
import { useSliceName } from './useSliceName';
import { useUser } from '../session/useSession';
import classes from './BoardFilters.module.css';
import {
  allSeverities,
  allStates,
  chosenFilters,
  isNarrowed,
  stateGroups,
  widened,
  type BoardFilter,
} from './boardAddress';

interface Props {
  filter: BoardFilter;
  list: IssueList | undefined;
  box: RefObject<HTMLInputElement | null>;
  change: (part: Partial<BoardFilter>) => void;
}

/** Stands for what has none; a list of choices has no empty value. */
const nothing = '-';
const shown = (values: string[]) => values.map((value) => value || nothing);
const meant = (values: string[]) => values.map((value) => (value === nothing ? '' : value));

export function BoardFilters({ filter, list, box, change }: Props) {
  const { t } = useTranslation();
  const me = useUser().userName;
  const sliceName = useSliceName();
  const topics = useTopicOptions();
  const [isOpen, { toggle }] = useDisclosure(chosenFilters(filter) > 0);
  const states = filter.state.filter(
    (one) => !(stateGroups as readonly string[]).includes(one) || one === 'muted',
  );
  const products = [...new Set([...(list?.products ?? []), ...filter.product.filter(Boolean)])];
  const slices = [
    ...new Set([
      ...(list?.slices ?? []).map((slice) => `${slice.field}:${slice.value}`),
      ...filter.slice.filter(Boolean),
    ]),
  ];
  const others = (list?.assignees ?? []).filter((name) => name !== me);
  const common = { size: 'xs', clearable: true, hidePickedOptions: true } as const;
  return (
    <div>
      <div className={classes.line}>
        <TextFilter filter={filter} box={box} change={change} />
        <Button
          size="xs"
          variant={chosenFilters(filter) > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {chosenFilters(filter) > 0
            ? t('issues.filtersOn', { total: chosenFilters(filter) })
            : t('issues.filters')}
        </Button>
        {isNarrowed(filter) && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => change(widened(filter))}
          >
            {t('issues.unfilter')}
          </Button>
        )}
      </div>
      <Collapse expanded={isOpen}>
        <div className={classes.grid}>
          <MultiSelect
            {...common}
            label={t('issues.stateLabel')}
            placeholder={states.length === 0 ? t('issues.anyOf') : undefined}
            data={allStates.map((value) => ({ value, label: t(`issues.state.${value}`) }))}
            value={states}
            onChange={(state) => change({ state: state.length > 0 ? state : ['open'] })}
          />
          <MultiSelect
            {...common}
            label={t('issues.severityLabel')}
            placeholder={filter.severity.length === 0 ? t('issues.anyOf') : undefined}
            data={allSeverities.map((value) => ({ value, label: t(`issues.severity.${value}`) }))}
            value={filter.severity}
            onChange={(severity) => change({ severity })}
          />
          <Select
            size="xs"
            clearable
            label={t('issues.polarityLabel')}
            placeholder={t('issues.anyOf')}
            data={[
              { value: 'negative', label: t('issues.polarity.negative') },
              { value: 'positive', label: t('issues.polarity.positive') },
            ]}
            value={filter.polarity || null}
            onChange={(polarity) => change({ polarity: (polarity ?? '') as BoardFilter['polarity'] })}
          />
          <MultiSelect
            {...common}
            searchable
            label={t('issues.fact.product')}
            placeholder={filter.product.length === 0 ? t('issues.anyOf') : undefined}
            data={[
              ...products.map((value) => ({ value, label: value })),
              { value: nothing, label: t('issues.acrossProducts') },
            ]}
            value={shown(filter.product)}
            onChange={(product) => change({ product: meant(product) })}
          />
          {slices.length > 0 && (
            <MultiSelect
              {...common}
              searchable
              label={t('issues.sliceLabel')}
              placeholder={filter.slice.length === 0 ? t('issues.anyOf') : undefined}
              data={[
                ...slices.map((value) => ({ value, label: sliceName(value) })),
                { value: nothing, label: t('issues.noSlice') },
              ]}
              value={shown(filter.slice)}
              onChange={(slice) => change({ slice: meant(slice) })}
            />
          )}
          <MultiSelect
            {...common}
            searchable
            label={t('issues.topicLabel')}
            placeholder={filter.topic.length === 0 ? t('issues.anyOf') : undefined}
            data={topics}
            value={filter.topic}
            onChange={(topic) => change({ topic })}
          />
          <MultiSelect
            {...common}
            searchable
            label={t('issues.assignee')}
            placeholder={filter.assignee.length === 0 ? t('issues.anyOf') : undefined}
            data={[
              { value: 'me', label: t('issues.me') },
              { value: nothing, label: t('issues.noAssignee') },
              ...others.map((value) => ({ value, label: value })),
            ]}
            value={shown(filter.assignee)}
            onChange={(assignee) => change({ assignee: meant(assignee) })}
          />
        </div>
      </Collapse>
    </div>
  );
}

/** Asks once one pauses, so that not every letter is a list of its own. */
function TextFilter({ filter, box, change }: Pick<Props, 'filter' | 'box' | 'change'>) {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.q);
  const [asked, setAsked] = useState(filter.q);
  const [seen, setSeen] = useState(filter.q);
  const askNow = (q: string) => {
    setAsked(q);
    change({ q });
  };
  const ask = useDebouncedCallback(askNow, 350);
  // What comes back of what was typed must not overwrite what was typed since; what others have changed is shown.
  if (filter.q !== seen) {
    setSeen(filter.q);
    if (filter.q !== asked) setText(filter.q);
  }
  return (
    <TextInput
      ref={box}
      type="search"
      size="xs"
      className={classes.text}
      aria-label={t('issues.findLabel')}
      placeholder={t('issues.find')}
      leftSection={<IconSearch size={14} aria-hidden />}
      maxLength={200}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') askNow(text);
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
