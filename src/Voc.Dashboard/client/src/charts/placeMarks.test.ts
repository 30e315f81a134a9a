import { expect, it } from 'vitest';
import { placeMarks } from './placeMarks';

const days = Array.from({ length: 60 }, (_, at) => `day ${at}`);

it('Names of lines that stand near each other stand one above the other', () => {
  expect(placeMarks(['day 20', 'day 26'], days).map(({ row }) => row)).toEqual([0, 1]);
  expect(placeMarks(['day 26', 'day 26'], days).map(({ row }) => row)).toEqual([0, 1]);
  expect(placeMarks(['day 10', 'day 40'], days).map(({ row }) => row)).toEqual([0, 0]);
});

it('Names at the edges of the chart read inwards', () => {
  expect(placeMarks(['day 0', 'day 30', 'day 59'], days).map(({ align }) => align)).toEqual([
    'left',
    'center',
    'right',
  ]);
});
