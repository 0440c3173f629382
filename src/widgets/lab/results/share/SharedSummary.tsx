import { useSearch } from 'wouter';
import { measurements } from '../../../../store/measurements.ts';
import { usePersisted } from '../../../../store/persist.ts';
import { findExperiment } from '../../experiments/catalog.ts';
import { formatMs, formatMsInterval } from '../../formats.ts';
import lab from '../../lab.module.css';
import styles from './share.module.css';
import { decodeSummary, type Summary } from './summary.ts';

/** A result that came with a link: somebody else's numbers, shown and never saved. */
export function SharedSummary() {
  const summary = decodeSummary(useSearch());
  if (typeof summary === 'string') return <Unreadable reason={summary} />;
  return <Shown summary={summary} />;
}

function Unreadable({ reason }: { readonly reason: string }) {
  return (
    <header className={lab.head}>
      <h1>This link holds no result</h1>
      <p className={lab.lede} role="status">
        {reason} Nothing was saved. Ask for the link again, or <a href="#/lab">measure yourself</a>.
      </p>
    </header>
  );
}

function Shown({ summary }: { readonly summary: Summary }) {
  const { value } = usePersisted(measurements);
  const own = value.measurements.some(
    ({ fingerprint, imported }) => fingerprint === summary.fingerprint && !imported,
  );
  const experiment = findExperiment(summary.experiment);
  return (
    <article>
      <header className={lab.head}>
        <h1>{own ? 'Your numbers, from a link' : 'Somebody else’s numbers'}</h1>
        <p className={lab.lede}>
          {own
            ? 'A measurement of this fingerprint is saved in this browser.'
            : 'They came with the link, were measured on another device, and cannot be checked here: anyone can write such a link. Nothing of them is saved.'}
        </p>
      </header>
      {warnings(summary).length > 0 && (
        <ul className={styles.cautions} aria-label="Keep in mind">
          {warnings(summary).map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <table className={styles.numbers}>
        <caption>Time of one inference of the whole batch, as the link says it</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{summary.name}</th>
            <th scope="col">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {(['p50', 'p90', 'p95', 'p99'] as const).map((name) => {
            const { value, lower, upper } = summary[name];
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatMs(value)}</td>
                <td>
                  {lower === null || upper === null
                    ? 'not resolvable at this n'
                    : formatMsInterval(lower, upper)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className={styles.origin}>
        {origin(summary).map(([name, text]) => (
          <div key={name} className={styles.originRow}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {experiment && (
        <p className={styles.next}>
          <a href={`#/lab/${experiment.id}`}>Measure it on this device</a> and read the two side by side: what
          differs then is the environment e.
        </p>
      )}
    </article>
  );
}

const warnings = ({ software, isolated, warm, drift, inner }: Summary): string[] =>
  [
    software ? 'Software adapter, not comparable: the processor stood in for the graphics card.' : '',
    isolated ? '' : '1 thread (not isolated): do not compare this with an isolated run.',
    warm ? '' : 'No steady state was found: the numbers are those of a stretch of time.',
    drift ? 'The machine changed while it measured.' : '',
    inner > 1 ? `Each sample is the mean of ${inner} runs: single runs have a wider tail.` : '',
  ].filter(Boolean);

const origin = (summary: Summary): readonly (readonly [string, string])[] => [
  [
    'Input u',
    `${summary.model}, input ${summary.input.replaceAll('x', ' × ')}, batch ${summary.batch}, SHA-256 ${summary.sha256}`,
  ],
  [
    'Configuration c',
    `${summary.provider}, ${summary.threads} ${summary.threads === 1 ? 'thread' : 'threads'}, ${summary.precision}, ${summary.runtime}, stopped by ${summary.stop}`,
  ],
  [
    'Environment e',
    `${summary.device}; ${summary.isolated ? 'isolated' : 'not isolated'}; clock step ${formatMs(summary.clock)}`,
  ],
  [
    'Samples',
    `${summary.samples.toLocaleString('en')}, worth ${summary.effective.toLocaleString('en')} independent ones`,
  ],
  ['Measured', summary.measured],
  ['Fingerprint', summary.fingerprint],
];
