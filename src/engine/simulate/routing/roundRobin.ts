import type { Router } from './router.ts';

/** The queues in turn. Of a Poisson stream each of n queues sees Erlang-n gaps, which are steadier than random ones. */
export function roundRobin(): Router {
  return {
    name: 'roundRobin',
    parameters: {},
    needs: 'nothing',
    refresh: 0,
    start(view) {
      let last = -1;
      return () => {
        last = last + 1 >= view.count ? 0 : last + 1;
        return last;
      };
    },
  };
}
