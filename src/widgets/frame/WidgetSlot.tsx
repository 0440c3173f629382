import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { AnyWidget, ViewProps } from './defineWidget.ts';
import { useInputs } from './inputs.ts';
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
      ([widget, View]) => current && setLoaded({ widget, View }),
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
  const { ready, inputs } = useInputs(widget);
  const [instance, setInstance] = useState<Instance>();
  const latest = useRef(inputs);
  latest.current = inputs;

  useEffect(() => {
    if (!ready) return;
    const created = createInstance(widget, link, latest.current);
    setInstance(created);
    const leave = scope.getState().add(widget.id, created);
    return () => {
      leave();
      created.getState().dispose();
    };
  }, [ready, scope, widget, link]);

  useEffect(() => {
    if (instance && instance.getState().now.inputs !== inputs) instance.getState().setInputs(inputs);
  }, [instance, inputs]);

  return instance ? <WidgetFrame instance={instance} View={View} /> : <Loading />;
}

/** Keeps the widget's place while it loads, so that the page does not jump. */
function Loading() {
  return <div className={styles.loading} aria-busy="true" />;
}
