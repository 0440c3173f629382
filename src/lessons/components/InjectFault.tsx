import { useStore } from 'zustand';
import { Button } from '../../widgets/controls/index.ts';
import { useWidget } from '../../widgets/frame/index.ts';
import styles from './Failures.module.css';
import { showWidget } from './Widget.tsx';

type Instance = NonNullable<ReturnType<typeof useWidget>>;

/** Injects one fault in a widget on this page, leads there, and undoes it. */
export function InjectFault({ widget, fault }: { widget: string; fault: string }) {
  const instance = useWidget(widget);
  // The widget is still loading, or the lesson's text names one that is not on the page.
  if (!instance) return <Button disabled>Inject</Button>;
  return <Injection instance={instance} fault={fault} />;
}

function Injection({ instance, fault }: { instance: Instance; fault: string }) {
  const { widget, fault: injected, inject, clearFault } = useStore(instance);
  const declared = widget.faults.find(({ id }) => id === fault);
  if (!declared) throw new RangeError(`widget ${widget.id} declares no fault: ${fault}`);
  if (injected !== fault) {
    const start = () => {
      inject(fault);
      showWidget(widget.id);
    };
    return (
      <Button icon="fault" onClick={start} aria-label={`Inject: ${declared.title}`}>
        Inject
      </Button>
    );
  }
  return (
    <div className={styles.injected} role="status">
      <p>
        Injected. See{' '}
        <button type="button" className={styles.see} onClick={() => showWidget(widget.id)}>
          {declared.signal}
        </button>
        .
      </p>
      <Button onClick={clearFault} aria-label={`Undo: ${declared.title}`}>
        Undo
      </Button>
    </div>
  );
}
