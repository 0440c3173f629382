import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Law, type SimulateOptions, type System, simulate } from '../../src/engine/simulate/index.ts';
import { everyPolicy, mm1 } from './systems.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const used = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Bytes that the result of a run holds on to. */
function kept(system: System, options: SimulateOptions): number {
  const before = used();
  const result = simulate(system, options);
  const bytes = used() - before;
  if (result.requests === 0) throw new Error('nothing was simulated'); // and the result lives until here
  return bytes;
}

/** Most bytes in use while a run lasts, looked at whenever service times are drawn, a thousand at a time. */
function highest(system: System, options: SimulateOptions): number {
  const { service } = system;
  const before = used();
  let most = 0;
  let looks = 0;
  const watched: Law = {
    ...service,
    fill(stream, out, count) {
      service.fill(stream, out, count);
      if (looks++ % 100 === 0) most = Math.max(most, used() - before);
    },
  };
  simulate({ ...system, service: watched }, options);
  return most;
}

const MILLION = 1_000_000;

export function measureMemory() {
  const full = (system: System): number => kept(system, { seed: 7, requests: MILLION }) / MILLION;
  const none = (system: System, requests: number): number =>
    highest(system, { seed: 7, requests, log: 'none' });
  kept(mm1, { seed: 7, requests: 1000 }); // what the first run compiles is no part of its log
  none(everyPolicy, 1000);
  return {
    fullLogBytesPerRequest: full(mm1),
    fullLogBytesPerRequestEveryPolicy: full(everyPolicy),
    noLogBytesHundredThousand: none(everyPolicy, MILLION / 10),
    noLogBytesTwoMillion: none(everyPolicy, 2 * MILLION),
  };
}
