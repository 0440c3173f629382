import { type ReactNode, useId } from 'react';
import { ScrollBox } from '../../widgets/controls/index.ts';
import styles from './Formula.module.css';
import { LiveWidth } from './Live.tsx';

interface Props {
  /** What the formula is called: “M/M/1, mean time in system”. */
  readonly name: string;
  /** The formula as one would read it aloud. */
  readonly spoken: string;
  /** Under which conditions it holds. */
  readonly assumptions?: ReactNode;
  readonly source?: string;
  /** Where the source can be read. */
  readonly href?: string;
  /** First the symbolic formula, under it the same with `\live{…}` in the symbols' places: two `$$` blocks. */
  readonly children: ReactNode;
}

/** A numbered statement of the lesson: the formula, the same with the numbers of now, and where it holds. */
export function Formula({ name, spoken, assumptions, source, href, children }: Props) {
  const id = useId();
  return (
    <figure className={styles.formula} aria-labelledby={id}>
      <ScrollBox label={name} className={styles.lines}>
        <LiveWidth value={4}>{children}</LiveWidth>
      </ScrollBox>
      <p className="visually-hidden">In words: {spoken}.</p>
      <figcaption className={styles.caption}>
        <span id={id} className={styles.name}>
          {name}
        </span>
        {assumptions && <span>Holds for {assumptions}. </span>}
        {source && <span>Source: {href ? <a href={href}>{source}</a> : source}.</span>}
      </figcaption>
    </figure>
  );
}
