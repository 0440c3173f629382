import { useEffect, useRef, useState } from 'react';
import { WidgetScope, WidgetSlot } from '../../widgets/frame/index.ts';
import styles from './GalleryEntry.module.css';
import page from './page.module.css';
import { useDescription } from './useDescription.ts';

/** One widget in the gallery. It is mounted when the reader comes near it: each one computes in a worker. */
export function GalleryEntry({ id }: { id: string }) {
  const description = useDescription(id);
  const { near, place } = useNear();
  return (
    <div className={styles.entry} ref={place}>
      <h2>
        <a href={`#/gallery/${id}`}>{description?.title ?? id}</a>
      </h2>
      <p className={styles.purpose}>{description?.purpose}</p>
      <div className={`${page.named} ${styles.widget}`}>
        {near && (
          <WidgetScope link="">
            <WidgetSlot id={id} />
          </WidgetScope>
        )}
      </div>
    </div>
  );
}

/** True once the element has come within a screen of the view. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        watcher.disconnect();
      },
      { rootMargin: '100% 0px' },
    );
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  return { near, place };
}
