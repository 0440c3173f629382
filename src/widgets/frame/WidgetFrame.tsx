import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWidth } from '../chart/index.ts';
import { Controls } from './Controls.tsx';
import { DecisionStrip } from './DecisionStrip.tsx';
import type { AnyWidget, ViewProps } from './defineWidget.ts';
import { ErrorCard } from './ErrorCard.tsx';
import { FaultBar } from './FaultBar.tsx';
import type { Instance } from './instance.ts';
import type { Hideable } from './link.ts';
import { Notices } from './Notices.tsx';
import { PictureBoundary } from './PictureBoundary.tsx';
import { Playback } from './Playback.tsx';
import { Sentence } from './Sentence.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TruthBadge } from './TruthBadge.tsx';
import styles from './WidgetFrame.module.css';

/** Opened on demand, so loaded on demand. */
const TableTwin = lazy(() => import('./TableTwin.tsx'));

/** Everything around a picture that every widget shares, derived from its declaration. */
export function WidgetFrame({
  instance,
  View,
}: {
  instance: Instance;
  View: ComponentType<ViewProps<AnyWidget>>;
}) {
  const state = useStore(instance);
  const { widget, now, problem, timeline, pinned } = state;
  const root = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(picture);
  const [tableOpen, setTableOpen] = useState(false);
  const shows = (part: Hideable) => !state.hidden.includes(part);
  const known = now.formula !== undefined;

  return (
    <section ref={root} className={styles.frame} aria-label={widget.title} data-widget={widget.id}>
      <header className={styles.header}>
        <h3 className={styles.title}>{widget.title}</h3>
        {shows('truth') && known && <TruthBadge assumptions={widget.assumptions(now)} />}
        {shows('toolbar') && (
          <Toolbar
            instance={instance}
            root={root}
            picture={picture}
            tableOpen={tableOpen}
            onTable={shows('table') ? () => setTableOpen(!tableOpen) : undefined}
          />
        )}
      </header>
      <Notices notices={state.notices} onDismiss={state.dismissNotices} />
      <div className={styles.body} data-controls={shows('controls')}>
        <div className={styles.stage}>
          {problem && <ErrorCard message={problem} onReset={state.reset} />}
          {/* Above the picture: a tall one must not push its own playback out of sight. */}
          {timeline ? (
            <Playback instance={instance} timeline={timeline} />
          ) : (
            widget.timeline && <div className={styles.playback} />
          )}
          <div ref={picture} className={styles.picture} data-refining={now.refining}>
            {known && width > 0 && (
              <PictureBoundary onReset={state.reset}>
                <View now={now} pinned={pinned?.now} change={state.change} seek={state.seek} width={width} />
              </PictureBoundary>
            )}
          </div>
        </div>
        {shows('controls') && <Controls instance={instance} state={state} />}
      </div>
      <footer className={styles.footer}>
        {known && <Sentence text={widget.summarize(now)} />}
        {shows('faults') && widget.faults.length > 0 && <FaultBar instance={instance} state={state} />}
        {shows('decision') && <DecisionStrip state={state} />}
        {shows('table') && tableOpen && known && (
          <Suspense>
            <TableTwin table={widget.table(now)} />
          </Suspense>
        )}
      </footer>
    </section>
  );
}
