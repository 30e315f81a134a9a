import type { AlertSettings, AlertWindow } from '../api/types';

/** An alert while it is being edited. */
export interface AlertDraft {
  on: 'never' | 'match' | 'count';
  threshold: number | '';
  window: AlertWindow;
  coolDownMinutes: number;
  hub: boolean;
  webhooks: number[];
}

export const windows: AlertWindow[] = ['hour', 'day', 'week', 'month'];

/** Least times between two alerts that are offered, in minutes. */
export const coolDowns = [1, 10, 60, 360, 1440, 10_080, 43_200];

const minutesOf: Record<AlertWindow, number> = { hour: 60, day: 1440, week: 10_080, month: 43_200 };

/** The time between alerts that suits a kind: of every match soon, of a count once a window. */
export const usualCoolDown = (draft: Pick<AlertDraft, 'on' | 'window'>) =>
  draft.on === 'count' ? minutesOf[draft.window] : 10;

export const draftOf = (alert: AlertSettings | null): AlertDraft => ({
  on: alert?.on ?? 'never',
  threshold: alert?.threshold ?? 10,
  window: alert?.window ?? 'day',
  coolDownMinutes: alert?.coolDownMinutes ?? 10,
  hub: alert?.hub ?? true,
  webhooks: alert?.webhooks ?? [],
});

/** A draft after a change. Another kind brings its usual time between alerts, and so does another window unless a time was chosen. */
export function changed(draft: AlertDraft, change: Partial<AlertDraft>): AlertDraft {
  const next = { ...draft, ...change };
  const isOther = next.on !== draft.on || (next.window !== draft.window && isUsual(draft));
  return isOther ? { ...next, coolDownMinutes: usualCoolDown(next) } : next;
}

const isUsual = (draft: AlertDraft) => draft.coolDownMinutes === usualCoolDown(draft);

/** What is sent; null for no alert, undefined where something is missing still. */
export function settingsOf(draft: AlertDraft): AlertSettings | null | undefined {
  if (draft.on === 'never') return null;
  if (draft.on === 'count' && draft.threshold === '') return undefined;
  const { on, threshold, window, coolDownMinutes, hub, webhooks } = draft;
  const counts = on === 'count';
  return {
    on,
    threshold: counts ? Number(threshold) : null,
    window: counts ? window : null,
    coolDownMinutes,
    hub,
    webhooks,
  };
}
