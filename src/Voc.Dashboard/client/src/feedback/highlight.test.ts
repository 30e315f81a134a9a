import { describe, expect, it } from 'vitest';
import { excerpt, piecesOf } from './highlight';
import { layersOf } from './layers';

const marked = (text: string, spans: { start: number; length: number }[]) =>
  piecesOf(text, spans)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('Highlighting', () => {
  it('marks the spans and keeps every character', () => {
    expect(marked('加湿器が焦げた', [{ start: 4, length: 2 }])).toBe('加湿器が[焦げ]た');
  });

  it('joins spans that overlap or touch, in whatever order they come', () => {
    const spans = [
      { start: 4, length: 3 },
      { start: 2, length: 2 },
      { start: 3, length: 2 },
    ];
    expect(marked('あいうえおかきく', spans)).toBe('あい[うえおかき]く');
  });

  it('never goes beyond the text nor through an emoji', () => {
    expect(marked('良い😀!', [{ start: 3, length: 99 }])).toBe('良い[😀!]');
    expect(marked('短い', [{ start: -3, length: 4 }])).toBe('[短]い');
    expect(marked('短い', [{ start: 9, length: 4 }])).toBe('短い');
  });

  it('shows of a long text the part around its first mark', () => {
    const text = `${'あ'.repeat(500)}焦げ${'い'.repeat(500)}`;
    const cut = excerpt(text, [{ start: 500, length: 2 }], 100);
    expect(cut.text.length).toBeLessThanOrEqual(102);
    expect(cut.text.startsWith('…') && cut.text.endsWith('…')).toBe(true);
    const [span] = cut.spans;
    expect(cut.text.slice(span!.start, span!.start + span!.length)).toBe('焦げ');
  });

  it('shows a short text whole', () => {
    expect(excerpt('短い', [], 100).text).toBe('短い');
  });
});

describe('Sentences and opinions', () => {
  it('are laid over each other piece by piece', () => {
    const pieces = layersOf({
      text: '味は良い。音は悪い。',
      sentences: [
        { start: 0, length: 5, label: 'positive', score: 0.5 },
        { start: 5, length: 5, label: 'negative', score: -0.5 },
      ],
      opinions: [
        {
          start: 2,
          length: 2,
          target: '味',
          expression: '良い',
          polarity: 1,
          negated: false,
          modality: 'fact',
        },
      ],
    });
    expect(pieces).toEqual([
      { text: '味は', sentence: 'positive', opinion: null },
      { text: '良い', sentence: 'positive', opinion: 1 },
      { text: '。', sentence: 'positive', opinion: null },
      { text: '音は悪い。', sentence: 'negative', opinion: null },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('味は良い。音は悪い。');
  });
});
