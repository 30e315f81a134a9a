import { describe, expect, it } from 'vitest';
import { placeLabels } from './placeLabels';

const ground = { width: 200, height: 100 };
const sides = ['right', 'left', 'top', 'bottom'] as const;
const at = (x: number, y: number) => ({ x, y, radius: 4, width: 40, height: 12 });

describe('Labels of points', () => {
  it('stand on the first side that is free', () => {
    expect(placeLabels([at(100, 50)], ground, sides)).toEqual(['right']);
    expect(placeLabels([at(180, 50)], ground, sides)).toEqual(['left']);
  });

  it('give way to those before them', () => {
    expect(placeLabels([at(100, 50), at(100, 55)], ground, sides)).toEqual(['right', 'left']);
  });

  it('avoid foreign points while another side is free', () => {
    expect(placeLabels([at(100, 50), { ...at(125, 50), width: 300 }], ground, sides)).toEqual(['left', null]);
  });

  it('are left out where they have no place, rather than covering another', () => {
    const crowd = Array.from({ length: 12 }, (_, number) => at(100 + (number % 3), 50));
    const placed = placeLabels(crowd, ground, sides);
    expect(placed.filter((side) => side !== null)).toEqual(['right', 'left', 'top', 'bottom']);
  });
});
