import { useMemo, useState } from 'react';
import type { LoadRun } from '../../../../store/loadRun.ts';
import { measurements } from '../../../../store/measurements.ts';
import { usePersisted } from '../../../../store/persist.ts';
import { formatNumber, formatPercent } from '../../../chart/index.ts';
import { Button, saveFile } from '../../../controls/index.ts';
import { Detail } from '../../results/Detail.tsx';
import results from '../../results/results.module.css';
import { Explained } from '../Explained.tsx';
import styles from '../experiment.module.css';
import { RunLine } from '../RunLine.tsx';
import { loadCsv, loadJson } from './exportLoad.ts';
import { findings } from './findings.ts';
import { GapLine } from './GapLine.tsx';
import { LatencyPanel } from './LatencyPanel.tsx';
import { LoadTable } from './LoadTable.tsx';
import { loadNumbers } from './loadNumbers.ts';
import { type LoadView, loadView } from './loadView.ts';
import { OrderChart } from './OrderChart.tsx';

/** Latency against load in three layers, every request of one load in order, and every number explained. */
export function LoadPicture({ run }: { readonly run: LoadRun }) {
  const view = useMemo(() => loadView(run), [run]);
  const [chosen, setChosen] = useState(0.9);
  const { value, saving } = usePersisted(measurements);
  const sent = !saving && value.sentToLesson === run.service.id;
  const inOrder = view.loads.find(({ point }) => point.load === chosen) ?? view.loads.at(-1);
  return (
    <>
      <section aria-label="Latency under load">
        <h2 className={styles.claim}>{claim(view)}</h2>
        <RunLine rows={[run.service]} shown={1} />
        <p className={styles.text}>{reading(view)}</p>
        <div className={styles.pictures}>
          <LatencyPanel view={view} of="mean" />
          <LatencyPanel view={view} of="p95" />
        </div>
        <p className={styles.text}>
          <strong>Three layers.</strong> The formula (M/G/1) describes a run without end. The simulation sends
          the very arrivals of this run to a server with the measured service times, {replays(run)} times; its
          whiskers hold 95 of 100 such runs, also where no steady state exists. The device served them for
          real. Where the simulation leaves the formula, the run was short; where the device leaves the
          simulation, something happened that service times measured alone do not know.
        </p>
      </section>
      <section className={results.part} aria-label="Load by load">
        <h2>Load by load</h2>
        {inOrder && (
          <>
            <OrderChart shown={inOrder} />
            <GapLine shown={inOrder} seed={run.seed} />
          </>
        )}
        <LoadTable
          view={view}
          step={run.service.stamp.timerStepMs}
          chosen={inOrder?.point.load ?? chosen}
          onChoose={setChosen}
        />
        <div className={styles.files}>
          <Button icon="export" onClick={() => saveFile(loadJson(run))}>
            JSON
          </Button>
          <Button icon="export" onClick={() => saveFile(loadCsv(run))}>
            CSV, every request
          </Button>
        </div>
      </section>
      <section className={results.part} aria-label="Numbers">
        <h2>Numbers</h2>
        <Explained numbers={loadNumbers(view, run.service)} />
      </section>
      <section className={results.part}>
        <h2>The service times</h2>
        <div className={results.details}>
          <Detail measurement={run.service} sent={sent} />
        </div>
      </section>
    </>
  );
}

const replays = ({ points: [first] }: LoadRun): string => formatNumber(first?.replay.runs ?? 0);

const claim = (view: LoadView): string => {
  const { waitsFrom } = findings(view);
  return waitsFrom === null
    ? 'At none of these loads do requests wait longer than they are served.'
    : `At ${formatPercent(waitsFrom, 2)} of capacity, requests wait longer than they are served.`;
};

const reading = (view: LoadView): string => {
  const { above, within, below } = findings(view);
  const agreed = `At ${within.length} of ${view.loads.length} loads the device’s mean lies where 95 of 100 simulated runs end.`;
  if (above.length + below.length === 0)
    return `${agreed} Queueing theory and the measured service times explain this server.`;
  const sides = [
    above.length > 0 ? `above at ρ = ${above.join(', ')}` : '',
    below.length > 0 ? `below at ρ = ${below.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' and ');
  return `${agreed} It lies ${sides}. Choose such a load below: its gap is taken apart there.`;
};
