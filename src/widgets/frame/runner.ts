import type { Answer } from './compute.worker.ts';
import type { Job, Outcome } from './computeJob.ts';

/** Rejection of a run that a newer one replaced; callers drop it silently. */
export class Superseded extends Error {
  override name = 'Superseded';
}

export interface Runner {
  /** Runs the job in a worker. A newer call cancels every older one that has not finished. */
  run(job: Job): Promise<Outcome>;
  dispose(): void;
}

/** A job older than this when a newer one arrives is cut off; a younger one is let finish, restarting costs as much. */
const patienceMs = 150;

/**
 * One worker, started at the first job. While a job runs only the newest waiting one is kept, so that dragging
 * a slider never builds a queue; a long job is ended by ending its worker, since a busy worker hears nothing.
 */
export function createRunner(): Runner {
  let worker: Worker | undefined;
  let busySince: number | undefined;
  /** A worker that is still loading is never ended: a drag would start it over and over. */
  let loaded = false;
  let running: Omit<Deferred, 'promise'> | undefined;
  let waiting: (Omit<Deferred, 'promise'> & { readonly job: Job }) | undefined;

  function stop(reason: Error) {
    worker?.terminate();
    worker = undefined;
    busySince = undefined;
    running?.reject(reason);
    running = undefined;
  }

  function begin(): Worker | undefined {
    const begun = tryWorker();
    if (!begun) return undefined;
    begun.onmessage = (event: MessageEvent<Answer>) => {
      if ('outcome' in event.data) running?.resolve(event.data.outcome);
      else running?.reject(new Error(event.data.problem));
      idle();
    };
    begun.onerror = (event) => stop(new Error(event.message || 'The worker could not be started.'));
    loaded = false;
    return begun;
  }

  function start(job: Job): Promise<Outcome> {
    worker ??= begin();
    busySince = performance.now();
    const { promise, ...handles } = deferred();
    running = handles;
    if (worker) worker.postMessage(job);
    else computeHere(job).then(handles.resolve, handles.reject).finally(idle);
    return promise;
  }

  function idle() {
    loaded = true;
    busySince = undefined;
    running = undefined;
    const ready = waiting;
    waiting = undefined;
    if (ready) start(ready.job).then(ready.resolve, ready.reject);
  }

  return {
    run(job) {
      waiting?.reject(new Superseded());
      waiting = undefined;
      if (busySince === undefined) return start(job);
      if (loaded && performance.now() - busySince > patienceMs) {
        stop(new Superseded());
        return start(job);
      }
      running?.reject(new Superseded());
      const { promise, ...handles } = deferred();
      waiting = { job, ...handles };
      return promise;
    },
    dispose() {
      waiting?.reject(new Superseded());
      waiting = undefined;
      stop(new Superseded());
    },
  };
}

/** A frame sandboxed without an origin of its own may not start workers; the widget then computes on the page. */
function tryWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

async function computeHere(job: Job): Promise<Outcome> {
  const { computeJob } = await import('./computeJob.ts');
  return computeJob(job);
}

interface Deferred {
  readonly promise: Promise<Outcome>;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** A promise with its handles; `Promise.withResolvers` is younger than the browsers that we serve. */
function deferred(): Deferred {
  let resolve: Deferred['resolve'] = () => {};
  let reject: Deferred['reject'] = () => {};
  const promise = new Promise<Outcome>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
