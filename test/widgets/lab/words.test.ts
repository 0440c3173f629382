import { describe, expect, it } from 'vitest';
import { LabFailure } from '../../../src/widgets/lab/failures.ts';
import { formatMs, formatMsInterval, formatRateInterval } from '../../../src/widgets/lab/formats.ts';
import { describeBrowser } from '../../../src/widgets/lab/runner/describeBrowser.ts';
import { wasmOneThread, webgpu } from '../../../src/widgets/lab/runner/plan.ts';
import { idle, type RunAction, type RunState, runReducer } from '../../../src/widgets/lab/runState.ts';
import { readPlacement } from '../../../src/widgets/lab/worker/placement.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('times', () => {
  it('take the unit of their size, and share it in an interval where they can', () => {
    expect(plain(formatMs(0.268))).toBe('268 µs');
    expect(plain(formatMsInterval(0.266, 0.271))).toBe('266 to 271 µs');
    expect(plain(formatMsInterval(0.8, 1.25))).toBe('800 µs to 1.25 ms');
    expect(plain(formatRateInterval(3000, 3730))).toBe('3,000 to 3,730/s');
  });
});

describe('the browser’s short name', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
      'Chromium 156',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
      'Edge 150',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox 140',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari 18',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36',
      'Chromium 149',
      'Android',
    ],
    ['curl/8', 'Unknown browser', 'Unknown system'],
  ])('%s', (userAgent, browser, system) => {
    expect(describeBrowser(userAgent)).toEqual({ browser, system });
  });
});

describe('what the page knows of a run', () => {
  const play = (actions: readonly RunAction[], from: RunState = idle) => actions.reduce(runReducer, from);
  const failure = new LabFailure('hung');

  it('follows each row through its steps, and forgets the run before', () => {
    const state = play([
      { type: 'started' },
      { type: 'row', configuration: wasmOneThread },
      { type: 'row', configuration: webgpu },
      { type: 'step', row: 'webgpu', step: 'warmUp', share: 0.5 },
      { type: 'notice', row: 'webgpu', sentence: 'first' },
      { type: 'notice', row: 'webgpu', sentence: 'second' },
      { type: 'failed', row: 'wasm-1', failure },
    ]);
    expect(state).toMatchObject({
      status: 'running',
      active: 'webgpu',
      rows: [
        { step: 'failed', failure, notices: [] },
        { step: 'warmUp', share: 0.5, failure: null, notices: ['first', 'second'] },
      ],
    });
    expect(play([{ type: 'started' }], state)).toEqual({ ...idle, status: 'running' });
  });
});

describe('the runtime’s profile', () => {
  const event = (name: string, provider: string, cat = 'Node') => ({ cat, name, args: { provider } });
  it('counts kernels by provider and nothing else', () => {
    const events = [
      { cat: 'Session', name: 'model_run', args: {} },
      event('Gemm_kernel_time', 'CPUExecutionProvider'),
      event('Gemm_fence_before', 'CPUExecutionProvider'),
      event('Relu_kernel_time', 'WebGpuExecutionProvider'),
      event('Gemm_kernel_time', 'WebGpuExecutionProvider'),
    ];
    const text = JSON.stringify(events);
    expect(readPlacement([text])).toEqual([
      { provider: 'CPUExecutionProvider', nodes: 1 },
      { provider: 'WebGpuExecutionProvider', nodes: 2 },
    ]);
  });
  it('says nothing where it cannot be read', () => {
    expect(readPlacement([])).toBeNull();
    expect(readPlacement(['[broken'])).toBeNull();
  });
});
