import { widgetIds } from '../../widgets/frame/index.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { GalleryEntry } from './GalleryEntry.tsx';
import { GalleryWidget } from './GalleryWidget.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageHead } from './PageHead.tsx';
import styles from './page.module.css';

/** All widgets, or the one that the address names. */
export default function GalleryPage({ id }: { id: string | undefined }) {
  if (id === undefined) return <AllWidgets />;
  return widgetIds.includes(id) ? <GalleryWidget id={id} /> : <NotFoundPage />;
}

function AllWidgets() {
  usePageTitle('Gallery');
  return (
    <div className={styles.page}>
      <PageHead title="Gallery">
        Every instrument of the course, outside its lesson. Each has an address of its own, which carries its
        settings, and can stand in a page of yours.
      </PageHead>
      {widgetIds.map((id) => (
        <GalleryEntry key={id} id={id} />
      ))}
    </div>
  );
}
