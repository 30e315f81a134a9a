import type { Palette } from '../app/palette';

/** Colours of things that are merely different; told apart by lightness as well as hue. */
export const seriesColours = (colours: Palette) =>
  ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((number) => colours[`series-${number}`]);

/** From "much less" over nothing to "much more": blue and orange, which every kind of colour vision tells apart. */
export const divergingColours = (colours: Palette) => [
  colours.under,
  mixed(colours.under, colours.surface, 0.55),
  colours['surface-raised'],
  mixed(colours.over, colours.surface, 0.55),
  colours.over,
];

export const growingColours = (colours: Palette) => [
  colours['surface-raised'],
  mixed(colours.accent, colours.surface, 0.5),
  colours.accent,
];

/** Colour at a place from 0 to 1 on a scale of evenly spaced colours. */
export function colourAt(scale: readonly string[], place: number) {
  const at = Math.min(1, Math.max(0, place)) * (scale.length - 1);
  const before = Math.min(Math.floor(at), scale.length - 2);
  return mixed(scale[before + 1]!, scale[before]!, at - before);
}

/** Whichever of two inks reads better on a ground. */
export function inkOn(ground: string, dark = '#1d2a35', light = '#ffffff') {
  const brightness = luminance(ground);
  return contrast(brightness, luminance(dark)) >= contrast(brightness, luminance(light)) ? dark : light;
}

/** A share of one colour on another. */
function mixed(colour: string, ground: string, share: number) {
  const [over, under] = [channels(colour), channels(ground)];
  return `#${over
    .map((value, at) =>
      Math.round(value * share + under[at]! * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string) {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
