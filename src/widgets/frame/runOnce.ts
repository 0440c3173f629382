import type { Inputs, Widget } from './defineWidget.ts';
import { defaultSeed } from './link.ts';
import { defaults, type Parameters } from './parameters.ts';
import { createRunner } from './runner.ts';

/** One run of a widget at its defaults, in a worker of its own; `stop` ends it early, and then nothing is answered. */
export function runOnce<P extends Parameters, F, R>(
  widget: Widget<P, F, R>,
  answer: (result: R) => void,
  inputs: Inputs = {},
): { stop: () => void } {
  const runner = createRunner();
  const job = { widget: widget.id, values: defaults(widget.parameters), seed: defaultSeed, inputs };
  runner.run(job).then(
    // The worker ran this very declaration, so its result is an R.
    (outcome) => answer(outcome.result as R),
    // Callers draw what they have; the widget's own frame reports a worker that cannot start.
    () => undefined,
  );
  return { stop: runner.dispose };
}
