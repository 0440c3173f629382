import { toCsv } from '../../../../store/csv.ts';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import { formatNumber, formatPercent } from '../../../chart/index.ts';
import { Button, saveFile } from '../../../controls/index.ts';
import { formatMs } from '../../formats.ts';
import resultStyles from '../../results/results.module.css';
import styles from '../experiment.module.css';

/** The text, the gate, the environment and the raw times of a run. */
export function LanguageOrigin({ run }: { readonly run: LanguageRun }) {
  return (
    <section className={resultStyles.part}>
      <h2>Where the numbers come from</h2>
      <p className={styles.text}>
        The model wrote <code>{JSON.stringify(run.text)}</code>. Its weights are random, so this is what it
        is: the likeliest character after the others, and no language. Only the speed means something.
      </p>
      <div className={resultStyles.details}>
        <div className={resultStyles.detail}>
          <dl className={resultStyles.stamp}>
            {entries(run).map(([name, value]) => (
              <div key={name} className={resultStyles.stampRow}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div className={resultStyles.actions}>
            <Button icon="export" onClick={() => saveFile(jsonFile(run))}>
              JSON
            </Button>
            <Button icon="export" onClick={() => saveFile(csvFile(run))}>
              CSV
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}

const entries = (run: LanguageRun): readonly (readonly [string, string])[] => {
  const { model, stamp, cold, gateBefore, gateAfter, generations, drift, warmUp } = run;
  const worst = Math.max(gateBefore.maxAbsolute, gateAfter.maxAbsolute);
  const rounds = 1 + Math.max(...generations.map(({ round }) => round));
  const hidden = generations.filter(({ discarded }) => discarded !== null).length;
  const { adapter } = stamp;
  return [
    [
      'Correctness',
      `passed before and after, for every layout and batch: the logits differ by at most ${formatNumber(worst, 2)} from the float64 reference`,
    ],
    ['Model', `${model.name}, ${model.precision}, ${formatNumber(model.bytes / 1e6)} MB`],
    ['Model SHA-256', model.sha256],
    ['Runtime', `${stamp.runtime} ${stamp.runtimeVersion}`],
    ['Threads', `${stamp.threadsRunning} running, ${stamp.threadsAsked} asked for`],
    ...(adapter
      ? ([
          [
            'Adapter',
            `${[adapter.vendor, adapter.architecture, adapter.description].filter(Boolean).join(' ') || 'unnamed'}, ${adapter.fallback ? 'software, not comparable' : 'hardware'}`,
          ],
        ] as const)
      : []),
    [
      'Cold start',
      `runtime fetched in ${formatMs(cold.fetchRuntimeMs)}, started in ${formatMs(cold.startRuntimeMs)}; model fetched in ${formatMs(cold.fetchModelMs)}, session made in ${formatMs(cold.createSessionMs)}; gate ${formatMs(cold.firstRunMs)}`,
    ],
    [
      'Warm-up',
      `${formatMs(warmUp.durationMs)}, ${warmUp.kind === 'steady' ? 'until steady' : 'no steady state found'}`,
    ],
    [
      'Samples',
      `${rounds} rounds, ${generations.length} generations of ${run.newTokens} tokens${hidden > 0 ? `, ${hidden} discarded because the tab was hidden` : ''}; stopped at the ${run.stop} limit`,
    ],
    ['Machine drift', `${formatPercent(drift.change, 2)}${drift.flagged ? ', flagged' : ''}`],
    ['Isolated', stamp.isolated ? 'yes' : 'no: 1 thread (not isolated)'],
    ['Clock step', formatMs(stamp.timerStepMs)],
    ['Measured', new Date(run.createdAt).toLocaleString('en-GB')],
    ['Fingerprint', run.fingerprint],
  ];
};

const fileName = ({ model, provider, createdAt }: LanguageRun, ending: string): string =>
  `goodput-${model.name}-${provider}-${createdAt.slice(0, 19).replaceAll(':', '')}.${ending}`;

const jsonFile = (run: LanguageRun): File =>
  new File([`${JSON.stringify(run, null, 2)}\n`], fileName(run, 'json'), { type: 'application/json' });

/** One line for each token. */
const csvFile = (run: LanguageRun): File => {
  const header = [
    'round',
    'prompt_tokens',
    'batch',
    'cache',
    'token',
    'milliseconds_after_start',
    'discarded',
  ];
  const rows = run.generations.flatMap(({ round, promptTokens, batch, cache, tokenMs, discarded }) =>
    tokenMs.map((time, index) => [round, promptTokens, batch, cache, index + 1, time, discarded ?? '']),
  );
  return new File([toCsv([header, ...rows])], fileName(run, 'csv'), { type: 'text/csv' });
};
