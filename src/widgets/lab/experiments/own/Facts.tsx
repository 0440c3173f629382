import { formatNumber } from '../../../chart/index.ts';
import { megabytes } from './chooseInputs.ts';
import type { ModelFacts, Port } from './modelFacts.ts';
import styles from './own.module.css';

/** What the file says of itself. */
export function Facts({ facts, bytes }: { readonly facts: ModelFacts; readonly bytes: number }) {
  const { producer, irVersion, opsets, nodes, initializers, initializerBytes, precision } = facts;
  return (
    <section className={styles.facts} aria-label="What the file says">
      <h2>What the file says</h2>
      <dl className={styles.entries}>
        {[
          ['Written by', producer || 'it does not say'],
          ['Format', `IR version ${irVersion}, operator set ${opsets}`],
          ['Graph', `${formatNumber(nodes, 6)} nodes`],
          [
            'Weights',
            `${formatNumber(initializers, 6)} tensors, ${megabytes(initializerBytes)} of ${megabytes(bytes)}: ${precision}`,
          ],
          ['Inputs', facts.inputs.map(portWords).join('; ') || 'none'],
          ['Outputs', facts.outputs.map(portWords).join('; ')],
        ].map(([name, value]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const portWords = ({ name, type, shape }: Port): string =>
  `${name}: ${type ?? 'no tensor'}${shape ? ` [${shape.join(', ')}]` : ', shape not given'}`;
