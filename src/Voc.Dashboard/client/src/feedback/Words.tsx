import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Span, Token } from '../api/types';
import { useHasRole } from '../session/useSession';
import classes from './Words.module.css';
import { isGrammar, kindOf, linesOf } from './words';

const atFirst = 12;

/** How the text was cut into words: a line a sentence, each word over its part of speech and, where another, its base form. */
export function Words({ tokens, sentences }: { tokens: readonly Token[]; sentences: readonly Span[] }) {
  const { t } = useTranslation();
  const mayTeach = useHasRole('product', 'researcher');
  const [showsAll, setShowsAll] = useState(false);
  const lines = linesOf(tokens, sentences);
  const shown = showsAll ? lines : lines.slice(0, atFirst);
  return (
    <div>
      {shown.map((line, at) => (
        <ul key={at} className={classes.line} lang="ja">
          {line.map((token) => (
            <li
              key={token.start}
              className={classes.word}
              data-kind={kindOf(token.partOfSpeech)}
              data-grammar={isGrammar(token) || undefined}
              title={[token.partOfSpeech, token.reading].filter(Boolean).join(' ・ ')}
            >
              <span>{token.text}</span>
              <small>{t(`feedback.word.${kindOf(token.partOfSpeech)}`)}</small>
              {token.baseForm && token.baseForm !== token.text && !isGrammar(token) && (
                <small className={classes.base}>{token.baseForm}</small>
              )}
            </li>
          ))}
        </ul>
      ))}
      {shown.length < lines.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </Button>
      )}
      {mayTeach && (
        <Text size="xs" c="dimmed" mt={6}>
          <Anchor component={Link} inherit to="/reading?tab=dictionary&new=1">
            {t('feedback.addWord')}
          </Anchor>
        </Text>
      )}
    </div>
  );
}
