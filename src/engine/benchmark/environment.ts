import * as v from 'valibot';

/** What a WebGPU adapter says of itself. */
export const adapterSchema = v.object({
  vendor: v.string(),
  architecture: v.string(),
  device: v.string(),
  description: v.string(),
  /** A software adapter: its times say nothing about any graphics processor. */
  fallback: v.boolean(),
  shaderF16: v.boolean(),
  timestampQuery: v.boolean(),
});

/** Which execution provider ran how many of the graph's nodes. */
export const placementSchema = v.array(v.object({ provider: v.string(), nodes: v.number() }));

/** The environment e of a measurement: everything outside input and configuration that moves the numbers. */
export const environmentStampSchema = v.object({
  userAgent: v.string(),
  /** Short name, for example "Chromium 156". */
  browser: v.string(),
  /** Operating system, for example "Linux". */
  system: v.string(),
  /** `navigator.hardwareConcurrency`: logical cores, as far as the browser tells. */
  cores: v.number(),
  isolated: v.boolean(),
  threadsAsked: v.number(),
  /** One more than the number of thread workers that the runtime really started. */
  threadsRunning: v.number(),
  /** Smallest step of `performance.now` in the worker, measured, in milliseconds. */
  timerStepMs: v.number(),
  runtime: v.string(),
  runtimeVersion: v.string(),
  adapter: v.nullable(adapterSchema),
  placement: v.nullable(placementSchema),
});

export type Adapter = v.InferOutput<typeof adapterSchema>;
export type Placement = v.InferOutput<typeof placementSchema>;
export type EnvironmentStamp = v.InferOutput<typeof environmentStampSchema>;

/** One line for a table or a chart: "Chromium 156 · Linux · 2 cores · WASM 1 thread". */
export function deviceLabel(stamp: EnvironmentStamp): string {
  return [stamp.browser, stamp.system, plural(stamp.cores, 'core'), providerLabel(stamp)].join(' · ');
}

const providerLabel = ({ adapter, threadsRunning, isolated }: EnvironmentStamp): string => {
  if (adapter) {
    const name = adapter.description || [adapter.vendor, adapter.architecture].filter(Boolean).join(' ');
    return `WebGPU ${name || 'adapter'}${adapter.fallback ? ' (software, not comparable)' : ''}`;
  }
  return `WASM ${plural(threadsRunning, 'thread')}${isolated ? '' : ' (not isolated)'}`;
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
