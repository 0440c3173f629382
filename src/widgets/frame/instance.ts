import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Decision } from '../../engine/record/index.ts';
import type { AnyWidget, Inputs, LiveValue, Snapshot, Timeline } from './defineWidget.ts';
import { wantsMeasurement } from './inputs.ts';
import { decodeLink, defaultSeed, type Hideable } from './link.ts';
import { defaults, type Parameters, type Value } from './parameters.ts';
import { nextStop, withinTimeline } from './playhead.ts';
import { replayNotice } from './replayNotice.ts';
import { createRunner, Superseded } from './runner.ts';

export type AnyValues = Readonly<Record<string, Value>>;
export type AnySnapshot = Omit<Snapshot<Parameters, unknown, unknown>, 'values'> & {
  readonly values: AnyValues;
};

/** One run of a widget: what it was asked and what is known of the answer so far. */
export interface Run {
  readonly now: AnySnapshot;
  readonly fingerprint: string | undefined;
  /** Why there is no answer, as a sentence for the reader. */
  readonly problem: string | undefined;
}

export interface InstanceState extends Run {
  readonly widget: AnyWidget;
  /** The reader's own values; `now.values` has an injected fault laid over them. */
  readonly values: AnyValues;
  readonly seed: number;
  readonly fault: string | undefined;
  readonly pinned: Run | undefined;
  readonly timeline: Timeline | undefined;
  readonly playing: boolean;
  readonly live: Readonly<Record<string, LiveValue>>;
  readonly decision: Decision | undefined;
  readonly locked: readonly string[];
  readonly hidden: readonly Hideable[];
  readonly notices: readonly string[];

  change(changes: Readonly<Record<string, Value | undefined>>): void;
  reset(): void;
  setSeed(seed: number): void;
  inject(fault: string): void;
  clearFault(): void;
  pin(): void;
  unpin(): void;
  seek(time: number): void;
  step(direction: 1 | -1): void;
  setPlaying(playing: boolean): void;
  setInputs(inputs: Inputs): void;
  dismissNotices(): void;
  dispose(): void;
}

export type Instance = StoreApi<InstanceState>;

type Which = 'present' | 'pinned';

/**
 * State of one widget on a page. A change computes the closed form at once, in the same frame, and asks a worker
 * for the simulation; the earlier simulation stays on screen, marked as refining, until the new one is there.
 * Run B and the pinned run A always share the seed: they meet the same requests (common random numbers).
 */
