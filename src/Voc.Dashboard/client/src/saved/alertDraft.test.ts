import { describe, expect, it } from 'vitest';
import { changed, draftOf, settingsOf } from './alertDraft';

describe('An alert being edited', () => {
  it('is none until somebody chooses when', () => {
    expect(settingsOf(draftOf(null))).toBeNull();
    expect(settingsOf(changed(draftOf(null), { on: 'match' }))).toEqual({
      on: 'match',
      threshold: null,
      window: null,
      coolDownMinutes: 10,
      hub: true,
      webhooks: [],
    });
  });

  it('brings the time between alerts that suits its kind and window', () => {
    const byCount = changed(draftOf(null), { on: 'count' });
    expect(byCount.coolDownMinutes).toBe(1440);
    expect(changed(byCount, { window: 'hour' }).coolDownMinutes).toBe(60);
    expect(changed(byCount, { on: 'match' }).coolDownMinutes).toBe(10);
  });

  it('leaves a time that somebody chose alone', () => {
    const chosen = changed(changed(draftOf(null), { on: 'count' }), { coolDownMinutes: 360 });
    expect(changed(chosen, { window: 'week' }).coolDownMinutes).toBe(360);
    expect(changed(chosen, { threshold: 5 }).coolDownMinutes).toBe(360);
  });

  it('cannot be sent without its count', () => {
    expect(settingsOf(changed(draftOf(null), { on: 'count', threshold: '' }))).toBeUndefined();
  });

  it('is sent back as it came', () => {
    const alert = {
      on: 'count' as const,
      threshold: 7,
      window: 'week' as const,
      coolDownMinutes: 60,
      hub: false,
      webhooks: [2],
    };
    expect(settingsOf(draftOf(alert))).toEqual(alert);
  });
});
