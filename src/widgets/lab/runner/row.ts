import {
  type Block,
  decideStop,
  keptSamples,
  relativeHalfWidth,
  type StopReason,
  touchesHidden,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import type { Prepared } from '../protocol.ts';
import type { Bench, Benches } from './bench.ts';
import type { Configuration, Plan, Step } from './plan.ts';
import type { Visibility } from './visibility.ts';
import { type WarmedUp, warmUp } from './warmUp.ts';

/** What a row needs from its surroundings. */
export interface RowContext {
  readonly plan: Plan;
  readonly visibility: Visibility;
  readonly benches: Benches;
  readonly report: (step: Step, share: number | null) => void;
  readonly notice: (sentence: string) => void;
}

/** One configuration, open and warm. */
export interface OpenRow {
  readonly configuration: Configuration;
  readonly bench: Bench;
  readonly prepared: Prepared;
  readonly warmed: WarmedUp;
  readonly blocks: Block[];
  looks: number;
  stop: StopReason | null;
}

const blockMs = 200;

/**
 * Opens a configuration, in the worker of its kind, and warms it up. Several threads that do not start within ten
 * seconds become one thread, with a notice.
 */
export async function openRow(configuration: Configuration, context: RowContext): Promise<OpenRow> {
  try {
    return await openOnce(configuration, context);
  } catch (error) {
    if (!(error instanceof LabFailure) || error.code !== 'session-timeout') throw error;
    context.notice(`${error.message} Measured with 1 thread instead.`);
    return await openOnce({ ...configuration, name: `${configuration.name} → 1`, threads: 1 }, context);
  }
}

const openOnce = async (configuration: Configuration, context: RowContext): Promise<OpenRow> => {
  const { plan, visibility, benches, report } = context;
  const from = performance.timeOrigin + performance.now();
  const bench = await benches.open(configuration, (phase) => report(phase, null));
  report('firstRun', null);
  const prepared = await bench.client.prepare(configuration.batch);
  if (!prepared.gate.passed)
    throw new LabFailure('wrong-answer', `largest difference ${prepared.gate.maxAbsolute}`, prepared.gate);
  if (touchesHidden({ from, to: performance.timeOrigin + performance.now() }, visibility.hidden()))
    context.notice('The tab was hidden while the session started: the cold times do not count.');
  report('warmUp', 0);
  const { client, opened } = bench;
  const warmed = await warmUp(
    client,
    configuration.batch,
    plan,
    opened.timerStepMs,
    visibility.hidden,
    (share) => report('warmUp', share),
  );
  report('warm', 1);
  return { configuration, bench, prepared, warmed, blocks: [], looks: 0, stop: null };
};

/** Takes one block, discards it if the tab was hidden meanwhile, and asks the stopping rule. */
export async function sampleRow(
  row: OpenRow,
  round: number,
  { plan, visibility, report }: RowContext,
): Promise<void> {
  const { originMs, innerRuns } = row.warmed;
  const sampled = await row.bench.client.block({
    type: 'block',
    batch: row.configuration.batch,
    innerRuns,
    milliseconds: blockMs,
    calibrate: true,
  });
  const { startMs, endMs, samples, calibrationBefore, calibrationAfter } = sampled;
  const hidden = touchesHidden({ from: startMs, to: endMs }, visibility.hidden());
  row.blocks.push({
    round,
    startMs: startMs - originMs,
    endMs: endMs - originMs,
    samples,
    calibrationBefore,
    calibrationAfter,
    discarded: hidden ? 'hidden' : null,
  });
  const kept = row.blocks.filter((block) => block.discarded === null);
  const elapsedMs = kept.reduce((sum, block) => sum + block.endMs - block.startMs, 0);
  const count = kept.reduce((sum, block) => sum + block.samples.length, 0);
  const decision = decideStop(
    {
      samples: count,
      elapsedMs,
      looks: row.looks,
      relativeHalfWidth: () => relativeHalfWidth(keptSamples(kept)),
    },
    plan.rule,
  );
  row.looks = decision.looks;
  row.stop = decision.stop ? decision.reason : null;
  report('sampling', Math.min(1, Math.max(elapsedMs / plan.rule.timeLimitMs, count / plan.rule.countLimit)));
}
