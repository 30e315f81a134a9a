import { ActionIcon, Button, Loader, TextInput } from '@mantine/core';
import { IconHelp, IconSearch, IconX } from '@tabler/icons-react';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Problem } from '../../api/problem';
import classes from './QueryBox.module.css';
import { caretAfter } from './caretAfter';
import { markedLength } from './markedLength';
import { QueryProblem } from './QueryProblem';
import { Suggestions, optionId } from './Suggestions';
import { SyntaxHelp } from './SyntaxHelp';
import { useSuggestions, type Offer } from './useSuggestions';

interface Props {
  q: string;
  error: unknown;
  busy: boolean;
  input: RefObject<HTMLInputElement | null>;
  search: (q: string) => void;
}

const nothingChosen = -1;

export function QueryBox({ q, error, busy, input, search }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ text: q, caret: q.length });
  const [shown, setShown] = useState(q);
  const [isOpen, setOpen] = useState(false);
  const [composing, setComposing] = useState(false);
  const [chosen, setChosen] = useState(nothingChosen);
  const [helps, setHelps] = useState(false);
  const placed = useRef<number | null>(null);
  const listId = useId();
  if (shown !== q) {
    setShown(q);
    setTyped({ text: q, caret: q.length });
  }
  const { offers, isCurrent } = useSuggestions(typed.text, typed.caret, isOpen, composing);
  const isExpanded = isOpen && offers.length > 0;
  const problem = error instanceof Problem && error.code === 'query' ? error : null;
  const position = typeof problem?.body.position === 'number' ? problem.body.position : null;

  useEffect(() => {
    if (position === null || !input.current) return;
    input.current.focus();
    input.current.setSelectionRange(position, position + markedLength(input.current.value, position));
  }, [position, input]);

  useLayoutEffect(() => {
    if (placed.current !== null) input.current?.setSelectionRange(placed.current, placed.current);
    placed.current = null;
  }, [typed, input]);

  const type = (text: string, caret: number) => {
    setTyped({ text, caret });
    setChosen(nothingChosen);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setChosen(nothingChosen);
  };
  const run = (text: string) => {
    setTyped({ text, caret: text.length });
    close();
    search(text);
  };
  const take = ({ text, kind, path }: Offer) => {
    input.current?.focus();
    if (path) {
      close();
      void navigate(path);
    } else if (kind === 'recent') run(text);
    // What completes what stood there before would lose what was typed since.
    else if (isCurrent) {
      const caret = caretAfter(typed.text, typed.caret, text);
      setTyped({ text, caret });
      placed.current = caret;
      setChosen(nothingChosen);
      // After the name of a field or attribute its values are offered at once.
      setOpen(/[:：=＝]$/.test(text.slice(0, caret)));
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // What is pressed while an input method composes is meant for it; Safari reports its last Enter as key 229.
    if (event.nativeEvent.isComposing || composing || event.keyCode === 229) return;
    const last = offers.length - 1;
    if (event.key === 'ArrowDown' && !isExpanded) setOpen(true);
    else if (event.key === 'ArrowDown') setChosen(chosen >= last ? nothingChosen : chosen + 1);
    else if (event.key === 'ArrowUp' && isExpanded) setChosen(chosen === nothingChosen ? last : chosen - 1);
    else if (event.key === 'Enter' && isExpanded && offers[chosen]) take(offers[chosen]);
    else if (event.key === 'Escape' && isExpanded) close();
    else {
      if (event.key === 'Tab') close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(typed.text);
  };

  return (
    <>
      <form onSubmit={submit} role="search" className={classes.form}>
        <div className={classes.line}>
          <div className={classes.field}>
            <TextInput
              ref={input}
              size="md"
              value={typed.text}
              onChange={(event) =>
                type(
                  event.currentTarget.value,
                  event.currentTarget.selectionStart ?? event.currentTarget.value.length,
                )
              }
              onSelect={({ currentTarget: { selectionStart, value } }) =>
                selectionStart !== null &&
                selectionStart !== typed.caret &&
                value === typed.text &&
                setTyped({ text: value, caret: selectionStart })
              }
              onClick={() => typed.text === '' && setOpen(true)}
              onBlur={close}
              onKeyDown={onKeyDown}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={(event) => {
                setComposing(false);
                type(
                  event.currentTarget.value,
                  event.currentTarget.selectionStart ?? event.currentTarget.value.length,
                );
              }}
              role="combobox"
              aria-expanded={isExpanded}
              aria-controls={isExpanded ? listId : undefined}
              aria-activedescendant={isExpanded && chosen >= 0 ? optionId(listId, chosen) : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              autoCapitalize="off"
              enterKeyHint="search"
              placeholder={t('search.placeholder')}
              aria-label={t('search.query')}
              error={problem !== null}
              aria-describedby={problem ? 'query-problem' : undefined}
              // The button stays enabled: a disabled one would swallow Enter while an earlier search is under way.
              leftSection={
                busy ? <Loader size={15} aria-hidden /> : <IconSearch size={17} stroke={1.6} aria-hidden />
              }
              rightSection={
                typed.text && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('search.clearQuery')}
                    onClick={() => {
                      input.current?.focus();
                      run('');
                    }}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                )
              }
              maxLength={2000}
              spellCheck={false}
            />
            {isExpanded && <Suggestions id={listId} offers={offers} chosen={chosen} take={take} />}
          </div>
          <Button type="submit" size="md" className={classes.submit}>
            {t('search.submit')}
          </Button>
          <ActionIcon
            variant="default"
            size={42}
            aria-label={t('search.help')}
            title={t('search.help')}
            aria-expanded={helps}
            onClick={() => setHelps(!helps)}
          >
            <IconHelp size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      </form>
      {problem && <QueryProblem q={q} problem={problem} position={position} search={run} />}
      <SyntaxHelp opened={helps} close={() => setHelps(false)} use={run} />
    </>
  );
}
