import { Icon } from '../../controls/index.ts';
import styles from './outputs.module.css';

/** A check's verdict: mark, word and what was checked. The engine's own messages begin with the word already. */
export function CheckLine({ passed, message }: { readonly passed: boolean; readonly message: string }) {
  const word = passed ? 'PASS' : 'FAIL';
  return (
    <p className={styles.check} data-passed={passed}>
      <Icon name={passed ? 'check' : 'close'} size={16} />
      <span>
        <strong>{word}</strong> {message.replace(/^(PASS|FAIL)\s+/, '')}
      </span>
    </p>
  );
}
