// Shows an answer while it is being written: Teams' streaming protocol, which personal chats alone have; used by teams/deliver.
// teams-ai's StreamingResponse is not used: it cuts the abstracts of citations at 477 characters where Teams allows 160,
// sleeps by timers of its own after each activity, and leaves the answer unsent when an update fails.
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from '../lib/logger.ts';
import type { Timers } from '../lib/timers.ts';
import type { Turn } from '../model/turn.ts';
import { longestWait, refusalOf, send, sendOnce } from './send.ts';

/** Milliseconds. Teams takes one update a second and two minutes in all, of which the end needs some. */
const paceMs = 1_000;
const updatesMs = 110_000;
/** Milliseconds without anything to show until the user is told that something happens. */
const patienceMs = 1_000;

/** With 403 Teams tells that the user has pressed stop, but also of the faults of a stream after which an ordinary message is welcome. */
const faults = /streaming time|too large/i;

export interface Stream {
  /** Told of the whole text so far; what comes faster than Teams takes it is skipped. */
  show(text: string): void;
  /**
   * The first one ends the stream, or is an ordinary message where nothing was shown or the stream cannot be ended.
   * Those that follow are messages of their own. Nothing is sent once the user has stopped the stream.
   * @returns the id of the message; empty where there is none.
   * @throws what the SDK throws when an ordinary message cannot be sent.
   */
  post(activity: Partial<Activity>): Promise<string>;
  /** Stops all timers. */
  close(): void;
}

export interface StreamParts {
  turn: Turn;
  /** Shown while there is no text yet. */
  reading: string;
  timers: Timers;
  logger: Logger;
}

export function startStream(context: TurnContext, { turn, reading, timers, logger }: StreamParts): Stream {
  const cancels = new Set<() => void>();
  /** `ended`: no more updates. `stopped`: by the user, no more of anything. */
  let state: 'open' | 'ended' | 'stopped' = 'open';
  let streamId = '';
  let sequence = 1;
  /** What the user is to see and what Teams has taken. */
  let text = '';
  let shown = '';
  let pumping = false;
  /** Done when the last update has arrived and the next one may be sent; `undefined` before the first. */
  let free: Promise<unknown> | undefined;

  const cancelReading = after(patienceMs, () => {
    free = update('informative', reading);
  });

  function after(ms: number, run: () => void): () => void {
    const cancel = timers.after(ms, () => {
      cancels.delete(cancel);
      run();
    });
    cancels.add(cancel);
    return cancel;
  }

  const pause = (ms: number) => new Promise<void>(resolve => after(ms, resolve));

  /** Never rejects. */
  async function update(streamType: 'informative' | 'streaming', words: string): Promise<void> {
    if (!free) after(updatesMs, end);
    const rest = pause(paceMs);
    try {
      streamId = (await sendOnce(context, streamed(streamType, words))) || streamId;
      sequence += 1;
      if (streamType === 'streaming') shown = words;
      if (streamId === '') end();
    } catch (error) {
      await failed(error);
    }
    await rest;
  }

  const streamed = (streamType: 'informative' | 'streaming', words: string): Partial<Activity> => ({
    type: ActivityTypes.Typing,
    text: words,
    textFormat: 'markdown',
    ...streamInfo({ streamType, streamSequence: sequence, ...(streamId ? { streamId } : {}) }),
  });

  /** An update that Teams was too busy for is left out; after any other fault there are none. */
  async function failed(error: unknown): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal?.status === 429) return pause(refusal.retryAfter);
    logger.info({ turn: turn.id, err: error }, 'a stream was broken off');
    if (isStop(error)) state = 'stopped';
    else end();
  }

  function end(): void {
    if (state === 'open') state = 'ended';
  }

  /** A stream that was never begun cannot have been stopped: there a 403 says that this user or bot may not stream. */
  function isStop(error: unknown): boolean {
    const refusal = refusalOf(error);
    return streamId !== '' && refusal?.status === 403 && !faults.test(refusal.message);
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    if (free) await free;
    while (state === 'open' && text !== shown) {
      free = update('streaming', text);
      await free;
    }
    pumping = false;
  }

  async function finish(activity: Partial<Activity>): Promise<string> {
    cancelReading();
    end();
    if (free && state !== 'stopped') await Promise.race([free, pause(longestWait)]);
    if (state === 'stopped') return '';
    if (streamId !== '') {
      try {
        // Teams names no new message here: it is the one that the stream has been.
        return (await send(context, final(activity), timers)) || streamId;
      } catch (error) {
        if (isStop(error)) state = 'stopped';
        else logger.warn({ turn: turn.id, err: error }, 'a stream could not be ended');
      }
    }
    return ordinary(activity);
  }

  /** Teams requires a text, and one that begins with what was shown. */
  function final(activity: Partial<Activity>): Partial<Activity> {
    const whole = activity.text || shown || reading;
    const { entities, channelData } = streamInfo({ streamType: 'final', streamId });
    return {
      ...activity,
      text: whole.startsWith(shown) ? whole : `${shown}\n\n${whole}`,
      entities: [...entities, ...(activity.entities ?? [])],
      channelData: { ...activity.channelData, ...channelData },
    };
  }

  const ordinary = async (activity: Partial<Activity>): Promise<string> =>
    state === 'stopped' ? '' : send(context, activity, timers);

  let post = (activity: Partial<Activity>): Promise<string> => {
    post = ordinary;
    return finish(activity);
  };

  return {
    show: whole => {
      if (whole.trim() === '') return;
      cancelReading();
      text = whole;
      void pump();
    },
    post: activity => post(activity),
    close: () => {
      end();
      for (const cancel of cancels) cancel();
    },
  };
}

interface StreamInfo {
  streamType: 'informative' | 'streaming' | 'final';
  /** From 1, growing; not in the final message. */
  streamSequence?: number;
  /** What the first update was answered with. */
  streamId?: string;
}

/** Teams reads the entity, older clients the channel data. */
const streamInfo = (info: StreamInfo) => ({ entities: [{ type: 'streaminfo', ...info }], channelData: info });
