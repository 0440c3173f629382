import { type ReactNode, type RefObject, useState } from 'react';
import { CourseMap } from './CourseMap.tsx';
import { Footer } from './Footer.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

interface Props {
  readonly main: RefObject<HTMLElement | null>;
  /** True while the next page is being fetched and the old one still stands. */
  readonly pending: boolean;
  readonly children: ReactNode;
}

/** Top bar, course map, page, footer. */
export function Shell({ main, pending, children }: Props) {
  const [mapShown, setMapShown] = useState(true);
  return (
    <>
      <a href="#main" className={styles.skip}>
        Skip to the page
      </a>
      <TopBar mapShown={mapShown} toggleMap={() => setMapShown(!mapShown)} />
      <div className={styles.body} data-map={mapShown ? 'shown' : 'hidden'}>
        <div id="course-map" className={styles.map} hidden={!mapShown}>
          <CourseMap />
        </div>
        <div className={styles.page}>
          <main id="main" ref={main} className={styles.main} aria-busy={pending}>
            {children}
          </main>
          <Footer />
        </div>
      </div>
    </>
  );
}
