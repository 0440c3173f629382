import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stoppingRule } from '../../../src/engine/benchmark/index.ts';
import {
  chooseInputs,
  freeDimensions,
  tooHeavy,
  weigh,
} from '../../../src/widgets/lab/experiments/own/chooseInputs.ts';
import { connectOwn, withReference } from '../../../src/widgets/lab/experiments/own/ownModel.ts';
import { readModelFacts } from '../../../src/widgets/lab/experiments/own/readModelFacts.ts';
import { measurementFrom } from '../../../src/widgets/lab/measurementFrom.ts';
import { wasmOneThread, webgpu } from '../../../src/widgets/lab/runner/plan.ts';
import type { RowResult } from '../../../src/widgets/lab/runner/result.ts';
import { runLab } from '../../../src/widgets/lab/runner/runLab.ts';
import { workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';
import { endless, giant } from '../../fixtures/models/harmful.ts';
import { malformed } from '../../fixtures/models/malformed.ts';
import { type Bytes, float32, goodModel, graph, model, node, port } from '../../fixtures/models/onnxBytes.ts';

const additionUrl = new URL('/models/addition.onnx', location.href).href;
const never = new AbortController().signal;

/** What happens to a dropped file, from its bytes to the reference: the same steps as in the page. */
const open = async (bytes: Bytes, connect = connectOwn) => {
  const file = new File([bytes], 'mine.onnx');
  const facts = readModelFacts(new Uint8Array(await file.arrayBuffer()));
  const sizes = Object.fromEntries(freeDimensions(facts).map(({ name, suggested }) => [name, suggested]));
  const heavy = tooHeavy(weigh(facts, sizes));
  if (heavy) throw new RangeError(heavy);
  const inputs = chooseInputs(facts, sizes, 10);
  return await withReference({ file, facts, inputs, additionUrl }, never, connect);
};

const expectGoodModel = async () => {
  const { card } = await open(goodModel());
  const [output] = card.expected ?? [];
  expect(output?.dims).toEqual([1, 4]);
  expect(card.sha256).toMatch(/^[0-9a-f]{64}$/);
};

/** Requests for anything but the site's own runtime, models and modules. */
const strangers = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('blob:'));

describe('a file’s own words', () => {
  it('are read without running it', () => {
    const facts = readModelFacts(goodModel());
    expect(facts).toEqual({
      producer: 'test',
      irVersion: 8,
      opsets: '17',
      nodes: 1,
      initializers: 1,
      initializerBytes: 16,
      precision: 'float32',
      inputs: [{ name: 'x', type: 'float32', shape: ['batch', 4] }],
      outputs: [{ name: 'y', type: 'float32', shape: ['batch', 4] }],
    });
    expect(freeDimensions(facts)).toEqual([{ name: 'batch', suggested: 1, batch: true }]);
    expect(weigh(facts, { batch: 3 })).toEqual({ inputs: 48, outputs: 48, unknown: [] });
  });

  it('agree with the card of a shipped model', async () => {
    const response = await fetch('/models/character-lm-q4.onnx');
    const facts = readModelFacts(new Uint8Array(await response.arrayBuffer()));
    const card = await (await fetch('/models/character-lm-q4.json')).json();
    expect(facts.irVersion).toBe(card.irVersion);
    expect(facts.initializerBytes).toBe(card.weightBytes);
    expect(facts.inputs.map(({ name, shape, type }) => ({ name, shape, type }))).toEqual(card.inputs);
    expect(facts.outputs.map(({ name }) => name)).toEqual(
      card.outputs.map(({ name }: { name: string }) => name),
    );
  });
});

describe('what is no working model', () => {
  beforeEach(() => performance.clearResourceTimings());
  it.each(Object.entries(malformed))(
    '%s is refused in plain words, and a good model opens then',
    async (_, bad) => {
      const asked = vi.spyOn(globalThis, 'fetch');
      await expect(open(bad.bytes())).rejects.toThrow(bad.told);
      expect(asked).not.toHaveBeenCalled();
      asked.mockRestore();
      expect(strangers()).toEqual([]);
    },
  );
  afterEach(expectGoodModel);
});

describe('a model that does harm', () => {
  const impatient: typeof workerClient = () =>
    workerClient({ threadedStart: 20_000, other: 20_000, run: 4000 });

  it('is stopped at the limit when it never ends, and a good model opens then', async () => {
    await expect(open(endless(), impatient)).rejects.toMatchObject({ code: 'hung' });
    await expectGoodModel();
  });
  it('is refused before it runs when it declares 6·10⁸ floats', async () => {
    await expect(open(giant(600_000_000n, [600_000_000]))).rejects.toThrow(/2,400 MB.*stops at 256 MB/);
  });
  it('is stopped when its answer turns out larger than it said', async () => {
    await expect(open(giant(70_000_000n))).rejects.toMatchObject({ code: 'output-too-large' });
    await expectGoodModel();
  });
  it('ends in an error when it asks for 10¹² elements, and a good model opens then', async () => {
    await expect(open(giant(1_000_000_000_000n))).rejects.toMatchObject({
      code: expect.stringMatching(/^(runtime|not-a-model)$/),
    });
    await expectGoodModel();
  });
  it('has no reference when it gives values that are no numbers', async () => {
    const root = model(
      graph({
        nodes: [
          node('Abs', { inputs: ['x'], outputs: ['a'] }),
          node('Neg', { inputs: ['a'], outputs: ['w'] }),
          node('Sqrt', { inputs: ['w'], outputs: ['y'] }),
        ],
        inputs: [port('x', float32, [4])],
        outputs: [port('y', float32, [4])],
      }),
    );
    await expect(open(root)).rejects.toMatchObject({ code: 'no-reference' });
  });
});

describe('a good model of the reader’s own', () => {
  const rows = async (bytes: Bytes) => {
    const own = await open(bytes);
    return [wasmOneThread, webgpu].map((target) => ({ ...target, model: own, batch: 1 }));
  };
  const measure = async (configurations: Awaited<ReturnType<typeof rows>>) => {
    const results: RowResult[] = [];
    const failures: string[] = [];
    await runLab(
      {
        configurations,
        additionUrl,
        rule: { ...stoppingRule, shortestMs: 100, timeLimitMs: 300, countLimit: 2000 },
        warmUp: { shortestMs: 100, longestMs: 500 },
        seed: 1,
      },
      (event) => {
        if (event.type === 'result') results.push(event.result);
        if (event.type === 'failed') failures.push(event.failure.code);
      },
      never,
      connectOwn,
    );
    return { results, failures };
  };

  it('is measured on both engines against its own reference', async () => {
    const { results, failures } = await measure(await rows(goodModel()));
    expect(failures).toEqual([]);
    expect(results).toHaveLength(2);
    for (const result of results) {
      expect(result.report.gateAfter.passed).toBe(true);
      const saved = measurementFrom(result, { experiment: 'own', runId: 'run', now: new Date(0) });
      expect(saved.model).toMatchObject({ name: 'mine.onnx', precision: 'float32', shape: [1, 4] });
    }
  });

  it('has no speed where an engine’s answer is not the reference’s', async () => {
    const configurations = (await rows(goodModel())).map((row) => ({
      ...row,
      model: {
        ...row.model,
        card: {
          ...row.model.card,
          expected: (row.model.card.expected ?? []).map((output) => ({
            ...output,
            values: output.values.map((value) => value * 1.01),
          })),
        },
      },
    }));
    const { results, failures } = await measure(configurations);
    expect(results).toEqual([]);
    expect(failures).toEqual(['wrong-answer', 'wrong-answer']);
  });
});
