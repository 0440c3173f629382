import * as v from 'valibot';
import { commandSchema, encodeMessage, type KernelCommand } from '../../../engine/notebook/index.ts';
import { createConnection } from './connection.ts';
import { eventIn } from './eventIn.ts';
import type { EndReason, Kernel, KernelNotice, KernelOptions, KernelState } from './kernel.ts';
import { createRepeated } from './repeated.ts';
import { createRunCount } from './runCount.ts';
import { createWatchdog } from './watchdog.ts';

/** Deaths in a row after which the page no longer tries by itself. */
const deathsToFailure = 3;

/**
 * A kernel in a sandboxed frame. It opens at the first command. What it hears is checked against the protocol; what runs
 * too long, floods or dies is replaced, and the fresh worker is told the cells and contexts again. `send` throws a
 * ValiError on a command that is not of the protocol.
 */
export function createKernel({ timeLimitMs }: KernelOptions): Kernel {
  const listeners = new Set<(notice: KernelNotice) => void>();
  const repeated = createRepeated();
  const runs = createRunCount();
  const waiting: KernelCommand[] = [];
  let state: KernelState = 'idle';
  let listening = false;
  let posted = 0;
  let owed: 'nothing' | 'an answer' | 'a run' = 'nothing';
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

  const watchdog = createWatchdog(timeLimitMs, () => replace('timeout'));

  const connection = createConnection({
    begun() {
      listening = false;
      posted = 0;
      owed = 'nothing';
      runs.begin();
      for (const command of repeated.commands()) post(command);
      for (const command of waiting.splice(0)) post(command);
    },
    ready() {
      listening = true;
      if (owed !== 'nothing') watchdog.asked();
      if (state === 'starting') become(owed === 'a run' ? 'running' : 'idle');
    },
    said: (text) => hear(text),
    flooded: () => replace('flood'),
    died() {
      deaths += 1;
      afterEnd('died', () => {
        if (deaths < deathsToFailure) open();
        else fail('The notebook’s worker died three times in a row. Restart it to try again.');
      });
    },
    failed: (problem) => fail(problem),
  });

  const open = () => {
    become('starting');
    connection.open();
  };

  const post = (command: KernelCommand) => {
    connection.post(encodeMessage(command));
    posted += 1;
    if (command.type === 'run' || command.type === 'setControl') owed = 'a run';
    else if (owed === 'nothing') owed = 'an answer';
    // A worker that is still loading is not late: the limit is for cells.
    if (listening) watchdog.asked();
  };

  /** Told last: those who hear of an end may send at once. */
  const afterEnd = (reason: EndReason, act: () => void) => {
    const { running } = watchdog;
    watchdog.rest();
    act();
    tell({ type: 'ended', reason, running });
  };

  const replace = (reason: EndReason) =>
    afterEnd(reason, () => {
      connection.turn(reason === 'flood' ? 'ended' : 'end');
      become('starting');
    });

  const fail = (problem: string) => {
    watchdog.rest();
    waiting.length = 0;
    owed = 'nothing';
    become('failed', problem);
  };

  const hear = (text: string) => {
    const heard = eventIn(text);
    if (!heard) return;
    const event = runs.counted(heard);
    // It was idle when a later command was on its way to it.
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
      connection.rest();
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
      if (connection.hasWorker) {
        if (command.type === 'run') become('running');
        post(command);
        return;
      }
      // Definitions and contexts are repeated to every new worker.
      if (command.type === 'run' || command.type === 'setControl') waiting.push(command);
      if (!connection.isOpen) open();
    },
    stop() {
      waiting.length = 0;
      if (state === 'running' || owed === 'a run') replace('stopped');
    },
    restart() {
      if (disposed) return;
      deaths = 0;
      waiting.length = 0;
      if (connection.hasWorker) replace('restarted');
      else {
        connection.close();
        open();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      connection.close();
      watchdog.rest();
      listeners.clear();
    },
  };
}
