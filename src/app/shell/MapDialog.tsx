import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { Icon, IconButton } from '../../widgets/controls/index.ts';
import { useRoute } from '../routing/place.ts';
import { CourseMap } from './CourseMap.tsx';
import styles from './MapDialog.module.css';
import { SiteLinks } from './SiteLinks.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Course map, pages and theme on a narrow screen, behind one button. A native dialog keeps the focus in it. */
export function MapDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const { path } = useRoute();

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a navigation closes the dialog
  useEffect(() => setOpen(false), [path]);

  const onClick = (event: MouseEvent) => {
    const onBackdrop = event.target === dialog.current;
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (onBackdrop || onLink) setOpen(false);
  };

  return (
    <>
      <button type="button" className={styles.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="menu" />
        Course
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog, links answer to Enter */}
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-label="Course map and pages"
        onClose={() => setOpen(false)}
        onClick={onClick}
      >
        {open && (
          <div className={styles.panel}>
            <div className={styles.head}>
              <ThemeSwitch />
              <IconButton icon="close" label="Close" onClick={() => setOpen(false)} />
            </div>
            <CourseMap />
            <SiteLinks className={styles.links} />
          </div>
        )}
      </dialog>
    </>
  );
}
