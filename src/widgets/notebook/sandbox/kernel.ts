import type { KernelCommand, KernelEvent } from '../../../engine/notebook/index.ts';

/** How the kernel is, as far as the page can tell. */
export type KernelState =
  /** The frame or its worker is loading. */
  | 'starting'
  | 'idle'
  | 'running'
  /** It could not be started, or died too often; `restart` tries again. */
  | 'failed';

/** Why a worker was ended: values are lost, sources are not. */
export type EndReason =
  /** The reader asked for it. */
  | 'stopped'
  | 'restarted'
  /** A cell ran longer than the limit. */
  | 'timeout'
  /** More messages than the frame passes on. */
  | 'flood'
  /** The frame or the worker died, as by lack of memory. */
  | 'died';

/** What those who listen to a kernel are told. */
export type KernelNotice =
  | { readonly type: 'state'; readonly state: KernelState; readonly problem?: string }
  | { readonly type: 'ended'; readonly reason: EndReason; readonly running: readonly string[] }
  | { readonly type: 'event'; readonly event: KernelEvent };

/** The page's end of a sandboxed kernel: commands in, validated events out. It survives whatever cells do. */
export interface Kernel {
  readonly state: KernelState;
  /** Sent at once, or as soon as a worker is there. The last `define` and contexts are repeated to a new worker. */
  send(command: KernelCommand): void;
  /** Ends what is running, at once; a fresh worker takes over, and cells have no values until they are run. */
  stop(): void;
  restart(): void;
  subscribe(listener: (notice: KernelNotice) => void): () => void;
  dispose(): void;
}

export interface KernelOptions {
  /** A cell that runs longer is stopped. */
  readonly timeLimitMs: number;
}
