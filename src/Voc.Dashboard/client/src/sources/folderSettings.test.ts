import { describe, expect, it } from 'vitest';
import { emptyReading, folderSettings, readingOf } from './folderSettings';

describe('the settings of a watched folder', () => {
  it('keep what the form does not show, and come back as they were', () => {
    const settings = {
      folder: '店',
      language: 'en',
      preset: 'questant',
      mapping: { text: ['感想', '要望'], occurredAt: '日付', rating: '評価' },
    };
    expect(folderSettings(settings, readingOf({ settings }))).toEqual({
      ...settings,
      mapping: { ...settings.mapping, product: null, customer: null },
    });
  });

  it('leave reading to itself where nothing is said', () => {
    expect(
      folderSettings({ folder: '店', preset: 'questant', mapping: { text: 'a' } }, emptyReading),
    ).toEqual({
      folder: '店',
    });
  });
});
