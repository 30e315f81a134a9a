import { describe, expect, it } from 'vitest';
import { mapScale, shapeOf } from './mapScale';

const points = [
  [-0.5, 0.1],
  [1.5, 0.3],
  [0.2, -0.2],
] as const;
const ground = { width: 500, height: 300, margin: 20 };

describe('The scale of a map', () => {
  const scale = mapScale(points, ground);

  it('is the same across and up, since distances are what a map is read by', () => {
    expect(scale.x(1) - scale.x(0)).toBeCloseTo(scale.y(0) - scale.y(1));
    const { left, right, bottom, top } = scale.bounds;
    expect((right - left) / (top - bottom)).toBeCloseTo(ground.width / ground.height);
  });

  it('has every point and the origin in sight, within the margin', () => {
    for (const [x, y] of [...points, [0, 0]] as const) {
      expect(scale.x(x)).toBeGreaterThanOrEqual(19.99);
      expect(scale.x(x)).toBeLessThanOrEqual(480.01);
      expect(scale.y(y)).toBeGreaterThanOrEqual(19.99);
      expect(scale.y(y)).toBeLessThanOrEqual(280.01);
    }
  });

  it('exists where all points lie on a line or on each other', () => {
    expect(Number.isFinite(mapScale([[0, 0]], ground).x(0))).toBe(true);
    expect(
      Number.isFinite(
        mapScale(
          [
            [1, 0],
            [2, 0],
          ],
          ground,
        ).y(0),
      ),
    ).toBe(true);
    expect(shapeOf(points)).toBeCloseTo(0.25);
  });
});