export function createInstance(widget: AnyWidget, link: string, inputs: Inputs = {}): Instance {
  const { state: opened, notices } = decodeLink(widget, link);
  const runners = { present: createRunner(), pinned: createRunner() };
  /** Set until the first result of a link that promised a fingerprint. */
  let promised = opened.fingerprint;
  let wantedTime = opened.time;
  /** Until then the result is not the promised one: data from outside is still being read. */
  let complete = inputs.measurement !== undefined || !wantsMeasurement({ widget, values: opened.values });

  const store = createStore<InstanceState>()((set, get) => {
    const effective = (values: AnyValues, fault: string | undefined): AnyValues => {
      const injected = widget.faults.find((candidate) => candidate.id === fault);
      return injected ? overlay(values, injected.patch(values)) : values;
    };

    const ask = (values: AnyValues, inputs: Inputs, before: Run | undefined): Run => {
      const base = {
        values,
        inputs,
        result: before?.now.result,
        refining: true,
        time: before?.now.time ?? 0,
      };
      try {
        const formula: unknown = widget.formula(values, inputs);
        return { now: { ...base, formula }, fingerprint: before?.fingerprint, problem: undefined };
      } catch (error) {
        const now = before?.now ?? { ...base, formula: undefined, refining: false };
        return { now, fingerprint: undefined, problem: sentence(error) };
      }
    };

    const answer = async (which: Which, run: Run) => {
      if (run.problem) return;
      const { values, inputs } = run.now;
      try {
        const outcome = await runners[which].run({ widget: widget.id, values, seed: get().seed, inputs });
        finish(which, { result: outcome.result, refining: false }, outcome.fingerprint, undefined);
      } catch (error) {
        if (error instanceof Superseded) return;
        finish(which, { refining: false }, undefined, sentence(error));
      }
    };

    const finish = (
      which: Which,
      changes: Partial<AnySnapshot>,
      fingerprint: string | undefined,
      problem?: string,
    ) => {
      const run = which === 'present' ? get() : get().pinned;
      if (!run) return;
      const finished: Run = { now: { ...run.now, ...changes }, fingerprint, problem };
      if (which === 'pinned') set({ pinned: finished });
      else settle(finished);
    };

    /** Takes a finished present run: timeline, playhead, promised fingerprint. */
    const settle = (run: Run) => {
      const timeline = run.problem ? undefined : widget.timeline?.(run.now.result, run.now.values);
      const before = get().timeline;
      // A playhead that stood at the end stays at the end when the run becomes longer.
      const kept = before && (run.now.time >= before.end ? timeline?.end : run.now.time);
      const asked = wantedTime ?? kept ?? timeline?.initial;
      wantedTime = undefined;
      const time = timeline ? withinTimeline(timeline, asked ?? timeline.initial) : run.now.time;
      const notice =
        complete && run.fingerprint && promised ? replayNotice(promised, run, opened.version, widget) : [];
      if (complete) promised = undefined;
      set({
        timeline,
        notices: [...get().notices, ...notice],
        ...derived({ ...run, now: { ...run.now, time } }),
      });
    };

    const derived = (
      run: Run,
    ): Pick<InstanceState, 'now' | 'fingerprint' | 'problem' | 'live' | 'decision'> => {
      if (run.now.formula === undefined) return { ...run, live: {}, decision: undefined };
      return {
        ...run,
        live: widget.live(run.now),
        decision: run.problem ? undefined : widget.decide(run.now),
      };
    };

    const restart = (changes: Partial<Pick<InstanceState, 'values' | 'seed' | 'fault'>>, inputs: Inputs) => {
      const { values, fault } = { ...get(), ...changes };
      const run = ask(effective(values, fault), inputs, get());
      set({ ...changes, ...derived(run) });
      answer('present', run);
    };

    const restartPinned = (values: AnyValues, inputs: Inputs, before: Run | undefined) => {
      const pinned = ask(values, inputs, before);
      set({ pinned });
      answer('pinned', pinned);
    };

    const first = ask(effective(opened.values, opened.fault), inputs, undefined);
    queueMicrotask(() => {
      // Asked after the store exists, unless a change has already asked anew.
      if (get().now === first.now) answer('present', first);
      if (opened.pinned) restartPinned(opened.pinned, inputs, undefined);
    });

    return {
      widget,
      values: opened.values,
      seed: opened.seed,
      fault: opened.fault,
      pinned: undefined,
      timeline: undefined,
      playing: false,
      locked: opened.locked,
      hidden: opened.hidden,
      notices,
      ...derived(first),

      change: (changes) => restart({ values: overlay(get().values, changes) }, get().now.inputs),
      reset: () => {
        wantedTime = undefined;
        set({ pinned: undefined, playing: false, timeline: undefined });
        restart(
          { values: defaults(widget.parameters), seed: defaultSeed, fault: undefined },
          get().now.inputs,
        );
      },
      setSeed: (seed) => {
        restart({ seed }, get().now.inputs);
        const { pinned } = get();
        if (pinned) restartPinned(pinned.now.values, pinned.now.inputs, pinned);
      },
      inject: (fault) => restart({ fault }, get().now.inputs),
      clearFault: () => restart({ fault: undefined }, get().now.inputs),
      pin: () => {
        const { now, fingerprint, problem } = get();
        if (problem) return;
        if (now.refining) restartPinned(now.values, now.inputs, { now, fingerprint, problem });
        else set({ pinned: { now, fingerprint, problem } });
      },
      unpin: () => set({ pinned: undefined }),
      seek: (time) => {
        const { timeline, now, fingerprint, problem } = get();
        if (!timeline) return;
        const moved = { ...now, time: withinTimeline(timeline, time) };
        set(derived({ now: moved, fingerprint, problem }));
      },
      step: (direction) => {
        const { timeline, now } = get();
        if (!timeline) return;
        set({ playing: false });
        get().seek(nextStop(timeline, now.time, direction));
      },
      setPlaying: (playing) => set({ playing }),
      setInputs: (inputs) => {
        complete = true;
        restart({}, inputs);
      },
      dismissNotices: () => set({ notices: [] }),
      dispose: () => {
        runners.present.dispose();
        runners.pinned.dispose();
      },
    };
  });
  return store;
}

function overlay(values: AnyValues, patch: Readonly<Record<string, Value | undefined>>): AnyValues {
  const laid = { ...values };
  for (const [name, value] of Object.entries(patch)) if (value !== undefined) laid[name] = value;
  return laid;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
