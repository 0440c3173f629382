import { useMemo, useState } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { toCsv } from '../../../../store/csv.ts';
import { Button } from '../../../controls/index.ts';
import { saveFile } from '../../../controls/saveFile.ts';
import { OutputTable } from '../OutputTable.tsx';
import { plotName } from './describe.ts';
import styles from './plot.module.css';
import { plotTable } from './plotTable.ts';

/** The numbers behind a picture: as a table below it, and as CSV. */
export function PlotData({ plot }: { readonly plot: PlotSpec }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const copy = async () => {
    const csv = plotCsv(plot);
    try {
      await navigator.clipboard.writeText(csv);
      setSaid('Copied');
    } catch {
      saveFile(new File([csv], 'chart.csv', { type: 'text/csv' }));
      setSaid('The clipboard was refused; saved as chart.csv instead');
    }
  };
  return (
    <>
      <div className={styles.tools} data-export="skip">
        <Button kind="quiet" icon="table" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide data' : 'Show data'}
        </Button>
        <Button kind="quiet" icon="copy" onClick={copy}>
          Copy as CSV
        </Button>
        <span role="status" className={styles.said}>
          {said}
        </span>
      </div>
      {open && <DataTable plot={plot} />}
    </>
  );
}

function DataTable({ plot }: { readonly plot: PlotSpec }) {
  const table = useMemo(() => ({ ...plotTable(plot), more: 0 }), [plot]);
  return <OutputTable table={table} label={`Data of ${plotName(plot)}`} />;
}

function plotCsv(plot: PlotSpec): string {
  const { columns, rows } = plotTable(plot);
  return toCsv([columns, ...rows.map((row) => row.map((cell) => cell ?? ''))]);
}
