import { createElement } from 'react';
import { formatNumber } from '../../../widgets/chart/index.ts';
import { useLive } from '../../../widgets/frame/index.ts';
import { useLesson } from '../lessonContext.ts';
import styles from './margin.module.css';

/** The lesson's symbols with the values that they have in its widget now. */
export function Symbols() {
  const { symbols } = useLesson();
  if (symbols.length === 0) return null;
  return (
    <dl className={styles.symbols} data-lesson-symbols="">
      {symbols.map((name) => (
        <SymbolNow key={name} name={name} />
      ))}
    </dl>
  );
}

function SymbolNow({ name }: { name: string }) {
  const live = useLive(name);
  if (!live) return null;
  return (
    <div className={styles.symbol}>
      <dt>
        <span className={`${styles.letter} symbol-${live.role}`}>
          <Letter symbol={live.symbol} />
        </span>
        <span>{live.label}</span>
      </dt>
      <dd className={`symbol-${live.role}`}>
        {formatNumber(live.value, live.digits)}
        {live.unit && <span className={styles.unit}> {live.unit}</span>}
      </dd>
    </div>
  );
}

/** A symbol as a formula sets it: “W_q” with its index, single letters in italics. */
function Letter({ symbol }: { symbol: string }) {
  const [base = '', index] = symbol.split('_').map((part) => createElement('mi', { key: part }, part));
  return createElement('math', null, index ? createElement('msub', null, base, index) : base);
}
