/** From coordinates to pixels. */
export interface MapScale {
  x: (value: number) => number;
  y: (value: number) => number;
  /** Coordinates at the edges of the ground. */
  bounds: { left: number; right: number; bottom: number; top: number };
}

/**
 * A unit is as long across as up, since the distances on a map of correspondences are what it says. All points and the origin
 * are in sight, with a margin in pixels for their labels.
 */
export function mapScale(
  points: readonly (readonly [x: number, y: number])[],
  { width, height, margin }: { width: number; height: number; margin: number },
): MapScale {
  const [left, right] = extent([0, ...points.map(([x]) => x)]);
  const [bottom, top] = extent([0, ...points.map(([, y]) => y)]);
  const pixels = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (top - bottom));
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const half = { x: width / 2 / pixels, y: height / 2 / pixels };
  return {
    x: (value) => width / 2 + (value - middle.x) * pixels,
    y: (value) => height / 2 - (value - middle.y) * pixels,
    bounds: {
      left: middle.x - half.x,
      right: middle.x + half.x,
      bottom: middle.y - half.y,
      top: middle.y + half.y,
    },
  };
}

/** How high the points reach for how wide they do. */
export function shapeOf(points: readonly (readonly [x: number, y: number])[]) {
  const [left, right] = extent([0, ...points.map(([x]) => x)]);
  const [bottom, top] = extent([0, ...points.map(([, y]) => y)]);
  return (top - bottom) / (right - left);
}

function extent(values: readonly number[]): readonly [number, number] {
  const [first, last] = [Math.min(...values), Math.max(...values)];
  return last > first ? [first, last] : [first - 1, last + 1];
}
