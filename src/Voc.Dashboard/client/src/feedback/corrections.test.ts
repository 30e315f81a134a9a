import { describe, expect, it } from 'vitest';
import { someDetail } from '../test/samples';
import { corrected, labelsOf, restored, withdrawn } from './corrections';

const author = { by: 'yamada', at: '2026-03-02T12:00:00+09:00' };
const topics = [
  { id: 'app.usability', name: '使いやすさ', parent: 'app' },
  { id: 'noise', name: '騒音', parent: null },
];

describe('A correction', () => {
  it('changes the label it names, for certain, and remembers what was read', () => {
    const after = corrected(someDetail(), { sentiment: 'negative' }, author);
    expect(after.sentiment).toEqual({ label: 'negative', score: -1, confidence: 1 });
    expect(after.intents).toEqual(someDetail().intents);
    expect(after.corrected).toMatchObject({ ...author, sentiment: 'negative', intents: null, topics: null });
    expect(after.corrected!.was.sentiment).toEqual(someDetail().sentiment);
  });

  it('keeps the score where the label was right', () => {
    expect(corrected(someDetail(), { sentiment: 'neutral' }, author).sentiment).toEqual({
      label: 'neutral',
      score: 0.1,
      confidence: 1,
    });
  });

  it('adds to an earlier one and still knows what was first read', () => {
    const first = corrected(someDetail(), { sentiment: 'negative' }, author);
    const second = corrected(first, { topics: ['noise', 'app.usability'] }, author, topics);
    expect(second.topics.map(({ name }) => name)).toEqual(['騒音', '使いやすさ']);
    expect(second.corrected).toMatchObject({ sentiment: 'negative', topics: ['noise', 'app.usability'] });
    expect(second.corrected!.was.sentiment.label).toBe('neutral');
    expect(second.corrected!.was.topics.map(({ label }) => label)).toEqual(['app.usability']);
  });

  it('can take all intents away', () => {
    expect(corrected(someDetail(), { intents: [] }, author).intents).toEqual([]);
  });

  it('is withdrawn to what was read', () => {
    const changed = corrected(someDetail(), { sentiment: 'negative', intents: [], topics: [] }, author);
    expect(withdrawn(changed, topics)).toEqual({
      ...someDetail(),
      topics: [{ label: 'app.usability', name: '使いやすさ', nameEn: '使いやすさ', confidence: 0.8 }],
    });
  });

  it('is put back without what came after it', () => {
    const first = corrected(someDetail(), { sentiment: 'negative' }, author);
    const second = corrected(first, { intents: ['complaint'] }, author);
    expect(restored(second, first.corrected)).toEqual(first);
    expect(labelsOf(first.corrected!)).toEqual({ sentiment: 'negative' });
  });
});
