import { expect, it } from 'vitest';
import type { ModelScores } from '../../api/types';
import { labelDifferences, taskDifferences } from './scores';

const task = (macroF1: number, f1s: Record<string, number>) => ({
  accuracy: macroF1,
  macroF1,
  count: 100,
  labels: Object.entries(f1s).map(([label, f1]) => ({ label, precision: f1, recall: f1, f1, count: 10 })),
});
const before: ModelScores = {
  sentiment: task(0.8, { positive: 0.8, negative: 0.8 }),
  intents: task(0.7, { complaint: 0.7, praise: 0.6 }),
  topics: { ...task(0.6, { app: 0.5 }), count: 0 },
};
const after: ModelScores = {
  sentiment: task(0.82, { positive: 0.84, negative: 0.801 }),
  intents: task(0.69, { complaint: 0.75, praise: 0.5, question: 0.9 }),
  topics: { ...task(0.6, { app: 0.5 }), count: 0 },
};

it('A model is compared task by task; what was not measured has no score', () => {
  expect(taskDifferences(before, after)).toEqual([
    { task: 'sentiment', before: 0.8, after: 0.82 },
    { task: 'intents', before: 0.7, after: 0.69 },
    { task: 'topics', before: null, after: null },
  ]);
  expect(taskDifferences(null, after)[0]).toEqual({ task: 'sentiment', before: null, after: 0.82 });
});

it('Labels are told better or worse, the greatest difference first, and noise is left out', () => {
  const { better, worse } = labelDifferences(before, after);
  expect(better.map(({ label }) => label)).toEqual(['complaint', 'positive']);
  expect(worse.map(({ label }) => label)).toEqual(['praise']);
});
