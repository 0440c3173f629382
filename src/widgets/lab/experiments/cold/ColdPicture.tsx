import { useMemo, useState } from 'react';
import type { ColdRun } from '../../../../store/coldRun.ts';
import { Button, ChoiceControl, saveFile } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import { formatMs } from '../../formats.ts';
import results from '../../results/results.module.css';
import styles from '../experiment.module.css';
import { aboutThree } from './aboutThree.ts';
import own from './cold.module.css';
import { coldView, type EngineView } from './coldView.ts';
import { coldCsv, coldJson } from './exportCold.ts';
import { KeepAlive } from './KeepAlive.tsx';
import { PartKey } from './PartKey.tsx';
import { PartTable } from './PartTable.tsx';
import { untilAnswer } from './parts.ts';
import { StartBars } from './StartBars.tsx';
import { WarmUpCurves } from './WarmUpCurves.tsx';

/** Every start as a bar of its parts, how the runs become steady, and what follows for keeping an instance. */
export function ColdPicture({ run }: { readonly run: ColdRun }) {
  const engines = useMemo(() => coldView(run), [run]);
  const longestMs = useMemo(() => longest(engines), [engines]);
  return (
    <>
      <section aria-label="Starts">
        <h2 className={styles.claim}>{claim(engines)}</h2>
        <Origin run={run} />
        <PartKey />
        <div className={own.figures}>
          {engines.map((engine) => (
            <StartBars key={engine.id} engine={engine} longestMs={longestMs} />
          ))}
        </div>
        <p className={styles.text}>
          Read a bar from left to right: hollow parts wait for files, filled ones work. Only the first start
          of a runtime in this page can be cold; the engines on WASM share one runtime. All others find its
          file and the browser’s compiled code in a cache, so read them as a restart on a machine that knows
          you.
        </p>
      </section>
      <section className={results.part} aria-label="Becoming steady">
        <h2>Becoming steady</h2>
        <p className={styles.text}>
          Each line is a start, dashed where the cache was cold. The points are its first two runs. A runtime
          begins with code that was compiled quickly and replaces it while it runs.
        </p>
        <div className={own.figures}>
          {engines.map((engine) => (
            <WarmUpCurves key={engine.id} engine={engine} />
          ))}
        </div>
      </section>
      <section className={results.part} aria-label="Part by part">
        <h2>Part by part</h2>
        <PartTable engines={engines} />
        <div className={styles.files}>
          <Button icon="export" onClick={() => saveFile(coldJson(run))}>
            JSON
          </Button>
          <Button icon="export" onClick={() => saveFile(coldCsv(run))}>
            CSV, every start
          </Button>
        </div>
      </section>
      <Decision engines={engines} />
    </>
  );
}

function Origin({ run }: { readonly run: ColdRun }) {
  const software = run.engines.some(({ stamp }) => stamp.adapter?.fallback);
  const isolated = run.engines.every(({ stamp }) => stamp.isolated);
  const badges = [
    software ? 'software adapter, not comparable' : '',
    isolated ? '' : '1 thread (not isolated)',
  ].filter(Boolean);
  return (
    <div className={styles.runLine}>
      <p>
        {run.model.name} in {run.model.precision}, batch {run.batch}, {run.device},{' '}
        {new Date(run.createdAt).toLocaleString('en-GB')}, fingerprint {run.fingerprint}.
      </p>
      {badges.length > 0 && (
        <ul className={styles.badges} aria-label="Keep in mind">
          {badges.map((badge) => (
            <li key={badge}>{badge}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Decision({ engines }: { readonly engines: readonly EngineView[] }) {
  const decided = engines.filter(({ work }) => work !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const engine = decided.find(({ id }) => id === chosen) ?? decided[0];
  if (!engine?.work) return null;
  const { work, amortizedAfter, name } = engine;
  return (
    <section className={results.part} aria-label="Keep it or end it">
      <h2>Keep it or end it</h2>
      {decided.length > 1 && (
        <div className={styles.choice}>
          <ChoiceControl
            parameter={choice({
              label: 'Engine',
              options: Object.fromEntries(decided.map(({ id, name: option }) => [id, option])),
              default: engine.id,
            })}
            value={engine.id}
            onChange={setChosen}
          />
        </div>
      )}
      <p className={styles.text}>
        On {name}, a start costs {formatMs(work.start)} and a request {formatMs(work.service)}. An instance
        must serve <strong>{aboutThree(amortizedAfter ?? Number.NaN)} requests</strong> before its start is
        under 1&nbsp;% of its work. Expect fewer in its life, and starts are what you pay for; expect more,
        and the question is only who waits for them.
      </p>
      <KeepAlive work={work} />
      <p className={styles.text}>
        Read the table across: whatever share of requests is not to wait, the instance exists for about that
        share of the time. Requests that come independently of each other leave nothing to save by waiting for
        the next one; keeping an instance alive for a while pays where they come in bursts.
      </p>
    </section>
  );
}

const claim = (engines: readonly EngineView[]): string => {
  const both = engines.find((engine) => engine.cold && engine.untilAnswer);
  if (both?.cold && both.untilAnswer)
    return `On ${both.name} the first answer took ${formatMs(untilAnswer(both.cold))} cold, and ${formatMs(both.untilAnswer.median)} with a warm cache.`;
  const answered = engines.find((engine) => engine.untilAnswer ?? engine.cold);
  if (answered?.untilAnswer)
    return `On ${answered.name} the first answer takes ${formatMs(answered.untilAnswer.median)} with a warm cache.`;
  return answered?.cold
    ? `On ${answered.name} the first answer took ${formatMs(untilAnswer(answered.cold))} with a cold cache.`
    : 'No start counts: the tab was hidden during all of them.';
};

const longest = (engines: readonly EngineView[]): number =>
  Math.max(1, ...engines.flatMap(({ starts }) => starts.map(untilAnswer)));
