import { type MouseEvent, useEffect, useRef } from 'react';
import { Icon, IconButton } from '../../widgets/controls/index.ts';
import { useRoute } from '../routing/place.ts';
import { CourseMap } from './CourseMap.tsx';
import styles from './MapDialog.module.css';
import { SiteLinks } from './SiteLinks.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Course map, pages and theme on a narrow screen, behind one button. A native dialog keeps the focus in it. */
export function MapDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { path } = useRoute();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a navigation closes the dialog
  useEffect(() => dialog.current?.close(), [path]);

  const onClick = (event: MouseEvent) => {
    const onBackdrop = event.target === dialog.current;
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (onBackdrop || onLink) dialog.current?.close();
  };

  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="menu" />
        Course
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog, links answer to Enter */}
      <dialog ref={dialog} className={styles.dialog} aria-label="Course map and pages" onClick={onClick}>
        <div className={styles.panel}>
          <div className={styles.head}>
            <ThemeSwitch />
            <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
          </div>
          <CourseMap />
          <SiteLinks className={styles.links} />
        </div>
      </dialog>
    </>
  );
}
