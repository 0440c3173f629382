import { type Law, lawQuantile, lognormal, mixture, pareto, scaled } from '../../engine/random/index.ts';

/** What the reader can set. All times in ms; shares between 0 and 1. */
export interface Settings {
  readonly view: View;
  readonly samples: number;
  readonly fastMean: number;
  readonly fastScv: number;
  readonly slowShare: number;
  readonly slowMean: number;
  readonly tailShare: number;
  readonly tailStart: number;
  readonly tailShape: number;
  readonly replicas: number;
  readonly slowestFactor: number;
  readonly rate: number;
  readonly stall: number;
}

export type View = 'distribution' | 'replicas' | 'recording';

/** Only what the samples depend on: reading them under another SLO or definition leaves the result as it is. */
export function settingsOf(all: Settings): Settings {
  const { view, samples, fastMean, fastScv, slowShare, slowMean, tailShare, tailStart, tailShape } = all;
  const { replicas, slowestFactor, rate, stall } = all;
  const law = { fastMean, fastScv, slowShare, slowMean, tailShare, tailStart, tailShape };
  return { view, samples, ...law, replicas, slowestFactor, rate, stall };
}

/** CV² of the second mode: narrow, so that it stands apart as a mode of its own. */
const slowScv = 0.04;

/** The law of one request's latency: a lognormal fast path, a lognormal slow path, and a Pareto tail. */
export function latencyLaw(settings: Settings): Law {
  const { fastMean, fastScv, slowShare, slowMean, tailShare, tailStart, tailShape } = settings;
  return mixture([
    { weight: Math.max(0, 1 - slowShare - tailShare), law: lognormal({ mean: fastMean, scv: fastScv }) },
    { weight: slowShare, law: lognormal({ mean: slowMean, scv: slowScv }) },
    { weight: tailShare, law: pareto({ shape: tailShape, minimum: tailStart }) },
  ]);
}

/** How many times as slow each replica is: all at 1 but the last. */
export function replicaFactors({ replicas, slowestFactor }: Settings): readonly number[] {
  return Array.from({ length: replicas }, (_, index) => (index === replicas - 1 ? slowestFactor : 1));
}

/** The law that all requests together follow: in the view of replicas, which share the traffic evenly, a mixture. */
export function pooledLaw(settings: Settings): Law {
  const law = latencyLaw(settings);
  if (settings.view !== 'replicas') return law;
  return mixture(replicaFactors(settings).map((factor) => ({ weight: 1, law: scaled(law, factor) })));
}

/** Closed form: the true law behind the samples. */
export interface Formula {
  readonly law: Law;
  /** Points of the true distribution function, evenly spread on a log axis. */
  readonly latency: Float64Array;
  readonly probability: Float64Array;
  /** The true quantile at a level; Infinity is never reached. */
  readonly quantile: (p: number) => number;
}

const curvePoints = 240;

export function latencyFormula(settings: Settings): Formula {
  const law = pooledLaw(settings);
  const { cdf } = law;
  const from = lawQuantile(law, 0.0005);
  const to = lawQuantile(law, 0.99995);
  const latency = Float64Array.from(
    { length: curvePoints },
    (_, i) => from * (to / from) ** (i / (curvePoints - 1)),
  );
  return {
    law,
    latency,
    probability: latency.map((x) => cdf?.(x) ?? Number.NaN),
    quantile: (p) => lawQuantile(law, p),
  };
}

/** The samples in the order in which they arrived. What is seen at time t is a function of the first t of them. */
export interface Result {
  /** What was asked; an earlier result stays on screen while a newer one is computed. */
  readonly settings: Settings;
  /** Latency of each request, in ms; in the recording view from its scheduled time. */
  readonly latency: Float64Array;
  /** Indices into `latency` by increasing value. */
  readonly order: Uint32Array;
  /** Replica that answered; empty outside the replicas view. */
  readonly replica: Uint8Array;
  /** What the waiting generator recorded, in ms; NaN where it never sent. Empty outside the recording view. */
  readonly waiting: Float64Array;
}

/** Seconds into the test at which the target stalls: on a slot, two fifths through the schedule. */
export function stallStart({ samples, rate }: Settings): number {
  return Math.floor(0.4 * samples) / rate;
}
