import * as v from 'valibot';
import { precisions } from '../../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';

/*
 * A summary travels as a readable query (`?model=mlp&batch=64&p50=0.27,0.26,0.28`): numbers and names, no samples.
 * Whoever opens it sees somebody else's numbers. Nothing of it is saved, and all of it may have been typed by hand.
 */
const longest = 2000;

const word = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^[^\p{Cc}\p{Cf}]+$/u, 'is not plain text'),
);
const count = v.pipe(v.string(), v.regex(/^\d{1,7}$/, 'is not a count'), v.transform(Number));
const milliseconds = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}(\.\d{1,9})?(e-\d{1,2})?$/, 'is not a time in milliseconds'),
  v.transform(Number),
);
const yes = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform((text) => text === 'yes'),
);

/** "value" or "value,lower,upper", in milliseconds. */
const estimate = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
  v.union([v.strictTuple([milliseconds]), v.strictTuple([milliseconds, milliseconds, milliseconds])]),
  v.transform(([value, lower = null, upper = null]) => ({ value, lower, upper })),
  v.check(
    ({ value, lower, upper }) => lower === null || upper === null || (lower <= value && value <= upper),
    'lies outside its interval',
  ),
);

const entries = {
  name: word,
  experiment: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/, 'is not an experiment')),
  model: word,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a digest')),
  precision: v.picklist(precisions),
  input: v.pipe(v.string(), v.regex(/^\d{1,7}(x\d{1,7}){0,7}$/, 'is not a shape')),
  batch: count,
  provider: v.picklist(['wasm', 'webgpu']),
  threads: count,
  runtime: word,
  stop: v.picklist(['precision', 'time', 'count']),
  device: word,
  isolated: yes,
  software: yes,
  clock: milliseconds,
  warm: yes,
  drift: yes,
  samples: count,
  effective: count,
  inner: count,
  p50: estimate,
  p90: estimate,
  p95: estimate,
  p99: estimate,
  measured: v.pipe(v.string(), v.isoDate('is not a day')),
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f-]{4,80}$/, 'is not a fingerprint')),
};
const schema = v.strictObject(entries);

export type Summary = v.InferOutput<typeof schema>;

/** The query of a measurement's summary, without "?". */
export function encodeSummary(measurement: Measurement): string {
  const { model, report, stamp } = measurement;
  const values: Readonly<Record<keyof typeof entries, string>> = {
    name: plain(measurement.name),
    experiment: measurement.experiment,
    model: plain(model.name),
    sha256: model.sha256,
    precision: model.precision,
    input: model.shape.join('x'),
    batch: String(measurement.batch),
    provider: measurement.provider,
    threads: String(measurement.threads),
    runtime: plain(`${stamp.runtime} ${stamp.runtimeVersion}`),
    stop: report.stop,
    device: plain(measurement.device),
    isolated: yesOrNo(measurement.isolated),
    software: yesOrNo(stamp.adapter?.fallback ?? false),
    clock: rounded(stamp.timerStepMs),
    warm: yesOrNo(report.warmUp.kind === 'steady'),
    drift: yesOrNo(report.drift.flagged),
    samples: String(report.samples),
    effective: String(report.effectiveSamples),
    inner: String(report.innerRuns),
    p50: written(report.p50),
    p90: written(report.p90),
    p95: written(report.p95),
    p99: written(report.p99),
    measured: measurement.createdAt.slice(0, 10),
    fingerprint: measurement.fingerprint,
  };
  return new URLSearchParams(values).toString().replaceAll('%2C', ',');
}

/** Reads a query, or says in a sentence why it is not a summary. All or nothing: half a result is none. */
export function decodeSummary(query: string): Summary | string {
  if (query.length > longest) return `It is longer than ${longest.toLocaleString('en')} characters.`;
  const parameters = new URLSearchParams(query);
  const names = [...parameters.keys()];
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) return `It says “${twice.slice(0, 40)}” twice.`;
  const read = v.safeParse(schema, Object.fromEntries(parameters));
  if (read.success) return read.output;
  const [issue] = read.issues;
  const at = v.getDotPath(issue)?.split('.')[0] ?? 'a part';
  return parameters.has(at)
    ? `Its “${at.slice(0, 40)}” cannot be read${issue.type === 'regex' || issue.type === 'check' || issue.type === 'iso_date' ? `: it ${issue.message}` : ''}.`
    : `It lacks “${at.slice(0, 40)}”.`;
}

type Written = Measurement['report']['p50'];

const written = ({ value, lower, upper }: Written): string =>
  (lower === null || upper === null ? [value] : [value, lower, upper]).map(rounded).join(',');

const rounded = (value: number): string => String(Number(value.toPrecision(6)));
const yesOrNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 100) || 'unnamed';
