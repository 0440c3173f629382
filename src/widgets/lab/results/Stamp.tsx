import type { Measurement } from '../../../store/measurements.ts';
import { formatNumber, formatPercent } from '../../chart/index.ts';
import { formatMs } from '../formats.ts';
import styles from './results.module.css';

/** What was measured, on what, and how it was checked. */
export function Stamp({ measurement }: { readonly measurement: Measurement }) {
  return (
    <section>
      <h4>Stamp</h4>
      <dl className={styles.stamp}>
        {entries(measurement).map(([name, value]) => (
          <div key={name} className={styles.stampRow}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const entries = (measurement: Measurement): readonly (readonly [string, string])[] => {
  const { report, stamp, model, batch, fingerprint } = measurement;
  const { adapter, placement } = stamp;
  const { gateBefore, gateAfter } = report;
  const worst = Math.max(gateBefore.maxAbsolute, gateAfter.maxAbsolute);
  const worstRelative = Math.max(gateBefore.maxRelative, gateAfter.maxRelative);
  return [
    [
      'Correctness',
      `passed on the first and the last sample: largest difference ${formatNumber(worst, 2)} (relative ${formatNumber(worstRelative, 2)}), argmax agrees in ${formatPercent(Math.min(gateBefore.argmaxAgreement, gateAfter.argmaxAgreement))} of rows`,
    ],
    ['Model', `${model.name}, ${model.precision}, input ${model.shape.join(' × ')}, batch ${batch}`],
    ['Model SHA-256', model.sha256],
    ['Runtime', `${stamp.runtime} ${stamp.runtimeVersion}`],
    ['Threads', `${stamp.threadsRunning} running, ${stamp.threadsAsked} asked for`],
    ...(adapter
      ? ([
          [
            'Adapter',
            [
              [adapter.vendor, adapter.architecture, adapter.description].filter(Boolean).join(' ') ||
                'unnamed',
              adapter.fallback ? 'software, not comparable' : 'hardware',
              adapter.shaderF16 ? 'shader-f16' : 'no shader-f16',
            ].join(', '),
          ],
        ] as const)
      : []),
    [
      'Nodes, once fused',
      placement ? placement.map(({ provider, nodes }) => `${provider}: ${nodes}`).join(', ') : 'not reported',
    ],
    ['Browser', `${stamp.browser} on ${stamp.system}, ${stamp.cores} cores`],
    ['Isolated', stamp.isolated ? 'yes' : 'no: 1 thread (not isolated)'],
    ['Clock step', formatMs(stamp.timerStepMs)],
    ['Runs in a sample', String(report.innerRuns)],
    [
      'Machine drift',
      `${report.drift.change > 0 ? '+' : ''}${formatPercent(report.drift.change, 2)}${report.drift.flagged ? ', flagged' : ''}`,
    ],
    ['Measured', new Date(measurement.createdAt).toLocaleString('en-GB')],
    ['Fingerprint', fingerprint],
  ];
};
