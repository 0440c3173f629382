import type { Router } from './router.ts';

/** Each queue with the same probability. A Poisson stream splits into independent Poisson streams. */
export function randomRouting(): Router {
  return {
    name: 'random',
    parameters: {},
    needs: 'nothing',
    refresh: 0,
    start: (view, stream) => () => stream.integer(view.count),
  };
}
