import { type Repeated, repeated } from '../../../../engine/benchmark/index.ts';
import { formatMs } from '../../formats.ts';
import styles from '../experiment.module.css';
import { aboutThree } from './aboutThree.ts';
import type { EngineView } from './coldView.ts';
import { parts } from './parts.ts';
import { repeatedWords } from './repeatedWords.ts';

/** Part by part and engine by engine: the cold start, and the middle of the warm ones. */
export function PartTable({ engines }: { readonly engines: readonly EngineView[] }) {
  return (
    <table className={styles.table}>
      <caption>
        Medians of starts with a warm cache; beneath, their 95 % interval or, with fewer than six, their
        range, and the start with a cold cache apart.
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          {engines.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, name, says }) => (
          <PartRow
            key={key}
            name={name}
            says={says}
            engines={engines}
            warm={({ warm }) => repeated(warm.map((start) => start[key]))}
            cold={({ cold }) => cold?.[key] ?? null}
          />
        ))}
        <PartRow
          name="Second run"
          says="the same input again"
          engines={engines}
          warm={({ warm }) => repeated(warm.map(({ secondRunMs }) => secondRunMs))}
          cold={({ cold }) => cold?.secondRunMs ?? null}
        />
        <PartRow
          name="First steady run"
          says="of all starts: caches do not move it"
          engines={engines}
          warm={({ steady }) => steady}
          cold={() => null}
        />
        <PartRow
          name="Steady after"
          says="from the beginning of the first run"
          engines={engines}
          warm={({ steadyAfter }) => steadyAfter}
          cold={() => null}
        />
        <tr>
          <th scope="row">
            Requests until the start is under 1 %
            <span className={styles.sub}> of all that the instance did</span>
          </th>
          {engines.map(({ id, name, amortizedAfter }) => (
            <td key={id} data-name={name}>
              {amortizedAfter === null ? 'no steady run to compare with' : aboutThree(amortizedAfter)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

interface PartRowProps {
  readonly name: string;
  readonly says: string;
  readonly engines: readonly EngineView[];
  readonly warm: (engine: EngineView) => Repeated | null;
  readonly cold: (engine: EngineView) => number | null;
}

function PartRow({ name, says, engines, warm, cold }: PartRowProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.sub}> {says}</span>
      </th>
      {engines.map((engine) => {
        const found = warm(engine);
        const first = cold(engine);
        return (
          <td key={engine.id} data-name={engine.name}>
            {found ? formatMs(found.median) : 'not found'}
            <span className={styles.sub}>
              {' '}
              {[found && `${repeatedWords(found)}.`, first !== null && `Cold: ${formatMs(first)}.`]
                .filter(Boolean)
                .join(' ')}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
