import { formatNumber, withUnit } from '../../../widgets/chart/index.ts';
import { useLive } from '../../../widgets/frame/index.ts';
import { useLesson } from '../lessonContext.ts';
import styles from './margin.module.css';

/** The lesson's symbols with the values that they have in its widget now. */
export function Symbols() {
  const { symbols } = useLesson();
  if (symbols.length === 0) return null;
  return (
    <section className={styles.symbols} aria-label="Symbols and their values now">
      <p className={styles.symbolsTitle} aria-hidden="true">
        Now
      </p>
      <dl>
        {symbols.map((name) => (
          <SymbolNow key={name} name={name} />
        ))}
      </dl>
    </section>
  );
}

function SymbolNow({ name }: { name: string }) {
  const live = useLive(name);
  if (!live) return null;
  return (
    <div className={styles.symbol}>
      <dt>
        <span className={`${styles.letter} symbol-${live.role}`}>{live.symbol}</span> {live.label}
      </dt>
      <dd className={`symbol-${live.role}`}>{withUnit(formatNumber(live.value, live.digits), live.unit)}</dd>
    </div>
  );
}
