import { describe, expect, it } from 'vitest';
import { palette } from '../app/palette';
import { colourAt, divergingColours, growingColours, inkOn } from './colours';
import { fitted, textWidth } from './textWidth';

describe('The colours of a scale', () => {
  it('begin, meet and end where they should', () => {
    const scale = divergingColours(palette.light);
    expect(colourAt(scale, 0)).toBe(palette.light.under);
    expect(colourAt(scale, 0.5)).toBe(palette.light['surface-raised']);
    expect(colourAt(scale, 1)).toBe(palette.light.over);
    expect(colourAt(scale, 7)).toBe(palette.light.over);
  });

  it('carry an ink that can be read, in light and dark', () => {
    for (const colours of [palette.light, palette.dark]) {
      expect(inkOn(colourAt(growingColours(colours), 0))).toBe(
        colours === palette.light ? '#1d2a35' : '#ffffff',
      );
    }
    expect(inkOn(palette.light.accent)).toBe('#ffffff');
    expect(inkOn(palette.dark.over)).toBe('#1d2a35');
  });
});

describe('The width of a text', () => {
  it('counts Japanese as wide and Latin as narrow', () => {
    expect(textWidth('充電', 12)).toBe(24);
    expect(textWidth('OK', 10)).toBeCloseTo(11.6);
  });

  it('decides what is cut', () => {
    expect(fitted('充電器', 10, 30)).toBe('充電器');
    expect(fitted('充電スタンド', 10, 40)).toBe('充電ス…');
  });
});
