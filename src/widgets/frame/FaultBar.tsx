import { Button, Icon } from '../controls/index.ts';
import type { Fault } from './defineWidget.ts';
import type { Instance, InstanceState } from './instance.ts';
import type { Parameters } from './parameters.ts';
import styles from './WidgetFrame.module.css';

/** The failures that can be injected; while one is, it is named with the signal to watch, and can be undone. */
export function FaultBar({ instance, state }: { instance: Instance; state: InstanceState }) {
  const faults: readonly Fault<Parameters>[] = state.widget.faults;
  const injected = faults.find((fault) => fault.id === state.fault);
  const { inject, clearFault } = instance.getState();
  if (injected) {
    return (
      <div className={styles.injected} role="status">
        <span className={styles.injectedIcon}>
          <Icon name="fault" />
        </span>
        <p>
          <strong>Injected: {injected.title}.</strong> Watch {injected.signal}.
        </p>
        <Button onClick={clearFault}>Undo the failure</Button>
      </div>
    );
  }
  return (
    <fieldset className={styles.faults}>
      <legend>Break it</legend>
      {faults.map((fault) => (
        <Button key={fault.id} kind="quiet" icon="fault" onClick={() => inject(fault.id)}>
          {fault.title}
        </Button>
      ))}
    </fieldset>
  );
}
