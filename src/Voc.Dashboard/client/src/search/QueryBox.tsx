import { Button, Group, Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { QueryProblem } from './QueryProblem';
import { SyntaxHelp } from './SyntaxHelp';

interface Props {
  q: string;
  error: unknown;
  busy: boolean;
  search: (q: string) => void;
}

export function QueryBox({ q, error, busy, search }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(q);
  const [shown, setShown] = useState(q);
  if (shown !== q) {
    setShown(q);
    setText(q);
  }
  const input = useRef<HTMLInputElement>(null);
  const problem = error instanceof Problem && error.code === 'query' ? error : null;
  const position = typeof problem?.body.position === 'number' ? problem.body.position : null;

  useEffect(() => {
    if (position === null || !input.current) return;
    input.current.focus();
    input.current.setSelectionRange(position, Math.min(position + 1, input.current.value.length));
  }, [position]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(text);
  };

  return (
    <form onSubmit={submit} role="search">
      <Group gap="xs" align="flex-start" mb="xs" wrap="nowrap">
        <TextInput
          ref={input}
          type="search"
          size="md"
          style={{ flex: 1, minWidth: 0 }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('search.query')}
          error={problem !== null}
          aria-describedby={problem ? 'query-problem' : undefined}
          // The button stays enabled: a disabled one would swallow Enter while an earlier search is under way.
          leftSection={
            busy ? <Loader size={15} aria-hidden /> : <IconSearch size={17} stroke={1.6} aria-hidden />
          }
          maxLength={2000}
          spellCheck={false}
        />
        <Button type="submit" size="md">
          {t('search.submit')}
        </Button>
      </Group>
      {problem && <QueryProblem q={q} problem={problem} position={position} />}
      <SyntaxHelp use={search} />
    </form>
  );
}
