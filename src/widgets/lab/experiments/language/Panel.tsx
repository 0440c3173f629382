import { type ReactNode, useRef } from 'react';
import { useWidth } from '../../../chart/index.ts';
import styles from '../experiment.module.css';

interface PanelProps {
  /** The claim of the picture, before its reading. */
  readonly title: string;
  readonly reading: string;
  /** The picture at this width. */
  readonly children: (width: number) => ReactNode;
}

/** One of several pictures that stand side by side. */
export function Panel({ title, reading, children }: PanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong> {reading}
      </figcaption>
      <div ref={box}>{width > 0 && children(width)}</div>
    </figure>
  );
}
