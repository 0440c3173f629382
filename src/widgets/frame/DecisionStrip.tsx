import { useState } from 'react';
import { formatNumber } from '../chart/index.ts';
import { Button, Icon } from '../controls/index.ts';
import type { InstanceState } from './instance.ts';
import { instanceRecord } from './instanceRecord.ts';
import styles from './WidgetFrame.module.css';

const tones = { pass: 'good', inconclusive: 'warn', fail: 'bad' } as const;
/** Comparisons as they are printed. */
const signs = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '===': '=', '!==': '≠' } as const;
const icons = { pass: 'check', inconclusive: 'info', fail: 'warning' } as const;

/** value · rule · verdict · evidence: the number on screen compared with a declared rule, and the action that follows. */
export function DecisionStrip({ state }: { state: InstanceState }) {
  const [logged, setLogged] = useState<string>();
  const { decision } = state;
  if (!decision)
    return <p className={styles.strip}>The decision appears when the simulation has its first result.</p>;
  const { value, lower, upper, rule, passed, verdict, action, fingerprint } = decision;
  const outcome = passed === undefined ? 'inconclusive' : passed ? 'pass' : 'fail';
  const unit = rule.unit ? ` ${rule.unit}` : '';
  const key = `${fingerprint} ${state.fingerprint}`;
  const log = async () => {
    const { logDecision } = await import('../../store/evidence.ts');
    await logDecision({ widget: state.widget.id, decision, record: instanceRecord(state) });
    setLogged(key);
  };
  return (
    <dl className={styles.strip}>
      <div>
        <dt>Value</dt>
        <dd className={styles.value}>
          {`${rule.metric} = ${formatNumber(value, 4)}${unit}`}
          {lower !== undefined &&
            upper !== undefined &&
            ` [${formatNumber(lower, 4)}, ${formatNumber(upper, 4)}]`}
        </dd>
      </div>
      <div>
        <dt>Rule</dt>
        <dd
          className={styles.value}
        >{`${rule.metric} ${signs[rule.comparison]} ${formatNumber(rule.threshold, 4)}${unit}`}</dd>
      </div>
      <div aria-live="polite">
        <dt>Verdict</dt>
        <dd>
          <span className={styles.verdict} data-tone={tones[outcome]}>
            <Icon name={icons[outcome]} />
            {verdict}
          </span>
          <span>{action}</span>
        </dd>
      </div>
      <div>
        <dt>Evidence</dt>
        <dd>
          <span
            className={styles.fingerprint}
            title="Fingerprint of the result: the same input, configuration and environment give it again"
          >
            {state.fingerprint ?? 'computing'}
          </span>
          <Button kind="quiet" onClick={log} disabled={state.now.refining || logged === key}>
            {logged === key ? 'Logged' : 'Log this decision'}
          </Button>
          <a href="#/evidence">Evidence log</a>
        </dd>
      </div>
    </dl>
  );
}
