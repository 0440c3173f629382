/*
 * Imported before everything else. What keeps a cell in is the browser: an opaque origin and a content policy without
 * any address (see sandbox/frame.ts). This file is for manners: it takes away what a cell could confuse the kernel
 * with, and what could never work here, so that a try ends in a plain `ReferenceError`.
 */

const scope: DedicatedWorkerGlobalScope & Record<string, unknown> = Object.assign(self);

/** The worker's line to the frame. */
export const post: (text: string) => void = scope.postMessage.bind(scope);

/** Runs a script of ours: the one way to compile under a policy without eval. */
export const importScript: (address: string) => void = scope.importScripts.bind(scope);

export const listen: (listener: (event: MessageEvent<unknown>) => void) => void = (listener) =>
  addMessageListener('message', (event) => {
    if (event.isTrusted && event instanceof MessageEvent) listener(event);
  });

const addMessageListener = scope.addEventListener.bind(scope);

// requestAnimationFrame stands still in a hidden frame: without it Observable's runtime takes a timer.
const taken = [
  'postMessage',
  'importScripts',
  'close',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'indexedDB',
  'caches',
  'cookieStore',
];

for (const name of taken) {
  for (let holder: object | null = self; holder; holder = Object.getPrototypeOf(holder))
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
}
