import type { Instance, InstanceState } from './instance.ts';

/** Whether the present values ask for data from the lab. */
export function wantsMeasurement({ widget, values }: Pick<InstanceState, 'widget' | 'values'>): boolean {
  return widget.uses?.(values).includes('measurement') ?? false;
}

/** Gives an instance the data from outside that its values ask for, as long as they do. */
export function followInputs(instance: Instance): () => void {
  let wanted = false;
  let ended = false;
  let release: (() => void) | undefined;

  const look = async (state: InstanceState) => {
    const wants = wantsMeasurement(state);
    if (wants === wanted) return;
    wanted = wants;
    release?.();
    release = undefined;
    if (!wants) return state.setInputs({});
    const { followMeasurement } = await import('./measurementInput.ts');
    if (!wanted || ended || release) return;
    release = followMeasurement((measurement) => state.setInputs(measurement ? { measurement } : {}));
  };

  look(instance.getState());
  const stop = instance.subscribe(look);
  return () => {
    ended = true;
    stop();
    release?.();
  };
}
