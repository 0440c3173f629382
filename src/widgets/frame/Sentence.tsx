import { useEffect, useState } from 'react';
import styles from './WidgetFrame.module.css';

/** The sentence under the picture. Screen readers hear it once the values have rested, not at every pixel of a drag. */
export function Sentence({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 700);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p className={styles.sentence}>{text}</p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
