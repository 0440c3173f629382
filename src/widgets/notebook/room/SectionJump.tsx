import { useStore } from 'zustand';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Id of a section's heading on the page. */
export const sectionElement = (section: string): string => `notebook-section-${section}`;

/** Goes to a section: twenty-five of them are too long a way to scroll. */
export function SectionJump() {
  const { session } = useNotebook();
  const sections = useStore(session, (state) => state.sections);
  const go = (id: string) => {
    const heading = document.getElementById(sectionElement(id));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <label className={styles.jump}>
      Go to
      <select value="" onChange={(event) => go(event.currentTarget.value)}>
        <option value="" disabled>
          a section
        </option>
        {sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {/^\d/.test(id) ? `${id} ${title}` : title}
          </option>
        ))}
      </select>
    </label>
  );
}
