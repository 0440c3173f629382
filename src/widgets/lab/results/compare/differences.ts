import type { Measurement } from '../../../../store/measurements.ts';
import { formatMs } from '../../formats.ts';

/** R = f(u, c, e): what a result depends on. */
export type Part = 'u' | 'c' | 'e';

/** One entry of u, c or e in both results. */
export interface Difference {
  readonly part: Part;
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly same: boolean;
}

export const partNames: Readonly<Record<Part, string>> = {
  u: 'Input u',
  c: 'Configuration c',
  e: 'Environment e',
};

/** Everything on which a result's times depend, side by side. */
export function differences(first: Measurement, second: Measurement): readonly Difference[] {
  return entries.flatMap(([part, name, read]) => {
    const [ours, theirs] = [read(first), read(second)];
    if (ours === null || theirs === null) return [];
    // Another precision is another file of the same model: the configuration differs, not the input.
    const file = name === 'SHA-256' && first.model.precision !== second.model.precision;
    if (file && first.model.name === second.model.name) return [];
    return [{ part, name, first: ours, second: theirs, same: ours === theirs }];
  });
}

/** The parts that differ, in the order u, c, e. */
export function differingParts(found: readonly Difference[]): readonly Part[] {
  return (['u', 'c', 'e'] as const).filter((part) => found.some((one) => one.part === part && !one.same));
}

/** Null where it had no part in the measurement: no adapter makes an environment of WASM. */
type Entry = readonly [Part, string, (measurement: Measurement) => string | null];

const entries: readonly Entry[] = [
  ['u', 'Model', ({ model }) => model.name],
  ['u', 'SHA-256', ({ model }) => model.sha256],
  ['u', 'Batch', ({ batch }) => String(batch)],
  ['u', 'Input', ({ model }) => model.shape.join(' × ')],
  ['c', 'Provider', ({ provider }) => provider],
  ['c', 'Threads', ({ threads }) => String(threads)],
  ['c', 'Precision', ({ model }) => model.precision],
  ['c', 'Runtime', ({ stamp }) => `${stamp.runtime} ${stamp.runtimeVersion}`],
  ['e', 'Browser', ({ stamp }) => stamp.browser],
  ['e', 'System', ({ stamp }) => stamp.system],
  ['e', 'Cores', ({ stamp }) => String(stamp.cores)],
  ['e', 'Isolated', ({ isolated }) => (isolated ? 'yes' : 'no')],
  ['e', 'Clock step', ({ stamp }) => formatMs(stamp.timerStepMs)],
  ['e', 'Adapter', ({ stamp }) => adapterName(stamp.adapter)],
];

const adapterName = (adapter: Measurement['stamp']['adapter']): string | null => {
  if (!adapter) return null;
  const name = adapter.description || [adapter.vendor, adapter.architecture].filter(Boolean).join(' ');
  return `${name || 'unnamed'}${adapter.fallback ? ', software' : ''}`;
};
