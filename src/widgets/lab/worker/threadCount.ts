// The runtime reports the number of threads it was asked for, also where it could not start them. So the thread
// workers are counted as they are made; this stands in place before the runtime is imported.
let started = 0;

const NativeWorker = globalThis.Worker;
globalThis.Worker = class extends NativeWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    started += 1;
  }
};

/** Threads that compute: this worker and those that the runtime started from it. */
export const threadsRunning = (): number => 1 + started;
