import type { Opened, Phase } from '../protocol.ts';
import { type Configuration, workerKey } from './plan.ts';
import type { WorkerClient, workerClient } from './workerClient.ts';

/** A worker with its model open. */
export interface Bench {
  readonly client: WorkerClient;
  readonly opened: Opened;
}

/** The workers of one run: rows that differ in nothing that the runtime freezes at its start share one. */
export interface Benches {
  open(configuration: Configuration, onPhase: (phase: Phase) => void): Promise<Bench>;
  /** Ends the worker of a configuration; the rows that share it fail with the same reason, a next one starts anew. */
  end(configuration: Configuration, reason?: unknown): void;
  endAll(reason?: unknown): void;
}

export function createBenches(additionUrl: string, connect: typeof workerClient): Benches {
  const benches = new Map<string, { readonly client: WorkerClient; readonly bench: Promise<Bench> }>();

  const start = ({ provider, threads, model }: Configuration, onPhase: (phase: Phase) => void) => {
    const client = connect();
    const request = {
      type: 'open',
      provider,
      threads,
      card: model.card,
      modelUrl: model.url,
      additionUrl,
    } as const;
    const bench = client.open(request, onPhase).then((opened) => ({ client, opened }));
    return { client, bench };
  };

  return {
    open: (configuration, onPhase) => {
      const key = workerKey(configuration);
      const known = benches.get(key);
      if (known) return known.bench;
      const started = start(configuration, onPhase);
      benches.set(key, started);
      return started.bench;
    },
    end: (configuration, reason) => {
      const key = workerKey(configuration);
      benches.get(key)?.client.terminate(reason);
      benches.delete(key);
    },
    endAll: (reason) => {
      for (const { client } of benches.values()) client.terminate(reason);
      benches.clear();
    },
  };
}
