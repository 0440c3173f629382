import type { Measurement } from '../../store/measurements.ts';
import { formatNumber, formatPercent } from '../chart/index.ts';
import { formatMs, formatMsInterval } from './formats.ts';
import type { Step } from './runner/plan.ts';

/** What each step of a run is called. */
export const stepNames: Readonly<Record<Step, string>> = {
  waiting: 'Waiting for its turn',
  adapter: 'Asking for the graphics adapter',
  fetchRuntime: 'Fetching ONNX Runtime',
  startRuntime: 'Compiling and starting the runtime',
  fetchModel: 'Fetching the model',
  createSession: 'Creating the session',
  firstRun: 'First run, checked against the reference',
  warmUp: 'Warming up until the run chart is steady',
  warm: 'Warm, waiting for the others',
  sampling: 'Sampling, in turns with the other rows',
  serving: 'Serving requests as the schedule sends them',
  between: 'Ended, waiting for its next start',
  closing: 'Checking the last answer',
  done: 'Done',
  failed: 'FAILED',
};

/** "batch 8", for the place beside a name that does not say it itself. */
export function batchBeside({ name, batch }: Measurement): string {
  const words = `batch ${batch}`;
  return name.split(' · ').includes(words) ? '' : words;
}

/** A quantile's interval, or why there is none; one that is finer than the clock says so. */
export function quantileIntervalWords(
  { report, stamp }: Measurement,
  name: 'p50' | 'p90' | 'p95' | 'p99',
): string {
  const { lower, upper, needed } = report[name];
  if (lower === null || upper === null) return `interval not resolvable at this n (needs n ≥ ${needed})`;
  const step = stamp.timerStepMs / report.innerRuns;
  return upper - lower < step
    ? `to within one clock step (${formatMs(step)})`
    : formatMsInterval(lower, upper);
}

/** Why sampling ended. */
export function stopSentence({ report, stamp }: Measurement): string {
  const width =
    report.p50.lower === null || report.p50.upper === null
      ? null
      : (report.p50.upper - report.p50.lower) / 2 / report.p50.value;
  // Repeated readings of a stepping clock agree more closely than the clock is fine.
  const step = stamp.timerStepMs / (report.innerRuns * report.p50.value);
  const reached =
    width === null
      ? ''
      : width < step
        ? ` The median’s interval is narrower than one step of the clock, which is ${formatPercent(step, 2)} of a sample.`
        : ` The median’s interval is ±${formatPercent(width, 2)}.`;
  return {
    precision: `Sampling stopped because the median was precise enough (target ±2 %).${reached}`,
    time: `Sampling stopped at the time limit.${reached}`,
    count: `Sampling stopped at the count limit.${reached}`,
  }[report.stop];
}

/** What the warm-up did. */
export function warmUpSentence({ report }: Measurement): string {
  const { kind, shape, durationMs } = report.warmUp;
  const lasted = `Warm-up lasted ${formatMs(durationMs)}`;
  if (kind === 'none')
    return `No steady state found: warm-up lasted ${formatMs(durationMs)} and the run times still moved. Read these numbers as a stretch of time, not as a property of the model.`;
  if (shape === 'faster') return `${lasted}; runs became faster, then steady.`;
  if (shape === 'slower') return `${lasted}; runs became slower, then steady.`;
  return `${lasted}; the run times were steady from the start.`;
}

/** The gravest of the cautions in a few words, for the place where the number stands. */
export function badges({ report, stamp, isolated }: Measurement): readonly string[] {
  return [
    stamp.adapter?.fallback ? 'software adapter, not comparable' : '',
    isolated ? '' : '1 thread (not isolated)',
    report.warmUp.kind === 'none' ? 'no steady state found' : '',
    report.drift.flagged ? 'the machine changed meanwhile' : '',
    report.warmUp.shape === 'slower' ? 'became slower while warming up' : '',
  ].filter(Boolean);
}

/** What to keep in mind when reading a measurement; the most serious first. */
export function cautions(measurement: Measurement): readonly string[] {
  const { report, stamp, isolated, batch } = measurement;
  const found: string[] = [];
  if (stamp.adapter?.fallback)
    found.push('Software adapter, not comparable: the processor stood in for the graphics card.');
  if (!isolated)
    found.push(
      '1 thread (not isolated): the clock moves in coarse steps and threads are off. Do not compare this with an isolated run.',
    );
  if (stamp.threadsRunning < stamp.threadsAsked)
    found.push(`${stamp.threadsAsked} threads were asked for and ${stamp.threadsRunning} ran.`);
  if (report.drift.flagged)
    found.push(
      `The machine changed while it measured: a fixed calculation took up to ${formatPercent(Math.abs(report.drift.change), 2)} ${report.drift.change > 0 ? 'longer' : 'less time'} than at the start. Run again when the machine is quiet.`,
    );
  if (report.warmUp.kind === 'none') found.push(warmUpSentence(measurement));
  if (report.innerRuns > 1)
    found.push(
      `One run is too short for this clock (steps of ${formatMs(stamp.timerStepMs)}), so each sample is the mean of ${report.innerRuns} runs. The median and mean hold; single runs have a wider tail than p95 and p99 show. ${batch < 256 ? 'A larger batch needs fewer.' : ''}`.trim(),
    );
  if (report.effectiveSamples < report.samples / 2)
    found.push(
      `Neighbouring samples resemble each other: ${formatNumber(report.samples, 5)} of them tell as much as ${formatNumber(report.effectiveSamples, 5)} independent ones. The intervals use that number.`,
    );
  if (report.outliers > 0)
    found.push(
      `${formatNumber(report.outliers, 5)} of ${formatNumber(report.samples, 5)} samples are outliers (above p75 + 3 IQR). They are kept: users of a service would meet them too.`,
    );
  if (report.discardedBlocks > 0)
    found.push(
      `${report.discardedBlocks} ${report.discardedBlocks === 1 ? 'block was' : 'blocks were'} discarded because the tab was hidden.`,
    );
  return found;
}
