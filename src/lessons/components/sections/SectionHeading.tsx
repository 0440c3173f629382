import { type ReactNode, useEffect, useRef } from 'react';
import { useSectionList } from './sectionList.ts';
import styles from './sections.module.css';
import { slug } from './slug.ts';

/** Heading of a section: it can be linked to, and the page's outline lists it. */
export function SectionHeading({ children }: { children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useSectionList();

  useEffect(() => {
    const element = heading.current;
    if (!element || !list) return;
    const title = element.textContent ?? '';
    element.id = slug(title);
    return list.getState().add({ id: element.id, title, heading: element });
  }, [list]);

  return (
    <h2 ref={heading} className={styles.heading}>
      {children}
    </h2>
  );
}
