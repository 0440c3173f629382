import { IconButton } from '../controls/index.ts';
import styles from './WidgetFrame.module.css';

/** What was not used of a link, or whether its result was replayed. */
export function Notices({ notices, onDismiss }: { notices: readonly string[]; onDismiss: () => void }) {
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices} role="status">
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <IconButton icon="close" label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
