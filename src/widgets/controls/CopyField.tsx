import { useId, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './controls.module.css';

/**
 * A text to take along, with a button that copies it. Where the clipboard is refused the text is selected instead.
 *
 *     <CopyField label="Link" value={link} />
 */
export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

export function CopyField({ label, value }: CopyFieldProps) {
  const id = useId();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied');
    } catch {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement) field.select();
      setSaid('Selected: copy it with your keyboard');
    }
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.copyLine}>
        <input
          id={id}
          className={styles.text}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button icon="copy" onClick={copy}>
          Copy
        </Button>
      </div>
      <p className={styles.help} role="status">
        {said}
      </p>
    </div>
  );
}
