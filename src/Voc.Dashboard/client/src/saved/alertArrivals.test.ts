import { describe, expect, it, vi } from 'vitest';
import { someAlert } from '../test/samples';
import { addAlert, alertArrivals, alertsAtHand } from './alertArrivals';

describe('Alerts that arrive', () => {
  it('stand in front and count as unread, once however often they come', () => {
    const after = addAlert({ items: [someAlert(1)], unread: 0 }, someAlert(2));
    expect(after.items.map(({ id }) => id)).toEqual([2, 1]);
    expect(after.unread).toBe(1);
    expect(addAlert(after, someAlert(2))).toBe(after);
  });

  it('are not counted again when they are from before what was fetched', () => {
    const alerts = { items: [someAlert(9)], unread: 3 };
    expect(addAlert(alerts, someAlert(4))).toBe(alerts);
  });

  it('push the oldest out', () => {
    const items = Array.from({ length: alertsAtHand }, (_, at) => someAlert(alertsAtHand - at));
    expect(addAlert({ items, unread: 0 }, someAlert(99)).items).toHaveLength(alertsAtHand);
  });

  it('are told of once', () => {
    const told = vi.fn();
    const stop = alertArrivals.subscribe(told);
    alertArrivals.add(someAlert(5));
    alertArrivals.add(someAlert(5));
    stop();
    alertArrivals.add(someAlert(6));
    expect(told).toHaveBeenCalledTimes(1);
    alertArrivals.clear();
  });
});
