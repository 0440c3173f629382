import { useEffect, useState } from 'react';
import { WidgetScope, WidgetSlot, widgetIds } from '../../widgets/frame/index.ts';
import { PageBoundary } from '../errors/PageBoundary.tsx';
import { readHash } from '../routing/hashRoute.ts';
import { courseHref } from './courseLinks.ts';
import styles from './EmbedPage.module.css';

/** The widget that the address names, and one line that leads to the course. */
export function EmbedPage() {
  const { path, query } = useHash();
  const id = path.slice(1);
  const known = widgetIds.includes(id);
  return (
    <main className={styles.embed}>
      <PageBoundary key={id}>
        {known ? (
          <WidgetScope link={query}>
            <WidgetSlot id={id} />
          </WidgetScope>
        ) : (
          <UnknownWidget id={id} />
        )}
      </PageBoundary>
      <p className={styles.from}>
        <a href={courseHref(known ? `#/gallery/${id}?${query}` : '#/gallery')} target="_blank" rel="noopener">
          Goodput, a course on model serving
        </a>
      </p>
    </main>
  );
}

function UnknownWidget({ id }: { id: string }) {
  return (
    <div className={styles.unknown}>
      <h1>No such widget</h1>
      <p>
        {id === ''
          ? 'The address of this frame names no widget.'
          : `There is no widget “${id.slice(0, 60)}”.`}{' '}
        It must end in “#” and one of these names: {widgetIds.join(', ')}.
      </p>
    </div>
  );
}

function useHash() {
  const [route, setRoute] = useState(() => readHash(location.hash));
  useEffect(() => {
    const follow = () => setRoute(readHash(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
