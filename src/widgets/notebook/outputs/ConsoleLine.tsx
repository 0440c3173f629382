import type { CellOutput, ValueTree } from '../../../engine/notebook/index.ts';
import { Icon, type IconName } from '../../controls/index.ts';
import styles from './outputs.module.css';
import { TreeValue } from './TreeValue.tsx';

type Level = Extract<CellOutput, { kind: 'console' }>['level'];

const marks: Readonly<Record<Level, IconName | undefined>> = {
  log: undefined,
  debug: undefined,
  info: 'info',
  warn: 'warning',
  error: 'close',
};

interface Props {
  readonly level: Level;
  readonly values: readonly ValueTree[];
}

/** One call of the console: its level in a word and a mark, then its values side by side. */
export function ConsoleLine({ level, values }: Props) {
  const mark = marks[level];
  return (
    <div className={styles.console} data-level={level}>
      <span className={styles.level}>
        {mark && <Icon name={mark} size={14} />}
        {level}
      </span>
      <div className={styles.logged}>
        {values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an argument is known by its place
          <Logged key={index} value={value} />
        ))}
      </div>
    </div>
  );
}

/** As a console does, words stand without quotation marks. */
function Logged({ value }: { readonly value: ValueTree }) {
  if (value.type === 'leaf' && value.of === 'string')
    return <span className={styles.words}>{value.text}</span>;
  return <TreeValue value={value} room={60} />;
}
