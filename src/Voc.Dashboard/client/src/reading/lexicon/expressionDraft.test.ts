import { describe, expect, it } from 'vitest';
import { draftOf, emptyExpression, inputOf, negatedOf, ownOf, withKind } from './expressionDraft';

const sense = { kind: 'word', strength: -0.6, negated: 0.3, target: null } as const;

describe('An expression', () => {
  it('has the usual strength when negated unless somebody says otherwise', () => {
    expect(draftOf('うるさい', sense).negated).toBeNull();
    expect(draftOf('うるさい', { ...sense, negated: 0 }).negated).toBe(0);
    expect([negatedOf(0.5), negatedOf(-0.5)]).toEqual([-0.4, 0.25]);
  });

  it('has a factor instead of a strength where it works on others, and neither target nor negation', () => {
    const degree = withKind(
      { ...emptyExpression, expression: 'とても', negated: 0.2, target: 'price' },
      'degree',
    );
    expect(inputOf(degree)).toEqual({
      expression: 'とても',
      kind: 'degree',
      strength: 1,
      negated: null,
      target: null,
    });
    expect(withKind(degree, 'word').strength).toBe(0);
    expect(withKind({ ...emptyExpression, strength: -0.3 }, 'surface').strength).toBe(-0.3);
  });

  it('knows which of its meanings the company changed', () => {
    const own = [
      {
        id: 7,
        expression: '高い',
        kind: 'word',
        strength: -0.2,
        negated: null,
        target: 'price',
        changedBy: 'yamada',
        changedAt: '2026-03-02T10:00:00Z',
      } as const,
    ];
    expect(ownOf({ ...sense, target: 'price' }, own)?.id).toBe(7);
    expect(ownOf(sense, own)).toBeUndefined();
  });
});
