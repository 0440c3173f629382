import { Button, Icon } from '../controls/index.ts';
import styles from './WidgetFrame.module.css';

/** Says what happened, what was kept, and what to do; in a lesson the message is teaching text. */
export function ErrorCard({ message, onReset }: { message: string; onReset: () => void }) {
  return (
    <div className={styles.error} role="alert">
      <span className={styles.errorIcon}>
        <Icon name="warning" />
      </span>
      <div>
        <p>
          <strong>No number here:</strong> {message}
        </p>
        <p>Your settings are kept. Move a control back, or reset the widget.</p>
      </div>
      <Button onClick={onReset}>Reset</Button>
    </div>
  );
}
