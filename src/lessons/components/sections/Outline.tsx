import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { SectionList } from './sectionList.ts';
import styles from './sections.module.css';
import { useCurrentSection } from './useCurrentSection.ts';

/** The page's sections as links; the one being read is marked. */
export function Outline({ list }: { list: StoreApi<SectionList> }) {
  const { sections } = useStore(list);
  const current = useCurrentSection(sections);
  if (sections.length < 2) return null;
  return (
    <nav className={styles.outline} aria-label="On this page">
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
