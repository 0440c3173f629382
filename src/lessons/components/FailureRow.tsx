import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../widgets/controls/index.ts';
import { useWidget } from '../../widgets/frame/index.ts';
import styles from './Failures.module.css';
import type { Failure } from './Failures.tsx';
import { showWidget } from './Widget.tsx';

type Instance = NonNullable<ReturnType<typeof useWidget>>;

/** One failure; with a fault, it can be injected in the widget and undone. */
export function FailureRow({ row, target }: { row: Failure; target: string | undefined }) {
  const instance = useWidget(target ?? '');
  if (!row.fault || !target) return <Told row={row} />;
  // The widget is still loading.
  if (!instance) return <Told row={row} button={<Button disabled>Inject</Button>} />;
  return <Injectable row={row} fault={row.fault} instance={instance} />;
}

function Injectable({ row, fault, instance }: { row: Failure; fault: string; instance: Instance }) {
  const { widget, fault: injected, inject, clearFault } = useStore(instance);
  const declared = widget.faults.find(({ id }) => id === fault);
  if (!declared) throw new RangeError(`widget ${widget.id} declares no fault: ${fault}`);
  const start = () => {
    inject(fault);
    showWidget(widget.id);
  };
  if (injected !== fault) {
    const button = (
      <Button icon="fault" onClick={start} aria-label={`Inject: ${declared.title}`}>
        Inject
      </Button>
    );
    return <Told row={row} button={button} />;
  }
  const undo = (
    <Button onClick={clearFault} aria-label={`Undo: ${declared.title}`}>
      Undo
    </Button>
  );
  return (
    <>
      <Told row={row} button={undo} />
      <tr className={styles.injected}>
        <td colSpan={5}>
          <div>
            <p role="status">Injected. See {declared.signal}.</p>
            <Button kind="quiet" onClick={() => showWidget(widget.id)}>
              Show it
            </Button>
          </div>
        </td>
      </tr>
    </>
  );
}

function Told({ row, button }: { row: Failure; button?: ReactNode }) {
  return (
    <tr>
      <th scope="row">{row.failure}</th>
      <td data-column="Cause">{row.cause}</td>
      <td data-column="Signal">{row.signal}</td>
      <td data-column="Mitigation">{row.mitigation}</td>
      <td className={styles.inject}>{button}</td>
    </tr>
  );
}
