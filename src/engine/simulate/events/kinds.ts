/** What an entry of the event list stands for: its payload is index · 16 + kind. */
export const Kind = {
  /** Index: a server. */
  finish: 0,
  /** A queue whose shared servers finish somebody. */
  share: 1,
  /** A queue whose oldest request has waited for a batch as long as it may. */
  batch: 2,
  /** The router looks at the loads. */
  refresh: 3,
  /** A request at its client. */
  timeout: 4,
  hedge: 5,
  retry: 6,
  /** The oldest answer on its way from the cache. */
  hit: 7,
  /** The autoscaler looks at its metric. */
  scale: 8,
  /** A server that was started and is ready. */
  ready: 9,
  /** A scheduled fault that begins or ends. */
  fault: 10,
} as const;

export const KIND_BITS = 4;
export const KIND_MASK = 15;
