import { HubConnectionState } from '@microsoft/signalr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection, waitBefore, type Hub } from './LiveConnection';
import { LiveMessages } from './messages';

/** The other end: a hub that remembers how it was subscribed to, and can be cut off. */
class HubDouble {
  state = HubConnectionState.Disconnected;
  readonly subscriptions: (number | null)[] = [];
  unreachable = false;
  sequence = 100;
  private readonly listeners = new Map<string, (message: unknown) => void>();
  private again: (() => void) | undefined;

  on = (name: string, listener: (message: never) => void) => {
    this.listeners.set(name, listener as (message: unknown) => void);
  };
  onreconnecting = () => {};
  onclose = () => {};
  onreconnected = (listener: () => void) => {
    this.again = listener;
  };
  start = async () => {
    if (this.unreachable) throw new Error('unreachable');
    this.state = HubConnectionState.Connected;
  };
  stop = async () => {
    this.state = HubConnectionState.Disconnected;
  };
  invoke = async (_method: string, _filter: unknown, since: number | null) => {
    this.subscriptions.push(since);
    return { sequence: since !== null && since <= this.sequence ? since : this.sequence };
  };

  push(name: string, message: unknown) {
    this.listeners.get(name)!(message);
  }
  comeBack() {
    this.again!();
  }
}

const listening = () => {
  const hub = new HubDouble();
  const handlers = {
    feedbackArrived: vi.fn(),
    feedbackChanged: vi.fn(),
    feedbackDeleted: vi.fn(),
    issueChanged: vi.fn(),
    savedSearchAlert: vi.fn(),
    trendTick: vi.fn(),
    stateChanged: vi.fn(),
    pastChanged: vi.fn(),
  };
  return { hub, handlers, connection: new LiveConnection(handlers, hub as unknown as Hub) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('The live connection', () => {
  it('starts from now where no data is there yet', async () => {
    const { hub, handlers, connection } = listening();
    await connection.start();
    expect(hub.subscriptions).toEqual([null]);
    expect(handlers.stateChanged).toHaveBeenLastCalledWith('live');
  });

  it('starts from the sequence of the data that was there first', async () => {
    const { hub, connection } = listening();
    await connection.catchUpFrom(97);
    await connection.catchUpFrom(95);
    await connection.start();
    expect(hub.subscriptions).toEqual([95]);
  });

  it('asks again for what came before the data that should take it in', async () => {
    const { hub, connection } = listening();
    await connection.start();
    hub.push(LiveMessages.feedbackArrived, { sequence: 104, items: [] });
    await connection.catchUpFrom(102);
    await connection.catchUpFrom(104);
    expect(hub.subscriptions).toEqual([null, 102]);
  });

  it('goes on after the last message it saw when it was cut off', async () => {
    const { hub, connection } = listening();
    await connection.start();
    hub.push(LiveMessages.feedbackArrived, { sequence: 104, items: [] });
    hub.push(LiveMessages.issueChanged, { sequence: 105, issue: {} });
    hub.sequence = 300;
    hub.comeBack();
    await vi.runAllTimersAsync();
    expect(hub.subscriptions).toEqual([null, 105]);
  });

  it('hands over an alert and goes on after it', async () => {
    const { hub, handlers, connection } = listening();
    await connection.start();
    hub.push(LiveMessages.savedSearchAlert, { sequence: 107, alert: { id: 3 } });
    hub.sequence = 300;
    hub.comeBack();
    await vi.runAllTimersAsync();
    expect(handlers.savedSearchAlert).toHaveBeenCalledWith({ sequence: 107, alert: { id: 3 } });
    expect(hub.subscriptions).toEqual([null, 107]);
  });

  it('does not take a tick for feedback it has not seen', async () => {
    const { hub, connection } = listening();
    await connection.start();
    hub.push(LiveMessages.trendTick, { sequence: 120 });
    hub.comeBack();
    await vi.runAllTimersAsync();
    expect(hub.subscriptions).toEqual([null, 100]);
  });

  it('tells when the server has another past, as after a restored backup', async () => {
    const { hub, handlers, connection } = listening();
    await connection.catchUpFrom(900);
    await connection.start();
    expect(handlers.pastChanged).toHaveBeenCalledOnce();
    hub.comeBack();
    await vi.runAllTimersAsync();
    expect(hub.subscriptions).toEqual([900, 100]);
  });

  it('keeps trying, ever more slowly, until the server is there', async () => {
    const { hub, handlers, connection } = listening();
    hub.unreachable = true;
    await connection.start();
    expect(handlers.stateChanged).toHaveBeenLastCalledWith('reconnecting');
    await vi.advanceTimersByTimeAsync(60_000);
    hub.unreachable = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(hub.subscriptions).toEqual([null]);
    expect(waitBefore(0)).toBeLessThan(waitBefore(3));
    expect(waitBefore(50)).toBe(15_000);
  });
});
