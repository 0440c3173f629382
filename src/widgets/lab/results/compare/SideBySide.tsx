import { useId, useState } from 'react';
import type { Measurement } from '../../../../store/measurements.ts';
import { ScrollBox } from '../../../controls/index.ts';
import { formatMs } from '../../formats.ts';
import { batchBeside, quantileIntervalWords } from '../../words.ts';
import styles from './compare.module.css';
import { type Difference, differences, partNames } from './differences.ts';
import { verdict } from './verdict.ts';

/** Two of the shown results next to each other, and which of u, c and e differs. */
export function SideBySide({ shown }: { readonly shown: readonly Measurement[] }) {
  const [chosen, setChosen] = useState<readonly [string, string]>(['', '']);
  const first = shown.find(({ id }) => id === chosen[0]) ?? shown[0];
  const second =
    shown.find(({ id }) => id === chosen[1] && id !== first?.id) ?? shown.find(({ id }) => id !== first?.id);
  if (!first || !second) return null;
  const found = differences(first, second);
  return (
    <>
      {shown.length > 2 && (
        <div className={styles.choices}>
          <Choice
            label="First"
            shown={shown}
            value={first.id}
            onChange={(id) => setChosen([id, second.id])}
          />
          <Choice
            label="Second"
            shown={shown.filter(({ id }) => id !== first.id)}
            value={second.id}
            onChange={(id) => setChosen([first.id, id])}
          />
        </div>
      )}
      <p className={styles.verdict}>{verdict(first, second, found)}</p>
      <ScrollBox label="Two results side by side">
        <table className={styles.table}>
          <caption className="visually-hidden">Two results side by side: times, then u, c and e.</caption>
          <thead>
            <tr>
              <td />
              {[first, second].map((one) => (
                <th key={one.id} scope="col">
                  {title(one)}
                </th>
              ))}
              <th scope="col">Same?</th>
            </tr>
          </thead>
          <tbody>
            {(['p50', 'p95', 'p99'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {[first, second].map((one) => (
                  <td key={one.id}>
                    {formatMs(one.report[name].value)}
                    <span className={styles.interval}>{quantileIntervalWords(one, name)}</span>
                  </td>
                ))}
                <td />
              </tr>
            ))}
          </tbody>
          {(['u', 'c', 'e'] as const).map((part) => (
            <tbody key={part}>
              <tr className={styles.part}>
                <th scope="rowgroup" colSpan={4}>
                  {partNames[part]}
                </th>
              </tr>
              {found
                .filter((one) => one.part === part)
                .map((one) => (
                  <Row key={one.name} difference={one} />
                ))}
            </tbody>
          ))}
        </table>
      </ScrollBox>
    </>
  );
}

function Row({ difference }: { readonly difference: Difference }) {
  const { name, first, second, same } = difference;
  return (
    <tr data-same={same}>
      <th scope="row">{name}</th>
      <td>{first}</td>
      <td>{second}</td>
      <td className={styles.same}>{same ? 'same' : '≠ differs'}</td>
    </tr>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly shown: readonly Measurement[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Choice({ label, shown, value, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {shown.map((one) => (
          <option key={one.id} value={one.id}>
            {title(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

const title = (one: Measurement): string =>
  [one.name, batchBeside(one), one.createdAt.slice(0, 16).replace('T', ' '), one.imported ? 'imported' : '']
    .filter(Boolean)
    .join(', ');
