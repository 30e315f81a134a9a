import type { ExpressionInput, ExpressionKind, OwnExpression, Sense } from '../../api/types';

/** An expression while somebody writes it. */
export interface ExpressionDraft {
  expression: string;
  kind: ExpressionKind;
  strength: number;
  /** Null where it follows from the strength. */
  negated: number | null;
  /** Class of targets; empty for any. */
  target: string;
}

export const emptyExpression: ExpressionDraft = {
  expression: '',
  kind: 'word',
  strength: -0.5,
  negated: null,
  target: '',
};

/** What may be chosen; to silence an expression is a change of its own. */
export const expressionKinds = [
  'word',
  'surface',
  'cue',
  'degree',
  'raise',
  'lower',
  'even',
] as const satisfies ExpressionKind[];

/** Kinds whose strength multiplies that of others instead of being good or bad. */
export const isFactor = (kind: ExpressionKind) => kind === 'degree' || kind === 'raise' || kind === 'lower';

export const rangeOf = (kind: ExpressionKind) => (isFactor(kind) ? { min: 0, max: 3 } : { min: -1, max: 1 });

/** What the server takes where nobody says: denying praise is nearly a complaint, denying a fault is faint praise. */
export const negatedOf = (strength: number) => rounded(strength > 0 ? -0.8 * strength : -0.5 * strength);

export function draftOf(expression: string, sense: Sense): ExpressionDraft {
  const isUsual = isFactor(sense.kind) || Math.abs(sense.negated - negatedOf(sense.strength)) < 0.005;
  return {
    expression,
    kind: sense.kind,
    strength: sense.strength,
    negated: isUsual ? null : sense.negated,
    target: sense.target ?? '',
  };
}

export function withKind(draft: ExpressionDraft, kind: ExpressionKind): ExpressionDraft {
  if (isFactor(kind) === isFactor(draft.kind)) return { ...draft, kind };
  return { ...draft, kind, strength: isFactor(kind) ? 1 : 0, negated: null };
}

export const inputOf = ({
  expression,
  kind,
  strength,
  negated,
  target,
}: ExpressionDraft): ExpressionInput => ({
  expression: expression.trim(),
  kind,
  strength,
  negated: isFactor(kind) ? null : negated,
  target: kind === 'word' && target ? target : null,
});

/** The company's change behind a meaning, if there is one. */
export const ownOf = (sense: Sense, own: readonly OwnExpression[]) =>
  own.find(({ kind, target }) => kind === sense.kind && (target ?? null) === (sense.target ?? null));

const rounded = (value: number) => Math.round(value * 100) / 100;
