import * as v from 'valibot';
import { toCsv } from './csv.ts';
import { importJson } from './importJson.ts';
import { createPersistedStore } from './persist.ts';

const text = v.pipe(v.string(), v.maxLength(500));

const recordLimit = 20_000;

const evidenceSchema = v.strictObject({
  /** When the decision was made, ISO 8601. */
  time: v.pipe(v.string(), v.isoTimestamp()),
  widget: text,
  /** Null where the number was infinite: JSON has no other word for it. */
  value: v.nullable(v.pipe(v.number(), v.finite())),
  unit: v.optional(text),
  rule: text,
  verdict: text,
  action: text,
  fingerprint: text,
  /** Input, configuration and environment of the run on which the decision rests. */
  record: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((record) => JSON.stringify(record).length <= recordLimit, 'the record is too long'),
  ),
});

const logSchema = v.pipe(v.array(evidenceSchema), v.maxLength(10_000));

export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** The decisions that the reader has made, oldest first. */
export const evidence = createPersistedStore<readonly Evidence[]>({
  key: 'evidence',
  version: 1,
  schema: logSchema,
  initial: [],
});

/** A decision as the engine makes it: a number, the declared rule that it was compared with, and what follows. */
interface DecisionMade {
  readonly value: number;
  readonly rule: {
    readonly metric: string;
    readonly comparison: string;
    readonly threshold: number;
    readonly unit?: string | undefined;
  };
  readonly verdict: string;
  readonly action: string;
  readonly fingerprint: string;
}

/** Writes a widget's decision into the log, with the record that replays it. */
export function logDecision(made: { widget: string; decision: DecisionMade; record: object }): Promise<void> {
  const { value, rule, verdict, action, fingerprint } = made.decision;
  return appendEvidence({
    time: new Date().toISOString(),
    widget: made.widget,
    value: Number.isFinite(value) ? value : null,
    unit: rule.unit,
    rule: [rule.metric, rule.comparison, rule.threshold, rule.unit]
      .filter((word) => word !== undefined && word !== '')
      .join(' '),
    verdict,
    action,
    fingerprint,
    // Data only, as it will lie in a file: no methods, no prototypes.
    record: v.parse(v.record(v.string(), v.unknown()), JSON.parse(JSON.stringify(made.record))),
  });
}

export function appendEvidence(entry: Evidence): Promise<void> {
  return evidence.update((log) => [...log, entry]);
}

export function clearEvidence(): Promise<void> {
  return evidence.update(() => []);
}

/**
 * Adds the entries of an exported file that are not in the log yet. All or nothing: a file that does not fit
 * throws `ImportRefused` with the reason, and the log stays as it is. Returns how many entries are new.
 */
export async function importEvidence(json: string): Promise<number> {
  const { evidence: entries } = importJson(json, fileSchema);
  const before = evidence.getState().value.length;
  await evidence.update((log) => {
    const known = new Set(log.map(identity));
    const added = entries.filter((entry) => !known.has(identity(entry)));
    return [...log, ...added].sort((a, b) => a.time.localeCompare(b.time));
  });
  return evidence.getState().value.length - before;
}

export function evidenceJson(log: readonly Evidence[]): string {
  const file: v.InferOutput<typeof fileSchema> = {
    format: 'goodput evidence',
    version: 1,
    evidence: [...log],
  };
  return JSON.stringify(file, null, 2);
}

export function evidenceCsv(log: readonly Evidence[]): string {
  const rows = log.map(({ time, widget, value, unit, rule, verdict, action, fingerprint, record }) => [
    time,
    widget,
    value ?? '',
    unit ?? '',
    rule,
    verdict,
    action,
    fingerprint,
    JSON.stringify(record),
  ]);
  const head = ['time', 'widget', 'value', 'unit', 'rule', 'verdict', 'action', 'fingerprint', 'record'];
  return toCsv([head, ...rows]);
}

const fileSchema = v.strictObject({
  format: v.literal('goodput evidence'),
  version: v.literal(1),
  evidence: logSchema,
});

function identity(entry: Evidence): string {
  return [entry.time, entry.widget, entry.fingerprint, entry.rule].join('\n');
}
