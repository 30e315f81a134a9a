/** A node with the room it takes, in pixels, label included. */
export interface Body {
  width: number;
  height: number;
  /** Nodes of a group begin side by side. */
  group: number;
}

export interface Spring {
  source: number;
  target: number;
  /** Above 0, at most 1; the stronger, the closer. */
  strength: number;
}

export interface Place {
  x: number;
  y: number;
}

interface Ground {
  width: number;
  height: number;
}

const steps = 320;

/** Against the push of all nodes on each other this fills the ground without leaving it. */
const gravity = 3;

/**
 * Places of the nodes' centres: connected ones close, none covering another where the ground has room for all. It begins on a
 * circle and uses no chance, so the same network always comes out the same. Forces after Fruchterman and Reingold, "Graph drawing
 * by force-directed placement" (1991), with a pull to the middle that keeps separate parts together.
 */
export function forceLayout(bodies: readonly Body[], springs: readonly Spring[], ground: Ground): Place[] {
  const places = circle(bodies, ground);
  if (bodies.length > 1) settle(places, springs, ground);
  spread(places, bodies, ground);
  separate(places, bodies, ground);
  return places;
}

function circle(bodies: readonly Body[], { width, height }: Ground): Place[] {
  const order = bodies.map((_, at) => at).sort((a, b) => bodies[a]!.group - bodies[b]!.group || a - b);
  const places: Place[] = [];
  order.forEach((body, at) => {
    const angle = (2 * Math.PI * at) / bodies.length;
    places[body] = {
      x: width / 2 + Math.cos(angle) * width * 0.36,
      y: height / 2 + Math.sin(angle) * height * 0.36,
    };
  });
  return places;
}

function settle(places: Place[], springs: readonly Spring[], { width, height }: Ground) {
  const ideal = Math.sqrt((width * height) / places.length);
  const middle = { x: width / 2, y: height / 2 };
  for (let step = 0; step < steps; step++) {
    const moves = places.map(({ x, y }) => ({
      // More strongly along the short side, so that the drawing takes the shape of its ground.
      x: (middle.x - x) * gravity * Math.min(1, height / width),
      y: (middle.y - y) * gravity * Math.min(1, width / height),
    }));
    repel(places, moves, ideal);
    attract(places, moves, springs, ideal);
    const heat = Math.max(width, height) * 0.08 * (1 - step / steps);
    places.forEach((place, at) => {
      const { x, y } = moves[at]!;
      const length = Math.hypot(x, y) || 1;
      const reach = Math.min(length, heat) / length;
      place.x += x * reach;
      place.y += y * reach;
    });
  }
}

function repel(places: readonly Place[], moves: Place[], ideal: number) {
  for (let one = 0; one < places.length; one++)
    for (let other = one + 1; other < places.length; other++) {
      const x = places[one]!.x - places[other]!.x || 0.01 * (other - one);
      const y = places[one]!.y - places[other]!.y;
      const push = (ideal * ideal) / (x * x + y * y);
      moves[one]!.x += x * push;
      moves[one]!.y += y * push;
      moves[other]!.x -= x * push;
      moves[other]!.y -= y * push;
    }
}

function attract(places: readonly Place[], moves: Place[], springs: readonly Spring[], ideal: number) {
  for (const { source, target, strength } of springs) {
    const x = places[target]!.x - places[source]!.x;
    const y = places[target]!.y - places[source]!.y;
    const pull = (Math.hypot(x, y) / ideal) * (0.35 + 0.65 * strength);
    moves[source]!.x += x * pull;
    moves[source]!.y += y * pull;
    moves[target]!.x -= x * pull;
    moves[target]!.y -= y * pull;
  }
}

/** Stretches the drawing over the whole ground. */
function spread(places: Place[], bodies: readonly Body[], ground: Ground) {
  for (const [axis, size] of [
    ['x', 'width'],
    ['y', 'height'],
  ] as const) {
    const first = Math.min(...places.map((place) => place[axis]));
    const span = Math.max(...places.map((place) => place[axis])) - first;
    places.forEach((place, at) => {
      const half = bodies[at]![size] / 2;
      const share = span > 0 ? (place[axis] - first) / span : 0.5;
      place[axis] = half + share * (ground[size] - 2 * half);
    });
  }
}

/** Pushes apart what overlaps, the shorter way. */
function separate(places: Place[], bodies: readonly Body[], ground: Ground) {
  for (let round = 0; round < 200; round++) {
    let isClear = true;
    for (let one = 0; one < places.length; one++)
      for (let other = one + 1; other < places.length; other++)
        if (push(places[one]!, places[other]!, bodies[one]!, bodies[other]!)) isClear = false;
    places.forEach((place, at) => {
      const { width, height } = bodies[at]!;
      place.x = Math.min(ground.width - width / 2, Math.max(width / 2, place.x));
      place.y = Math.min(ground.height - height / 2, Math.max(height / 2, place.y));
    });
    if (isClear) return;
  }
}

function push(one: Place, other: Place, body: Body, otherBody: Body) {
  const x = (body.width + otherBody.width) / 2 - Math.abs(one.x - other.x);
  const y = (body.height + otherBody.height) / 2 - Math.abs(one.y - other.y);
  if (x <= 0 || y <= 0) return false;
  const axis = x < y ? 'x' : 'y';
  const way = ((one[axis] <= other[axis] ? -1 : 1) * (Math.min(x, y) + 0.5)) / 2;
  one[axis] += way;
  other[axis] -= way;
  return true;
}
