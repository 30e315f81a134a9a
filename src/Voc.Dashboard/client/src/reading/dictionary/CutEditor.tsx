import { Input } from '@mantine/core';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dictionary.module.css';
import { cutAt, lettersOf, type WordDraft } from './wordDraft';

interface Props {
  draft: WordDraft;
  change: (draft: WordDraft) => void;
  error?: string;
}

/** The surface with a button between any two of its characters that cuts it there. */
export function CutEditor({ draft, change, error }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const letters = lettersOf(draft.surface);
  if (letters.length < 2) return null;
  return (
    <Input.Wrapper
      label={t('reading.segments')}
      description={t('reading.segmentsHint')}
      error={error}
      labelElement="div"
      labelProps={{ id }}
    >
      <div className={classes.cuts} role="group" aria-labelledby={id} lang="ja">
        {letters.map(({ text, end }) => (
          <Fragment key={end}>
            <span>{text}</span>
            {end < draft.surface.length && (
              <button
                type="button"
                aria-pressed={draft.cuts.includes(end)}
                aria-label={t('reading.cutAfter', { text: draft.surface.slice(0, end) })}
                onClick={() => change(cutAt(draft, end))}
              />
            )}
          </Fragment>
        ))}
      </div>
    </Input.Wrapper>
  );
}
