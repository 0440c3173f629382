import { describe, expect, test, vi } from 'vitest';
import { createInstance, type Instance } from '../../../src/widgets/frame/instance.ts';
import { nextStop } from '../../../src/widgets/frame/playhead.ts';
import widget from '../../../src/widgets/utilization/widget.ts';

const settled = (instance: Instance) =>
  vi.waitFor(() => expect(instance.getState().now.refining).toBe(false), { timeout: 20_000 });

function open(link: string, inputs = {}) {
  const instance = createInstance(widget, link, inputs);
  return { instance, state: () => instance.getState() };
}

describe('an instance of a widget', () => {
  test('has the closed form before any simulation, then the simulation with a fingerprint', async () => {
    const { instance, state } = open('arrivalRate=5&requests=5000');
    expect(state().now.result).toBeUndefined();
    expect(state().live.utilization?.value).toBe(0.5);
    await settled(instance);
    expect(state().fingerprint).toMatch(/\w/);
    state().dispose();
  });

  test('gives the same fingerprint for the same input and seed, another for another seed', async () => {
    const first = open('requests=2000&seed=5');
    const second = open('requests=2000&seed=5');
    const third = open('requests=2000&seed=6');
    for (const { instance } of [first, second, third]) await settled(instance);
    expect(second.state().fingerprint).toBe(first.state().fingerprint);
    expect(third.state().fingerprint).not.toBe(first.state().fingerprint);
    for (const { state } of [first, second, third]) state().dispose();
  });

  test('updates the closed form in the same turn as the change, while the earlier simulation stays', async () => {
    const { instance, state } = open('requests=2000');
    await settled(instance);
    const before = state().now.result;
    state().change({ arrivalRate: 9 });
    expect(state().live.utilization?.value).toBe(0.9);
    expect(state().now.refining).toBe(true);
    expect(state().now.result).toBe(before);
    await settled(instance);
    expect(state().now.result).not.toBe(before);
    state().dispose();
  });

  test('shows only the newest of many changes', async () => {
    const { instance, state } = open('requests=200000');
    for (let rate = 1; rate <= 9; rate++) state().change({ arrivalRate: rate });
    await settled(instance);
    expect(state().now.result).toMatchObject({ here: { utilization: 0.9 } });
    state().dispose();
  });

  test('lays a failure over the reader’s values and gives them back', async () => {
    const { state } = open('arrivalRate=6');
    state().inject('variability');
    expect(state().now.values.scvService).toBe(8);
    expect(state().values.scvService).toBe(1);
    state().clearFault();
    expect(state().now.values.scvService).toBe(1);
    expect(state().now.values.arrivalRate).toBe(6);
    state().dispose();
  });

  test('keeps the pinned run on the present seed: both meet the same requests', async () => {
    const { instance, state } = open('requests=2000');
    await settled(instance);
    state().pin();
    const pinnedBefore = state().pinned?.fingerprint;
    state().setSeed(77);
    await settled(instance);
    await vi.waitFor(() => expect(state().pinned?.now.refining).toBe(false));
    expect(state().pinned?.fingerprint).not.toBe(pinnedBefore);
    expect(state().pinned?.fingerprint).toBe(state().fingerprint);
    state().dispose();
  });

  test('says that a link was replayed, and what differs when it was not', async () => {
    const { instance, state } = open('requests=2000&seed=3');
    await settled(instance);
    const fingerprint = state().fingerprint ?? '';
    const same = open(`requests=2000&seed=3&version=1&fingerprint=${fingerprint}`);
    const other = open(`requests=2000&seed=4&version=1&fingerprint=${fingerprint}`);
    const older = open(`requests=2000&seed=4&version=99&fingerprint=${fingerprint}`);
    for (const opened of [same, other, older]) await settled(opened.instance);
    expect(same.state().notices[0]).toMatch(/^Replayed/);
    expect(other.state().notices[0]).toMatch(/^Not replayed/);
    expect(older.state().notices[0]).toContain('configuration c differs');
    for (const opened of [same, other, older]) opened.state().dispose();
    state().dispose();
  });

  test('goes back to every default on reset', async () => {
    const { instance, state } = open('arrivalRate=3&servers=2&seed=9&fault=variability&requests=2000');
    await settled(instance);
    state().pin();
    state().reset();
    expect(state().values).toMatchObject({ arrivalRate: 8, servers: 1 });
    expect(state().seed).toBe(1);
    expect(state().fault).toBeUndefined();
    expect(state().pinned).toBeUndefined();
    state().dispose();
  });

  test('feeds the queue with measured service times when asked to', async () => {
    const serviceTimes = Array.from({ length: 200 }, (_, index) => 0.001 + 0.0001 * (index % 7));
    const measurement = {
      device: 'a test device',
      model: 'MLP',
      serviceTimes,
      innerRuns: 1,
      fingerprint: 'f',
    };
    const { instance, state } = open('measured=1&requests=2000', { measurement });
    await settled(instance);
    expect(state().now.result).toHaveProperty('measured.grid.length', 8);
    state().dispose();
  });
});

describe('the next stop', () => {
  const timeline = { start: 0, end: 10, unit: 's', initial: 0, seconds: 5, stops: [1, 2, 2, 7] };
  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 7],
    [7, 1, 10],
    [10, -1, 7],
    [2, -1, 1],
    [1, -1, 0],
  ] as const)('from %d in direction %d is %d', (time, direction, stop) => {
    expect(nextStop(timeline, time, direction)).toBe(stop);
  });
  test('is a hundredth of the span where none is declared, and never leaves it', () => {
    const plain = { start: 0, end: 10, unit: 's', initial: 0, seconds: 5 };
    expect(nextStop(plain, 5, 1)).toBeCloseTo(5.1);
    expect(nextStop(plain, 10, 1)).toBe(10);
  });
});
