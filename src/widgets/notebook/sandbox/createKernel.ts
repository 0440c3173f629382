import * as v from 'valibot';
import {
  commandSchema,
  decodeMessage,
  encodeMessage,
  eventSchema,
  type KernelCommand,
  type KernelEvent,
} from '../../../engine/notebook/index.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { EndReason, Kernel, KernelNotice, KernelOptions, KernelState } from './kernel.ts';
import { kernelSource } from './kernelSource.ts';
import type { FromFrame } from './messages.ts';
import { type Frame, openFrame } from './openFrame.ts';
import { createRepeated } from './repeated.ts';
import { createRunCount } from './runCount.ts';
import { createWatchdog } from './watchdog.ts';

/** A frame or worker that gives no sign by then will not. */
const startLimitMs = 20_000;

/** Deaths in a row after which the page no longer tries by itself. */
const deathsToFailure = 3;

/**
 * A kernel in a sandboxed frame. It opens at the first command. What it hears is checked against the protocol; what runs
 * too long, floods or dies is replaced, and the fresh worker is told the cells and contexts again.
 */
export function createKernel({ timeLimitMs }: KernelOptions): Kernel {
  const listeners = new Set<(notice: KernelNotice) => void>();
  const repeated = createRepeated();
  const runs = createRunCount();
  const waiting: KernelCommand[] = [];
  let state: KernelState = 'idle';
  let frame: Frame | undefined;
  let worker = 0; // 0: the frame has no worker yet
  let listening = false;
  let posted = 0;
  let owed: 'nothing' | 'an answer' | 'a run' = 'nothing';
  let startTimer: ReturnType<typeof setTimeout> | undefined;
  let deaths = 0;
  let disposed = false;

  const tell = (notice: KernelNotice) => {
    for (const listener of [...listeners]) listener(notice);
  };
  const become = (next: KernelState, problem?: string) => {
    if (state === next && problem === undefined) return;
    state = next;
    tell({ type: 'state', state, problem });
  };

  const watchdog = createWatchdog(timeLimitMs, () => endWorker('timeout'));
  const heartbeat = createHeartbeat(
    () => frame?.post({ type: 'ping' }),
    () => die(),
  );

  const post = (command: KernelCommand) => {
    frame?.post({ type: 'command', worker, text: encodeMessage(command) });
    posted += 1;
    if (command.type === 'run' || command.type === 'setControl') owed = 'a run';
    else if (owed === 'nothing') owed = 'an answer';
    // A worker that is still loading is not late: the limit is for cells.
    if (listening) watchdog.asked();
    heartbeat.start();
  };

  const awaitSign = () => {
    clearTimeout(startTimer);
    startTimer = setTimeout(die, startLimitMs);
  };
  const hearReady = () => {
    listening = true;
    clearTimeout(startTimer);
    if (owed !== 'nothing') watchdog.asked();
    if (state === 'starting') become(owed === 'a run' ? 'running' : 'idle');
  };

  const open = () => {
    become('starting');
    awaitSign();
    const opened = openFrame((message) => {
      if (frame === opened) hear(message);
    });
    frame = opened;
  };

  const close = () => {
    frame?.close();
    frame = undefined;
    worker = 0;
    listening = false;
    owed = 'nothing';
    clearTimeout(startTimer);
    heartbeat.stop();
    watchdog.rest();
  };

  const load = async () => {
    const target = frame;
    try {
      const source = await kernelSource();
      if (target === undefined || frame !== target) return;
      target.post({ type: 'load', source });
      beginWorker(1);
    } catch (error) {
      if (frame === target) fail(error instanceof Error ? error.message : String(error));
    }
  };

  /** The frame has a worker of this number: messages to it wait until it listens. */
  const beginWorker = (number: number) => {
    worker = number;
    listening = false;
    posted = 0;
    owed = 'nothing';
    runs.begin();
    awaitSign();
    for (const command of repeated.commands()) post(command);
    for (const command of waiting.splice(0)) post(command);
  };

  const endWorker = (reason: EndReason) => {
    const { running } = watchdog;
    watchdog.rest();
    if (reason !== 'flood') frame?.post({ type: 'stop', worker });
    become('starting');
    tell({ type: 'ended', reason, running });
    beginWorker(worker + 1);
  };

  const die = () => {
    const { running } = watchdog;
    close();
    deaths += 1;
    tell({ type: 'ended', reason: 'died', running });
    if (deaths >= deathsToFailure)
      fail('The notebook’s worker died three times in a row. Restart it to try again.');
    else open();
  };

  const fail = (problem: string) => {
    close();
    waiting.length = 0;
    become('failed', problem);
  };

  const hear = (message: FromFrame) => {
    heartbeat.heard();
    switch (message.type) {
      case 'hello':
        clearTimeout(startTimer);
        heartbeat.start();
        return void load();
      case 'problem':
        return fail(`The notebook’s worker could not start: ${message.text}`);
      case 'ready':
        if (message.worker === worker) hearReady();
        return;
      case 'flooded':
        if (message.worker === worker) endWorker('flood');
        return;
      case 'event':
        if (message.worker === worker) hearEvent(message.text);
        return;
      case 'pong':
    }
  };

  const hearEvent = (text: string) => {
    const heard = eventIn(text);
    if (!heard) return;
    const event = runs.counted(heard);
    // It was idle when that was on its way to it.
    if (event.type === 'idle' && event.handled !== posted) return;
    if (event.type === 'started') {
      watchdog.started(event.cell);
      become('running');
    } else if (event.type === 'finished') {
      deaths = 0;
      watchdog.finished(event.cell);
    } else if (event.type === 'idle') {
      owed = 'nothing';
      watchdog.rest();
      heartbeat.stop();
      become('idle');
    }
    tell({ type: 'event', event });
  };

  return {
    get state() {
      return state;
    },
    send(command) {
      v.assert(commandSchema, command);
      repeated.note(command);
      if (disposed || state === 'failed') return;
      if (worker > 0) {
        if (command.type === 'run') become('running');
        post(command);
        return;
      }
      // Definitions and contexts are repeated to every new worker.
      if (command.type === 'run' || command.type === 'setControl') waiting.push(command);
      if (!frame) open();
    },
    stop() {
      if (state === 'running') endWorker('stopped');
    },
    restart() {
      if (disposed) return;
      deaths = 0;
      waiting.length = 0;
      if (worker > 0) endWorker('restarted');
      else {
        close();
        open();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      close();
      listeners.clear();
    },
  };
}

function eventIn(text: string): KernelEvent | undefined {
  try {
    const event = v.safeParse(eventSchema, decodeMessage(text));
    return event.success ? event.output : undefined;
  } catch {
    return undefined;
  }
}
