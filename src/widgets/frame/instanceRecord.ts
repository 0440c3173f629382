import { record } from '../../engine/record/index.ts';
import type { InstanceState } from './instance.ts';

/**
 * The record z = T(u; c, e) of what the widget shows: input u (effective values, injected fault, measured data by
 * fingerprint), configuration c (widget, version, seed), environment e (this browser), and the result's fingerprint.
 */
export function instanceRecord(state: InstanceState) {
  const { widget, now, seed, fault, fingerprint } = state;
  return {
    ...record({
      input: {
        values: now.values,
        fault: fault ?? null,
        measurement: now.inputs.measurement?.fingerprint ?? null,
      },
      config: { widget: widget.id, version: widget.version, seed },
      environment: { userAgent: navigator.userAgent, cores: navigator.hardwareConcurrency },
    }),
    result: fingerprint ?? null,
    summary: widget.summarize(now),
    decision: state.decision ?? null,
  };
}
