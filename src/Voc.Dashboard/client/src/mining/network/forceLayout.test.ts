import { describe, expect, it } from 'vitest';
import { forceLayout, type Body, type Spring } from './forceLayout';

const ground = { width: 600, height: 440 };
const groups = 5;
const bodies: Body[] = Array.from({ length: 50 }, (_, at) => ({
  width: 30 + (at % 4) * 12,
  height: 26,
  group: at % groups,
}));
const springs: Spring[] = bodies
  .map((_, at) => ({ source: at, target: (at + groups) % bodies.length, strength: 0.8 }))
  .concat([{ source: 0, target: 1, strength: 0.2 }]);
const places = forceLayout(bodies, springs, ground);

const distance = (one: number, other: number) =>
  Math.hypot(places[one]!.x - places[other]!.x, places[one]!.y - places[other]!.y);

describe('The places of a network', () => {
  it('are the same every time', () => {
    expect(forceLayout(bodies, springs, ground)).toEqual(places);
  });

  it('are all on the ground', () => {
    places.forEach(({ x, y }, at) => {
      expect(x).toBeGreaterThanOrEqual(bodies[at]!.width / 2 - 0.01);
      expect(x).toBeLessThanOrEqual(ground.width - bodies[at]!.width / 2 + 0.01);
      expect(y).toBeGreaterThanOrEqual(bodies[at]!.height / 2 - 0.01);
      expect(y).toBeLessThanOrEqual(ground.height - bodies[at]!.height / 2 + 0.01);
    });
  });

  it('let no word cover another', () => {
    for (let one = 0; one < bodies.length; one++)
      for (let other = one + 1; other < bodies.length; other++) {
        const isApart =
          Math.abs(places[one]!.x - places[other]!.x) >
            (bodies[one]!.width + bodies[other]!.width) / 2 - 0.5 ||
          Math.abs(places[one]!.y - places[other]!.y) >
            (bodies[one]!.height + bodies[other]!.height) / 2 - 0.5;
        expect([one, other, isApart]).toEqual([one, other, true]);
      }
  });

  it('are closer for words that are joined', () => {
    const joined = springs.map(({ source, target }) => distance(source, target));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const all = bodies.flatMap((_, one) => bodies.slice(one + 1).map((_, at) => distance(one, one + 1 + at)));
    expect(mean(joined)).toBeLessThan(mean(all) * 0.55);
  });

  it('exist for one word, and for words that are all alike', () => {
    expect(forceLayout(bodies.slice(0, 1), [], ground)).toEqual([{ x: 300, y: 220 }]);
    for (const { x, y } of forceLayout(bodies.slice(0, 12), [], ground))
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(forceLayout([], [], ground)).toEqual([]);
  });
});
