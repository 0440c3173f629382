import { Icon } from '../controls/index.ts';
import type { Assumption } from './defineWidget.ts';
import styles from './WidgetFrame.module.css';

/** Says whether the formula's conditions hold now, and opens to which of them does not and why. */
export function TruthBadge({ assumptions }: { assumptions: readonly Assumption[] }) {
  const broken = assumptions.filter((assumption) => !assumption.holds).length;
  const verdict =
    broken === 0 ? 'Formula holds' : broken === 1 ? '1 condition broken' : `${broken} conditions broken`;
  return (
    <details className={styles.truth} data-holds={broken === 0}>
      <summary>
        <Icon name={broken === 0 ? 'check' : 'warning'} />
        {verdict}
      </summary>
      <ul>
        {assumptions.map(({ condition, holds, because }) => (
          <li key={condition} data-holds={holds}>
            <Icon name={holds ? 'check' : 'warning'} />
            <span>
              <strong>{condition}</strong> {holds ? 'holds' : 'does not hold'}: {because}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
