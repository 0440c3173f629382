import type { AnyWidget } from './defineWidget.ts';
import { wantsMeasurement } from './inputs.ts';
import type { Run } from './instance.ts';

/** What a reader who opened a link with a fingerprint is told: replayed, or which of u, c, e differs. */
export function replayNotice(
  promised: string,
  run: Run,
  version: number | undefined,
  widget: AnyWidget,
): string[] {
  if (promised === run.fingerprint) return [`Replayed: the result has the link’s fingerprint ${promised}.`];
  const why =
    version !== undefined && version !== widget.version
      ? `the configuration c differs (the link was made by version ${version} of this widget, this is version ${widget.version})`
      : wantsMeasurement({ widget, values: run.now.values })
        ? 'the input u differs (measured service times stay on the device that measured them) or the environment e does'
        : 'the environment e differs (another engine version or browser), or the link was changed by hand';
  return [`Not replayed: the link promises ${promised}, this run gives ${run.fingerprint}; ${why}.`];
}
