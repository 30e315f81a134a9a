import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ExpressionKind } from '../../api/types';
import { ChangeDrawer } from '../preview/ChangeDrawer';
import { useKeep, wrongIn } from '../preview/useKeep';
import { usePreview } from '../preview/usePreview';
import { StrengthSlider } from './StrengthSlider';
import {
  expressionKinds,
  inputOf,
  isFactor,
  negatedOf,
  rangeOf,
  withKind,
  type ExpressionDraft,
} from './expressionDraft';
import { useTargetOptions } from './useTargetName';

interface Props {
  /** What to begin with. */
  start: ExpressionDraft;
  /** It is in the lexicon already, so that its meaning is changed and not the expression. */
  isKnown: boolean;
  /** The company's change to put another in the place of; null to add one. */
  id: number | null;
  close: () => void;
}

export function ExpressionDrawer({ start, isKnown, id, close }: Props) {
  const { t } = useTranslation();
  const targets = useTargetOptions();
  const [draft, setDraft] = useState(start);
  const input = inputOf(draft);
  const preview = usePreview('/lexicon/preview', input.expression ? { id, expression: input } : null);
  const keep = useKeep(
    () => (id === null ? api.post('/lexicon', input) : api.put(`/lexicon/${id}`, input)),
    close,
  );
  const wrong = (name: string) => wrongIn(name, keep.error, preview.fields);
  const change = (part: Partial<ExpressionDraft>) => {
    keep.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const isPolar = !isFactor(draft.kind);
  return (
    <ChangeDrawer
      title={
        isKnown ? t('reading.changeExpression', { expression: start.expression }) : t('reading.addExpression')
      }
      close={close}
      preview={preview}
      save={keep.mutate}
      saving={keep}
    >
      <TextInput
        label={t('reading.expression')}
        description={isKnown ? undefined : t('reading.expressionHint')}
        value={draft.expression}
        onChange={(event) => change({ expression: event.currentTarget.value })}
        error={wrong('expression')}
        maxLength={60}
        readOnly={isKnown}
        variant={isKnown ? 'filled' : undefined}
        required
        data-autofocus={isKnown ? undefined : true}
        lang="ja"
      />
      <Select
        label={t('reading.kindLabel')}
        description={t(`reading.kindHint.${draft.kind}`)}
        value={draft.kind}
        onChange={(kind) => kind && change(withKind(draft, kind as ExpressionKind))}
        data={expressionKinds.map((value) => ({ value, label: t(`reading.kind.${value}`) }))}
        error={wrong('kind')}
        allowDeselect={false}
      />
      <StrengthSlider
        label={isPolar ? t('reading.strength') : t('reading.factor')}
        value={draft.strength}
        change={(strength) => change({ strength })}
        range={rangeOf(draft.kind)}
        error={wrong('strength')}
      />
      {isPolar && (
        <>
          <Checkbox
            label={t('reading.ownNegated')}
            description={t('reading.usualNegated')}
            checked={draft.negated !== null}
            onChange={(event) =>
              change({ negated: event.currentTarget.checked ? negatedOf(draft.strength) : null })
            }
          />
          {draft.negated !== null && (
            <StrengthSlider
              label={t('reading.negated')}
              value={draft.negated}
              change={(negated) => change({ negated })}
              range={{ min: -1, max: 1 }}
              error={wrong('negated')}
            />
          )}
        </>
      )}
      {draft.kind === 'word' && (
        <Select
          label={t('reading.target')}
          description={t('reading.targetHint')}
          placeholder={t('reading.anyTarget')}
          value={draft.target || null}
          onChange={(target) => change({ target: target ?? '' })}
          data={targets}
          error={wrong('target')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('reading.anyTarget') }}
        />
      )}
    </ChangeDrawer>
  );
}
