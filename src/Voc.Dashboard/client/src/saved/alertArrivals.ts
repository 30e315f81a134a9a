import type { AlertList, SearchAlert } from '../api/types';

/** How many of the newest the page keeps at hand; older ones are fetched when asked for. */
export const alertsAtHand = 50;

/** Puts a new alert in front; one that comes a second time changes nothing. */
export function addAlert(alerts: AlertList, alert: SearchAlert): AlertList {
  if (alerts.items.some((one) => one.id === alert.id)) return alerts;
  const newest = alerts.items[0];
  // One from before what was fetched is counted there already.
  if (newest && alert.id < newest.id) return alerts;
  return { items: [alert, ...alerts.items].slice(0, alertsAtHand), unread: alerts.unread + 1 };
}

type Listener = (alert: SearchAlert) => void;

/** Tells of alerts that came by push, each once however often it comes. */
class AlertArrivals {
  private readonly told = new Set<number>();
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  add(alert: SearchAlert) {
    if (this.told.has(alert.id)) return;
    this.told.add(alert.id);
    this.listeners.forEach((listener) => listener(alert));
  }

  clear() {
    this.told.clear();
  }
}

export const alertArrivals = new AlertArrivals();
