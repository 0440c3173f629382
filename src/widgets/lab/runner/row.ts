import {
  type Block,
  decideStop,
  keptSamples,
  relativeHalfWidth,
  type StopReason,
  touchesHidden,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import type { Opened } from '../protocol.ts';
import type { Configuration, Plan, Step } from './plan.ts';
import type { Visibility } from './visibility.ts';
import { type WarmedUp, warmUp } from './warmUp.ts';
import type { WorkerClient, workerClient } from './workerClient.ts';

/** What a row needs from its surroundings. */
export interface RowContext {
  readonly plan: Plan;
  readonly visibility: Visibility;
  readonly connect: typeof workerClient;
  readonly report: (step: Step, share: number | null) => void;
  readonly notice: (sentence: string) => void;
}

/** One configuration, open and warm. */
export interface OpenRow {
  readonly configuration: Configuration;
  readonly client: WorkerClient;
  readonly opened: Opened;
  readonly warmed: WarmedUp;
  readonly hiddenAtStart: boolean;
  readonly blocks: Block[];
  looks: number;
  stop: StopReason | null;
}

const blockMs = 200;

/**
 * Opens a configuration in a fresh worker and warms it up. Several threads that do not start within ten seconds
 * become one thread, with a notice.
 */
export async function openRow(
  configuration: Configuration,
  context: RowContext,
  own: OwnClient,
): Promise<OpenRow> {
  try {
    return await openOnce(configuration, context, own);
  } catch (error) {
    if (!(error instanceof LabFailure) || error.code !== 'session-timeout') throw error;
    context.notice(`${error.message} Measured with 1 thread instead.`);
    return await openOnce({ ...configuration, name: `${configuration.name} → 1`, threads: 1 }, context, own);
  }
}

/** Told of each worker that starts, so that a cancel can end it. */
export type OwnClient = (client: WorkerClient) => void;

const openOnce = async (
  configuration: Configuration,
  context: RowContext,
  own: OwnClient,
): Promise<OpenRow> => {
  const { plan, visibility, report } = context;
  const client = context.connect();
  own(client);
  const { provider, threads } = configuration;
  const { batch, card, modelUrl, additionUrl } = plan;
  const from = performance.timeOrigin + performance.now();
  const opened = await client.open(
    { type: 'open', provider, threads, batch, card, modelUrl, additionUrl },
    (phase) => report(phase, null),
  );
  if (!opened.gate.passed)
    throw new LabFailure('wrong-answer', `largest difference ${opened.gate.maxAbsolute}`);
  const hiddenAtStart = touchesHidden(
    { from, to: performance.timeOrigin + performance.now() },
    visibility.hidden(),
  );
  if (hiddenAtStart)
    context.notice('The tab was hidden while the session started: the cold times do not count.');
  report('warmUp', 0);
  const warmed = await warmUp(client, plan, opened.timerStepMs, visibility.hidden, (share) =>
    report('warmUp', share),
  );
  report('warm', 1);
  return { configuration, client, opened, warmed, hiddenAtStart, blocks: [], looks: 0, stop: null };
};

/** Takes one block, discards it if the tab was hidden meanwhile, and asks the stopping rule. */
export async function sampleRow(
  row: OpenRow,
  round: number,
  { plan, visibility, report }: RowContext,
): Promise<void> {
  const { originMs, innerRuns } = row.warmed;
  const sampled = await row.client.block({
    type: 'block',
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
