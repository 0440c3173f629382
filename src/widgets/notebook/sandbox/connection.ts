import { createHeartbeat } from './heartbeat.ts';
import { kernelSource } from './kernelSource.ts';
import type { FromFrame } from './messages.ts';
import { type Frame, openFrame } from './openFrame.ts';

/** A frame or worker that gives no sign by then will not. */
const startLimitMs = 20_000;

/** What a connection tells of its frame and workers. */
export interface ConnectionEvents {
  /** A worker takes messages; it may still be loading. */
  begun(): void;
  /** It listens. */
  ready(): void;
  said(text: string): void;
  flooded(): void;
  /** The frame or worker gives no sign any more; the connection is closed. */
  died(): void;
  /** It could not be started; the connection is closed. */
  failed(problem: string): void;
}

/** To the worker of the moment, in one frame. */
export interface Connection {
  readonly isOpen: boolean;
  /** A worker takes messages. */
  readonly hasWorker: boolean;
  open(): void;
  close(): void;
  post(text: string): void;
  /** Turns to the next worker; `end` ends the one of the moment, unless the frame has done so. */
  turn(how: 'end' | 'ended'): void;
  /** No answer is awaited. */
  rest(): void;
}

export function createConnection(events: ConnectionEvents): Connection {
  let frame: Frame | undefined;
  let worker = 0; // 0: the frame has none yet
  let startTimer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    frame?.close();
    frame = undefined;
    worker = 0;
    clearTimeout(startTimer);
    heartbeat.stop();
  };
  const die = () => {
    close();
    events.died();
  };
  const fail = (problem: string) => {
    close();
    events.failed(problem);
  };
  const heartbeat = createHeartbeat(() => frame?.post({ type: 'ping' }), die);

  const awaitSign = () => {
    clearTimeout(startTimer);
    startTimer = setTimeout(die, startLimitMs);
  };

  const begin = (number: number) => {
    worker = number;
    awaitSign();
    events.begun();
  };

  const load = async (target: Frame) => {
    try {
      const source = await kernelSource();
      if (frame !== target) return;
      target.post({ type: 'load', source });
      begin(1);
    } catch (error) {
      if (frame === target) fail(error instanceof Error ? error.message : String(error));
    }
  };

  const hear = (from: Frame, message: FromFrame) => {
    heartbeat.heard();
    if (message.type === 'hello') {
      clearTimeout(startTimer);
      heartbeat.start();
      load(from);
    } else if (message.type === 'problem') {
      fail(`The notebook’s worker could not start: ${message.text}`);
    } else if (message.type !== 'pong' && message.worker === worker) {
      if (message.type === 'event') events.said(message.text);
      else if (message.type === 'flooded') events.flooded();
      else {
        clearTimeout(startTimer);
        events.ready();
      }
    }
  };

  return {
    get isOpen() {
      return frame !== undefined;
    },
    get hasWorker() {
      return worker > 0;
    },
    open() {
      awaitSign();
      const opened = openFrame((message) => {
        if (frame === opened) hear(opened, message);
      });
      frame = opened;
    },
    close,
    post(text) {
      frame?.post({ type: 'command', worker, text });
      heartbeat.start();
    },
    turn(how) {
      if (how === 'end') frame?.post({ type: 'stop', worker });
      begin(worker + 1);
    },
    rest: heartbeat.stop,
  };
}
