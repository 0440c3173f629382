import { createFloodGate } from './floodGate.ts';
import type { FromFrame, ToFrame } from './messages.ts';

/*
 * The one script of sandbox.html, which the build writes into the page. The border around cells is made of:
 *
 * - the host's `<iframe sandbox="allow-scripts">`: an opaque origin, so no cookie, no storage, no access to the page;
 * - this page's content policy: nothing may be loaded from any address, and the worker inherits that;
 * - the host's `frame-src 'self'`: the frame cannot be sent to another site;
 * - a worker instead of the frame's own window: cells never hold a window, where WebRTC would lead out, and an endless
 *   loop can be ended;
 * - messages that are text: no port, no callback, nothing that would act when received.
 *
 * This script only starts workers and passes text on. It runs nothing of a cell's, and does nothing at all unless it
 * stands in such a frame and the parent speaks.
 */

/** A worker with the kernel in it. */
interface Kernel {
  readonly worker: Worker;
  ready: boolean;
}

// `origin` of a window is its serialized origin: 'null' for an opaque one.
if (self.origin === 'null' && parent !== self) start();
else
  document.body.textContent =
    'This page runs the notebook’s cells, inside of the course. By itself it does nothing.';

function start() {
  let address = '';
  let number = 0;
  let current: Kernel | undefined;
  // A worker that has loaded already: after a stop the next cell does not wait.
  let standby: Kernel | undefined;
  let host = '*';

  const tell = (message: FromFrame) => parent.postMessage(message, host);

  const create = (): Kernel => {
    const kernel: Kernel = { worker: new Worker(address), ready: false };
    const passes = createFloodGate(() => performance.now());
    kernel.worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!kernel.ready) becomeReady(kernel);
      else if (!passes(data)) flooded(kernel);
      else if (kernel === current) tell({ type: 'event', worker: number, text: data });
    };
    kernel.worker.onerror = (event) => {
      event.preventDefault();
      if (!kernel.ready) tell({ type: 'problem', text: String(event.message).slice(0, 500) });
    };
    return kernel;
  };

  const becomeReady = (kernel: Kernel) => {
    kernel.ready = true;
    if (kernel !== current) return;
    tell({ type: 'ready', worker: number });
    standby ??= create();
  };

  const next = () => {
    current?.worker.terminate();
    number += 1;
    current = standby ?? create();
    standby = undefined;
    if (current.ready) becomeReady(current);
  };

  const flooded = (kernel: Kernel) => {
    kernel.worker.terminate();
    if (kernel !== current) {
      standby = undefined;
      return;
    }
    tell({ type: 'flooded', worker: number });
    next();
  };

  const obey = (message: ToFrame) => {
    switch (message.type) {
      case 'load':
        if (address) return;
        address = URL.createObjectURL(new Blob([message.source], { type: 'text/javascript' }));
        return next();
      case 'command':
        if (message.worker === number) current?.worker.postMessage(message.text);
        return;
      case 'stop':
        if (message.worker === number) next();
        return;
      case 'ping':
        tell({ type: 'pong' });
    }
  };

  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || !isForFrame(data)) return;
    host = origin;
    obey(data);
  });
  tell({ type: 'hello' });
}

function isForFrame(data: unknown): data is ToFrame {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  const field = (name: string): unknown => Reflect.get(data, name);
  switch (data.type) {
    case 'load':
      return typeof field('source') === 'string';
    case 'command':
      return typeof field('worker') === 'number' && typeof field('text') === 'string';
    case 'stop':
      return typeof field('worker') === 'number';
    case 'ping':
      return true;
    default:
      return false;
  }
}
