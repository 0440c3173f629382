import * as v from 'valibot';
import { isFailureCode, LabFailure } from '../failures.ts';
import {
  type Answered,
  answeredSchema,
  type Checked,
  checkedSchema,
  type Generated,
  generatedSchema,
  type Opened,
  openedSchema,
  type Phase,
  type Placed,
  type Prepared,
  placedSchema,
  preparedSchema,
  type Request,
  replySchema,
  type Sampled,
  type Scored,
  type Served,
  sampledSchema,
  scoredSchema,
  servedSchema,
} from '../protocol.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type Ask = WithoutId<Request>;
type Open = Extract<Ask, { type: 'open' }>;
type Block = Extract<Ask, { type: 'block' }>;
type Serve = Extract<Ask, { type: 'serve' }>;
type Generate = Extract<Ask, { type: 'generate' }>;
type Recite = Extract<Ask, { type: 'recite' }>;

/** One measuring worker, seen from the page. Every call has a time limit, after which the worker is ended. */
export interface WorkerClient {
  open(request: Open, onPhase: (phase: Phase) => void): Promise<Opened>;
  prepare(batch: number): Promise<Prepared>;
  block(request: Block): Promise<Sampled>;
  serve(request: Serve): Promise<Served>;
  check(batch: number): Promise<Checked>;
  score(url: string): Promise<Scored>;
  place(batch: number): Promise<Placed>;
  generate(request: Generate): Promise<Generated>;
  recite(request: Recite): Promise<Checked>;
  answer(): Promise<Answered>;
  loseDevice(): Promise<void>;
  /** Ends the worker at once; a call under way is rejected with `reason`. */
  terminate(reason?: unknown): void;
}

/** Longest silence, in milliseconds, before the watchdog ends the worker. */
export interface Patience {
  readonly threadedStart: number;
  readonly other: number;
  /** For what runs the model; default: as all else. */
  readonly run?: number;
}

export const defaultPatience: Patience = { threadedStart: 10_000, other: 60_000 };

export const startWorker = (): Worker =>
  new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module', name: 'goodput-lab' });

/** Starts a worker and stands between it and the page: validates what it says, and watches the clock. */
export function workerClient(patience: Patience = defaultPatience, start = startWorker): WorkerClient {
  const worker = start();
  let lastId = 0;
  let ended: unknown = null;
  let pending: { settle: (reply: unknown) => void; fail: (reason: unknown) => void } | null = null;

  const terminate = (reason: unknown = new DOMException('The worker was ended.', 'AbortError')): void => {
    ended ??= reason;
    worker.terminate();
    pending?.fail(reason);
    pending = null;
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => pending?.settle(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    terminate(new LabFailure('worker-blocked', event.message ?? ''));
  });

  const ask = async <T>(
    request: Ask,
    schema: v.GenericSchema<unknown, T>,
    limitFor: (phase: Phase | null) => [milliseconds: number, failure: LabFailure],
    onPhase?: (phase: Phase) => void,
  ): Promise<T> => {
    if (ended) throw ended;
    lastId += 1;
    const id = lastId;
    return await new Promise<T>((resolve, reject) => {
      let watchdog = 0;
      const watch = (phase: Phase | null) => {
        window.clearTimeout(watchdog);
        const [milliseconds, failure] = limitFor(phase);
        watchdog = window.setTimeout(() => terminate(failure), milliseconds);
      };
      const finish = (then: () => void) => {
        window.clearTimeout(watchdog);
        pending = null;
        then();
      };
      const settle = (data: unknown) => {
        const parsed = v.safeParse(replySchema, data);
        if (!parsed.success || parsed.output.id !== id) return terminate(new LabFailure('bad-message'));
        const reply = parsed.output;
        if (reply.type === 'phase') {
          watch(reply.phase);
          onPhase?.(reply.phase);
        } else if (reply.type === 'failed') {
          const code = isFailureCode(reply.code) ? reply.code : 'runtime';
          finish(() => reject(new LabFailure(code, reply.detail)));
        } else {
          const answer = v.safeParse(schema, reply);
          if (!answer.success) return terminate(new LabFailure('bad-message', reply.type));
          finish(() => resolve(answer.output));
        }
      };
      pending = { settle, fail: (reason) => finish(() => reject(reason)) };
      watch(null);
      worker.postMessage({ ...request, id });
    });
  };
  const otherLimit = (): [number, LabFailure] => [patience.other, new LabFailure('hung')];
  const runLimit = (): [number, LabFailure] => [patience.run ?? patience.other, new LabFailure('hung')];

  return {
    open: (request, onPhase) =>
      ask(
        request,
        openedSchema,
        (phase) =>
          request.threads > 1 && (phase === 'startRuntime' || phase === 'createSession')
            ? [patience.threadedStart, new LabFailure('session-timeout', phase)]
            : otherLimit(),
        onPhase,
      ),
    prepare: (batch) => ask({ type: 'prepare', batch }, preparedSchema, runLimit),
    block: (request) => ask(request, sampledSchema, runLimit),
    serve: (request) => ask(request, servedSchema, otherLimit),
    check: (batch) => ask({ type: 'check', batch }, checkedSchema, otherLimit),
    score: (url) => ask({ type: 'score', url }, scoredSchema, otherLimit),
    place: (batch) => ask({ type: 'place', batch }, placedSchema, otherLimit),
    generate: (request) => ask(request, generatedSchema, otherLimit),
    recite: (request) => ask(request, checkedSchema, otherLimit),
    answer: () => ask({ type: 'answer' }, answeredSchema, runLimit),
    loseDevice: async () => {
      await ask({ type: 'loseDevice' }, v.object({ type: v.literal('done') }), otherLimit);
    },
    terminate,
  };
}
