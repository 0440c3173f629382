import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type LanguageModelCard, languageModelCardSchema } from '../../../src/engine/benchmark/index.ts';
import { fingerprint } from '../../../src/engine/record/index.ts';
import { languageRunSchema } from '../../../src/store/languageRun.ts';
import {
  layoutRatio,
  positionFit,
  prefillFit,
  seriesNumbers,
  tokensByPosition,
} from '../../../src/widgets/lab/experiments/language/languageNumbers.ts';
import { measureLanguage } from '../../../src/widgets/lab/experiments/language/measureLanguage.ts';
import { type LanguagePlan, seriesOf } from '../../../src/widgets/lab/experiments/language/plan.ts';
import { type Target, wasmOneThread, webgpu } from '../../../src/widgets/lab/runner/plan.ts';
import { workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';

const address = (name: string) => new URL(`/models/${name}`, location.href).href;
const readCard = async (name: string): Promise<LanguageModelCard> =>
  v.parse(languageModelCardSchema, await (await fetch(address(`${name}.json`))).json());

const planFor = async (target: Target, name = 'character-lm', change: Partial<LanguagePlan> = {}) => {
  const card = await readCard(name);
  const plan: LanguagePlan = {
    name: `${card.precision} · ${target.name}`,
    target,
    card,
    modelUrl: address(card.file),
    additionUrl: address('addition.onnx'),
    series: seriesOf({ prompts: [8, 40], batches: [1, 2] }),
    newTokens: 6,
    timeLimitMs: 1,
    fewestRounds: 6,
    mostRounds: 200,
    warmUp: { shortestMs: 0, longestMs: 1 },
    seed: 1,
    ...change,
  };
  return plan;
};

const measure = async (plan: LanguagePlan, connect?: typeof workerClient) => {
  const notices: string[] = [];
  const run = await measureLanguage(
    plan,
    (event) => {
      if (event.type === 'notice') notices.push(event.sentence);
    },
    new AbortController().signal,
    connect,
  );
  return { run, notices };
};

describe('a language run', () => {
  it('keeps every token’s time on WASM, and says what the definitions say', async () => {
    const { run, notices } = await measure(await planFor(wasmOneThread));
    expect(notices).toEqual([]);
    expect(run.piece).toBeNull();
    expect(v.parse(languageRunSchema, structuredClone(run))).toEqual(run);
    const { id: _, createdAt: __, fingerprint: print, ...substance } = run;
    expect(fingerprint(substance)).toBe(print);
    expect(run.gateBefore.passed && run.gateAfter.passed).toBe(true);
    // Six rounds of two lengths with two layouts, and one more batch.
    expect(run.generations).toHaveLength(6 * 5);
    for (const { tokenMs } of run.generations) {
      expect(tokenMs).toHaveLength(6);
      expect(tokenMs.every((time, index) => time > (tokenMs[index - 1] ?? 0))).toBe(true);
    }
    expect(run.text).toHaveLength(6);

    const numbers = seriesNumbers(run);
    expect(numbers).toHaveLength(5);
    for (const { means } of numbers)
      expect(means.timeToFirstToken + 5 * means.timePerToken).toBeCloseTo(means.endToEnd, 9);
    const [short, long] = [8, 40].map((tokens) =>
      numbers.find(({ promptTokens, batch }) => promptTokens === tokens && batch === 1),
    );
    expect(long!.timeToFirstToken.value).toBeGreaterThan(short!.timeToFirstToken.value);
    expect(prefillFit(run)!.perItem.value).toBeGreaterThan(0);
    expect(prefillFit(run)!.rounds).toBe(6);
    expect(positionFit(run, 'static')!.rounds).toBe(6);
    expect(layoutRatio(run, 8)!.value).toBeGreaterThan(0);
    const places = tokensByPosition(run, 'growing').map(({ position }) => position);
    expect(places).toEqual([10, 14, 42, 46]);
  });

  it('writes the same text in every run, whatever the cache’s layout', async () => {
    const client = workerClient();
    const { card, modelUrl, additionUrl } = await planFor(wasmOneThread);
    await client.open({ type: 'open', provider: 'wasm', threads: 1, card, modelUrl, additionUrl }, () => {});
    const write = async (cache: 'growing' | 'static', batch: number, piece: number | null) =>
      (await client.generate({ type: 'generate', promptTokens: 30, newTokens: 12, batch, cache, piece }))
        .text;
    const text = await write('growing', 1, null);
    expect(await write('growing', 1, null)).toBe(text);
    expect(await write('static', 1, null)).toBe(text);
    expect(await write('growing', 1, 7)).toBe(text);
    expect(await write('static', 3, 7)).toBe(text);
    client.terminate();
  });

  // The tolerance of 4 bits alone would let it pass.
  it.each(['character-lm', 'character-lm-q4'])(
    '%s is read in pieces on a software adapter, which reads long prompts wrongly',
    async (name) => {
      const series = [{ promptTokens: 30, batch: 1, cache: 'growing' as const }];
      const plan = await planFor(webgpu, name, { series, newTokens: 3, fewestRounds: 2 });
      const { run, notices } = await measure(plan);
      expect(run.stamp.adapter?.fallback).toBe(true);
      expect(run.wholePrompt).toMatchObject({ passed: false });
      expect(run.wholePrompt!.maxAbsolute).toBeGreaterThan(0.1);
      expect(run.piece).toBe(24);
      expect(run.gateBefore.passed && run.gateAfter.passed).toBe(true);
      expect(notices.join()).toMatch(/wrong answer here.*in pieces/);
    },
  );

  it('shows no speed when reading in pieces is wrong too', async () => {
    const plan = await planFor(wasmOneThread);
    const output = plan.card.reference.output.map((logit, index) => (index === 3 ? logit + 1 : logit));
    const card = { ...plan.card, reference: { ...plan.card.reference, output } };
    await expect(measure({ ...plan, card })).rejects.toMatchObject({ code: 'wrong-answer' });
  });

  it('says that fp16 needs shader-f16 where the adapter has none', async () => {
    await expect(measure(await planFor(webgpu, 'character-lm-fp16'))).rejects.toMatchObject({
      code: 'no-shader-f16',
    });
  });

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const plan = await planFor(wasmOneThread, 'character-lm', { timeLimitMs: 60_000 });
    const run = measureLanguage(
      plan,
      (event) => {
        if (event.type === 'step' && event.step === 'sampling') cancel.abort();
      },
      cancel.signal,
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });
});
