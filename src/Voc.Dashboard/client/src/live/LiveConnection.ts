import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import {
  LiveMessages,
  hubPath,
  type FeedbackArrived,
  type FeedbackChanged,
  type FeedbackDeleted,
  type IssueChanged,
  type SavedSearchAlert,
  type TrendTick,
} from './messages';

export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveHandlers {
  feedbackArrived: (message: FeedbackArrived) => void;
  feedbackChanged: (message: FeedbackChanged) => void;
  feedbackDeleted: (message: FeedbackDeleted) => void;
  issueChanged: (message: IssueChanged) => void;
  savedSearchAlert: (message: SavedSearchAlert) => void;
  trendTick: (message: TrendTick) => void;
  stateChanged: (state: LiveState) => void;
  /** The data on the page is of another past than the server's. */
  pastChanged: () => void;
}

/** What is used of SignalR's connection, so that a test can stand at the other end. */
export type Hub = Pick<
  HubConnection,
  'state' | 'on' | 'start' | 'stop' | 'invoke' | 'onreconnecting' | 'onreconnected' | 'onclose'
>;

const longestWait = 15_000;
export const waitBefore = (attempt: number) => Math.min(longestWait, 500 * 2 ** Math.min(attempt, 10));

export const connectToHub = (): Hub =>
  new HubConnectionBuilder()
    .withUrl(hubPath)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => waitBefore(retry.previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();

/**
 * The one connection to the hub. It never gives up, and after every interruption asks for what came since the last
 * sequence number it saw. A message may come twice; handlers must give the same result when it does.
 */
export class LiveConnection {
  private lastSequence: number | null = null;
  private stopped = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly hub: Hub;
  private readonly handlers: LiveHandlers;

  constructor(handlers: LiveHandlers, hub: Hub = connectToHub()) {
    this.hub = hub;
    this.handlers = handlers;
    hub.on(LiveMessages.feedbackArrived, (message: FeedbackArrived) => {
      this.saw(message.sequence);
      handlers.feedbackArrived(message);
    });
    hub.on(LiveMessages.feedbackChanged, (message: FeedbackChanged) => {
      this.saw(message.sequence);
      handlers.feedbackChanged(message);
    });
    hub.on(LiveMessages.feedbackDeleted, (message: FeedbackDeleted) => {
      this.saw(message.sequence);
      handlers.feedbackDeleted(message);
    });
    hub.on(LiveMessages.issueChanged, (message: IssueChanged) => {
      this.saw(message.sequence);
      handlers.issueChanged(message);
    });
    hub.on(LiveMessages.savedSearchAlert, (message: SavedSearchAlert) => {
      this.saw(message.sequence);
      handlers.savedSearchAlert(message);
    });
    // A tick has the sequence of the feedback it counts and comes beside it: it must not stand for having seen that.
    hub.on(LiveMessages.trendTick, handlers.trendTick);
    hub.onreconnecting(() => handlers.stateChanged('reconnecting'));
    hub.onreconnected(() => void this.subscribe(this.lastSequence));
    hub.onclose(() => this.startLater(0));
  }

  async start(attempt = 0): Promise<void> {
    try {
      await this.hub.start();
    } catch {
      this.startLater(attempt);
      return;
    }
    if (this.stopped) await this.hub.stop();
    else await this.subscribe(this.lastSequence);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.retry);
    return this.hub.stop();
  }

  /**
   * Has messages after `sequence` sent again where some of them came before the data of that sequence was there
   * to take them in.
   */
  async catchUpFrom(sequence: number) {
    if (this.lastSequence === null) {
      this.lastSequence = sequence;
      if (this.hub.state === HubConnectionState.Connected) await this.subscribe(sequence);
    } else if (sequence < this.lastSequence) {
      this.lastSequence = sequence;
      if (this.hub.state === HubConnectionState.Connected) await this.subscribe(sequence);
    }
  }

  private saw(sequence: number) {
    this.lastSequence = Math.max(this.lastSequence ?? 0, sequence);
  }

  private async subscribe(since: number | null) {
    try {
      const { sequence } = await this.hub.invoke<{ sequence: number }>(LiveMessages.subscribe, null, since);
      // The server starts elsewhere than asked only where it has another past, such as a restored backup.
      if (since !== null && sequence !== since) this.handlers.pastChanged();
      this.lastSequence = sequence;
      this.handlers.stateChanged('live');
    } catch {
      // The connection broke meanwhile; reconnecting subscribes again.
      if (this.hub.state === HubConnectionState.Connected) await this.hub.stop();
    }
  }

  private startLater(attempt: number) {
    if (this.stopped) return;
    this.handlers.stateChanged('reconnecting');
    this.retry = setTimeout(() => void this.start(attempt + 1), waitBefore(attempt));
  }
}
