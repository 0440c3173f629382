import { failureSentences } from './failures.ts';
import { type Target, wasmOneThread, wasmThreads, webgpu } from './runner/plan.ts';

/** A row that the lab can offer, or the reason why it cannot. */
export interface Offer {
  readonly target: Target;
  readonly state: 'available' | 'absent' | 'pending';
  /** What it is, or why it is not here. */
  readonly note: string;
  /** A short warning beside the name. */
  readonly badge?: string;
}

const mostThreads = 8;

/** What this browser and this page can do, as far as it is known without asking for a graphics adapter. */
export function offersAtOnce(): readonly Offer[] {
  if (wasmBlocked())
    return [wasmOneThread, wasmThreads(2), webgpu].map((target) => ({
      target,
      state: 'absent',
      note: failureSentences['wasm-blocked'],
    }));
  const asking: Offer = {
    target: webgpu,
    state: 'pending',
    note: 'Asking the browser for an adapter.',
  };
  return [oneThread(), severalThreads(), asking];
}

const oneThread = (): Offer => ({
  target: wasmOneThread,
  state: 'available',
  note: 'The processor, one core. The baseline for the others.',
  ...(window.crossOriginIsolated ? {} : { badge: '1 thread (not isolated)' }),
});

const severalThreads = (): Offer => {
  const cores = navigator.hardwareConcurrency;
  const threads = Math.max(2, Math.min(cores, mostThreads));
  const target = wasmThreads(threads);
  if (!window.crossOriginIsolated)
    return {
      target,
      state: 'absent',
      note: 'This page is not cross-origin isolated, so the browser allows no shared memory and no threads. Its host must send the headers in docs/hosting.md.',
    };
  if (cores < 2) return { target, state: 'absent', note: 'The browser reports one core.' };
  return { target, state: 'available', note: `The processor, ${threads} of ${cores} cores.` };
};

/** Whether the browser gives a graphics adapter, and which. */
export async function graphicsOffer(): Promise<Offer> {
  const refused = (note: string): Offer => ({ target: webgpu, state: 'absent', note });
  if (!navigator.gpu) return refused(failureSentences['no-webgpu']);
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (!adapter) return refused(failureSentences['no-adapter']);
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'an unnamed adapter';
  if (isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(name))
    return {
      target: webgpu,
      state: 'available',
      note: `A software adapter (${name}): the processor stands in for the graphics card. The path is real, the speed says nothing about a graphics card.`,
      badge: 'not comparable',
    };
  return { target: webgpu, state: 'available', note: `The graphics card (${name}).` };
}

const wasmBlocked = (): boolean => {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return false;
  } catch {
    return true;
  }
};
