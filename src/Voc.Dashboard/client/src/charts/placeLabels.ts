export type Side = 'right' | 'left' | 'top' | 'bottom';

/** A point with the label it wants, in pixels. */
export interface LabelledPoint {
  x: number;
  y: number;
  radius: number;
  /** Size of the label. */
  width: number;
  height: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const distance = 3;

/**
 * On which side of its point each label stands so that none covers another, the first points choosing first; null for a label
 * that has no place. A label may cover a foreign point where every other side is worse.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  ground: { width: number; height: number },
  sides: readonly Side[],
): (Side | null)[] {
  const dots = points.map(({ x, y, radius }) => around(x, y, radius, radius));
  const placed: Box[] = [];
  return points.map((point, own) => {
    let best: { side: Side; box: Box; covered: number } | null = null;
    for (const side of sides) {
      const box = boxOf(point, side);
      const isInside =
        box.left >= 0 && box.top >= 0 && box.right <= ground.width && box.bottom <= ground.height;
      if (!isInside || placed.some((other) => overlap(box, other) > 0)) continue;
      const covered = dots.reduce((sum, dot, at) => sum + (at === own ? 0 : overlap(box, dot)), 0);
      if (!best || covered < best.covered) best = { side, box, covered };
    }
    if (!best) return null;
    placed.push(best.box);
    return best.side;
  });
}

function boxOf({ x, y, radius, width, height }: LabelledPoint, side: Side): Box {
  const away = radius + distance;
  switch (side) {
    case 'right':
      return around(x + away + width / 2, y, width / 2, height / 2);
    case 'left':
      return around(x - away - width / 2, y, width / 2, height / 2);
    case 'top':
      return around(x, y - away - height / 2, width / 2, height / 2);
    case 'bottom':
      return around(x, y + away + height / 2, width / 2, height / 2);
  }
}

const around = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
  left: x - halfWidth,
  top: y - halfHeight,
  right: x + halfWidth,
  bottom: y + halfHeight,
});

const overlap = (one: Box, other: Box) =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
