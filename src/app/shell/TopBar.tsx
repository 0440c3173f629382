import { MapDialog } from './MapDialog.tsx';
import { SiteLinks } from './SiteLinks.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './TopBar.module.css';

interface Props {
  readonly mapShown: boolean;
  readonly toggleMap: () => void;
}

/** Product name and the pages beside the course. On a narrow screen all but the name stands behind one button. */
export function TopBar({ mapShown, toggleMap }: Props) {
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.mapToggle}
        aria-expanded={mapShown}
        aria-controls="course-map"
        onClick={toggleMap}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 4.5h14v11H3zM8 4.5v11" />
        </svg>
        <span className="visually-hidden">Course map</span>
      </button>
      <MapDialog />
      <a href="#/" className={styles.name}>
        Goodput
      </a>
      <SiteLinks className={styles.links} />
      <ThemeSwitch className={styles.theme} />
    </header>
  );
}
