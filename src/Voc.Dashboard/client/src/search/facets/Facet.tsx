import { TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import classes from './Facet.module.css';

export interface FacetItem {
  value: string;
  label: string;
  count: number;
  /** 1 for what is part of the item before it. */
  level?: number;
}

interface Props {
  title: string;
  items: FacetItem[];
  chosen: string[];
  choose: (value: string, event: MouseEvent) => void;
  /** What a value is called that is chosen but not among the items. */
  nameOf?: (value: string) => string;
  /** What is said where there is nothing to choose; nothing is shown without it. */
  whenEmpty?: ReactNode;
  hint?: string;
}

const shownAtFirst = 7;
/** From here on the values have a box to look for one. */
const many = 15;

export function Facet({ title, items, chosen, choose, nameOf = String, whenEmpty, hint }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(true);
  const [showsAll, setShowsAll] = useState(false);
  const [wanted, setWanted] = useState('');
  // A chosen value stays visible where nothing matches it any more, so that it can be taken back.
  const all = [
    ...items,
    ...chosen
      .filter((value) => !items.some((one) => one.value === value))
      .map((value) => ({ value, label: nameOf(value), count: 0 })),
  ];
  if (all.length === 0 && whenEmpty === undefined) return null;
  const fitting = wanted ? all.filter(({ label }) => folded(label).includes(folded(wanted))) : all;
  const shown =
    showsAll || wanted
      ? fitting
      : fitting.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section aria-labelledby={id}>
      <h3 className={classes.title}>
        <UnstyledButton
          id={id}
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          title={hint}
        >
          <Chevron size={13} aria-hidden />
          {title}
        </UnstyledButton>
      </h3>
      {isOpen && (
        <>
          {all.length > many && (
            <TextInput
              size="xs"
              mb={4}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
              placeholder={t('search.findValue')}
              aria-label={t('search.findValueOf', { facet: title })}
            />
          )}
          {all.length === 0 && whenEmpty}
          {wanted && fitting.length === 0 && <p className={classes.nothing}>{t('search.noValue')}</p>}
          <ul className={classes.list}>
            {shown.map((item) => (
              <Value
                key={item.value}
                {...item}
                isChosen={chosen.includes(item.value)}
                choose={(event) => choose(item.value, event)}
              />
            ))}
          </ul>
          {!wanted && all.length > shownAtFirst && (showsAll || shown.length < all.length) && (
            <UnstyledButton fz="xs" c="dimmed" ml={8} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? t('search.fewer') : t('search.moreOf', { total: all.length - shown.length })}
            </UnstyledButton>
          )}
        </>
      )}
    </section>
  );
}

interface ValueProps extends FacetItem {
  isChosen: boolean;
  choose: (event: MouseEvent) => void;
}

function Value({ label, count, level = 0, isChosen, choose }: ValueProps) {
  const format = useFormat();
  return (
    <li>
      <UnstyledButton
        className={classes.value}
        data-level={level || undefined}
        onClick={choose}
        aria-pressed={isChosen}
        title={label}
      >
        <span className={classes.label}>{label}</span>
        <span className={classes.count}>{format.count(count)}</span>
      </UnstyledButton>
    </li>
  );
}

/** Width, case and the two kinds of kana make no difference when looking for a value. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
