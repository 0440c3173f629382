import { type ComponentType, startTransition, useEffect, useState } from 'react';
import type { AnyWidget, ViewProps } from './defineWidget.ts';
import { followInputs } from './inputs.ts';
import { createInstance, type Instance } from './instance.ts';
import { loadView, loadWidget } from './registry.ts';
import styles from './WidgetFrame.module.css';
import { WidgetFrame } from './WidgetFrame.tsx';
import { useLinkFor, useScope } from './WidgetScope.tsx';

interface Loaded {
  readonly widget: AnyWidget;
  readonly View: ComponentType<ViewProps<AnyWidget>>;
}

/** Loads a widget by id and shows it in its frame. `id` must be one of `widgetIds`. */
export function WidgetSlot({ id }: { id: string }) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    Promise.all([loadWidget(id), loadView(id)]).then(
      // In slices: a widget that arrives must not hold up a reader who scrolls.
      ([widget, View]) => current && startTransition(() => setLoaded({ widget, View })),
      (error: unknown) => current && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [id]);

  if (failure) {
    return (
      <div className={styles.error} role="alert">
        <p>This widget could not be loaded: {failure}</p>
        <p>The rest of the page works. Check the connection and reload; what you wrote is kept.</p>
      </div>
    );
  }
  if (!loaded) return <Loading />;
  return <Mounted key={loaded.widget.id} {...loaded} />;
}

function Mounted({ widget, View }: Loaded) {
  const scope = useScope();
  const link = useLinkFor(widget.id);
  const [instance, setInstance] = useState<Instance>();

  useEffect(() => {
    const created = createInstance(widget, link);
    startTransition(() => setInstance(created));
    const release = followInputs(created);
    const leave = scope.getState().add(widget.id, created);
    return () => {
      leave();
      release();
      created.getState().dispose();
    };
  }, [scope, widget, link]);

  return instance ? <WidgetFrame instance={instance} View={View} /> : <Loading />;
}

/** Keeps the widget's place while it loads, so that the page does not jump. */
function Loading() {
  return <div className={styles.loading} aria-busy="true" />;
}
