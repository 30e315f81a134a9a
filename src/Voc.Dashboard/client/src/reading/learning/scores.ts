import type { ModelScores, TaskScore } from '../../api/types';

export const tasks = ['sentiment', 'intents', 'topics'] as const;
export type Task = (typeof tasks)[number];

export interface LabelDifference {
  task: Task;
  label: string;
  before: number;
  after: number;
  /** Texts it was measured on that have the label. */
  count: number;
}

export interface TaskDifference {
  task: Task;
  /** Macro F1, 0 to 1; null where it was not measured. */
  before: number | null;
  after: number | null;
}

/** Smaller differences are noise: less than half a point. */
const visible = 0.005;

export const isBetter = (difference: number) => difference >= visible;
export const isWorse = (difference: number) => difference <= -visible;

export const taskDifferences = (before: ModelScores | null, after: ModelScores | null): TaskDifference[] =>
  tasks.map((task) => ({ task, before: macro(before?.[task]), after: macro(after?.[task]) }));

/** Labels that are told better and those that are told worse, the greatest differences first. */
export function labelDifferences(before: ModelScores, after: ModelScores) {
  const all = tasks.flatMap((task) => {
    const old = new Map(before[task].labels.map((score) => [score.label, score]));
    return after[task].labels.flatMap(({ label, f1, count }): LabelDifference[] => {
      const known = old.get(label);
      return known ? [{ task, label, before: known.f1, after: f1, count }] : [];
    });
  });
  const by = (sign: 1 | -1) => (a: LabelDifference, b: LabelDifference) =>
    sign * (b.after - b.before - (a.after - a.before));
  return {
    better: all.filter((one) => isBetter(one.after - one.before)).sort(by(1)),
    worse: all.filter((one) => isWorse(one.after - one.before)).sort(by(-1)),
  };
}

const macro = (score: TaskScore | undefined) => (score && score.count > 0 ? score.macroF1 : null);
