import { draw, type Streams } from '../../engine/random/index.ts';
import { recordClosedLoop, recordOpenLoop } from '../../engine/simulate/index.ts';
import { latencyLaw, type Result, replicaFactors, type Settings, settingsOf, stallStart } from './model.ts';

/** Samples in the order in which they arrive, with the replica or the recording that the view asks for. */
export default function runLatency(asked: Settings, streams: Streams): Result {
  const settings = settingsOf(asked);
  const { samples, view, rate, stall } = settings;
  const none = { replica: new Uint8Array(), waiting: new Float64Array() };
  const base = draw(latencyLaw(settings), streams.service, samples);
  if (view === 'replicas') {
    const factors = replicaFactors(settings);
    const replica = Uint8Array.from({ length: samples }, () => streams.routing.integer(factors.length));
    const latency = base.map((value, i) => value * (factors[replica[i] ?? 0] ?? 1));
    return { settings, latency, order: orderOf(latency), ...none, replica };
  }
  if (view === 'recording') {
    const interval = 1 / rate;
    const service = base.map((value) => value / 1000);
    const stalls = stall > 0 ? [{ at: stallStart(settings), duration: stall }] : [];
    const plan = { interval, requests: samples, service, stalls };
    const latency = recordOpenLoop(plan).latency.map((seconds) => 1000 * seconds);
    const closed = recordClosedLoop(plan);
    const waiting = new Float64Array(samples).fill(Number.NaN);
    closed.scheduled.forEach((due, i) => {
      waiting[Math.round(due / interval)] = 1000 * (closed.latency[i] ?? Number.NaN);
    });
    return { settings, latency, order: orderOf(latency), ...none, waiting };
  }
  return { settings, latency: base, order: orderOf(base), ...none };
}

function orderOf(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}
