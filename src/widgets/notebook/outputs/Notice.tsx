import { Icon } from '../../controls/index.ts';
import styles from './outputs.module.css';

/** What the kernel or the page says about the run. */
export function Notice({ text }: { readonly text: string }) {
  return (
    <p className={styles.notice}>
      <Icon name="info" size={16} />
      {text}
    </p>
  );
}
