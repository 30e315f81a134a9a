import { describe, expect, it } from 'vitest';
import { resources } from './texts';
import { withPlurals } from './plural';
import i18n from '.';

describe('English plurals', () => {
  it.each([
    ['1 day[s] earlier', '1 day earlier'],
    ['3 day[s] earlier', '3 days earlier'],
    ['0 issue[s]', '0 issues'],
    ['1 new issue[s]', '1 new issue'],
    ['7 in 1 day[s]', '7 in 1 day'],
    ['1 in 28 day[s]', '1 in 28 days'],
    ['1,001 text[s] (1 text[s] more)', '1,001 texts (1 text more)'],
    ['0.1 expected in 1 day[s]', '0.1 expected in 1 day'],
    ['2.1 unsent note[s]', '2.1 unsent notes'],
    ['1 text[s] are corrected', '1 text is corrected'],
    ['2 value[s] were tested', '2 values were tested'],
    ['+1 point[s]', '+1 point'],
    ['11 piece[s] of feedback', '11 pieces of feedback'],
  ])('%s', (text, shown) => expect(withPlurals(text)).toBe(shown));

  it('are made wherever a text is shown', () => {
    const t = i18n.getFixedT('en');
    expect(t('issues.inDays', { total: '7', days: 1 })).toBe('7 in 1 day');
    expect(t('replay.days.earlier', { days: '1' })).toBe('1 day earlier');
  });

  it('leave no mark behind, whatever the number', () => {
    const marked = JSON.stringify(resources.en).match(/"[^"]*\[s\][^"]*"/g)!;
    expect(marked.length).toBeGreaterThan(20);
    for (const text of marked) expect(withPlurals(text.replace(/\{\{\w+\}\}/g, '1'))).not.toContain('[s]');
  });
});
