import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  correctnessGate,
  languageModelCardSchema,
  modelCardSchema,
  referenceBatch,
} from '../../../src/engine/benchmark/index.ts';
import { decoderOf } from '../../../src/widgets/lab/worker/decoder.ts';
import { loadRuntime } from '../../../src/widgets/lab/worker/loadRuntime.ts';
import { floatOutput } from '../../scripts/models/runtimeOutput.ts';

const url = (name: string) => new URL(`/models/${name}`, location.href).href;
// Sessions stay open to the page's end: releasing the last one takes the device and its shaders along.
const open = async (file: string) => {
  const { ort } = await loadRuntime('webgpu', 1);
  const bytes = new Uint8Array(await (await fetch(url(file))).arrayBuffer());
  return {
    ort,
    session: await ort.InferenceSession.create(bytes, {
      executionProviders: ['webgpu'],
      logSeverityLevel: 4,
    }),
  };
};
const readJson = async (name: string): Promise<unknown> => (await fetch(url(name))).json();

// One of each model, and one of each way to multiply that WebGPU has; the others take the same kernels.
it.each(['mlp-int8', 'separable-conv', 'transformer-block', 'transformer-block-q4'])(
  '%s agrees with its reference on WebGPU',
  async (name) => {
    const card = v.parse(modelCardSchema, await readJson(`${name}.json`));
    const { ort, session } = await open(card.file);
    const { input, expected } = referenceBatch(card, 2);
    const x = new ort.Tensor('float32', input, [2, ...card.reference.input.rowShape]);
    const got = floatOutput(await session.run({ [card.input.name]: x }), card.output.name);
    const rule = { tolerance: card.reference.tolerance, width: expected.length / 2 };
    expect(correctnessGate(got, expected, rule)).toMatchObject({ passed: true, notFinite: 0 });
  },
);

// Read in pieces of at most 24 tokens: a software adapter attends wrongly in longer ones, as the card says.
it('the 4-bit character model decodes on WebGPU as its reference does, with a growing and a fixed cache', async () => {
  const card = v.parse(languageModelCardSchema, await readJson('character-lm-q4.json'));
  const { ort, session } = await open(card.file);
  const decoder = decoderOf(ort, session, card);
  const { prompt, continuation, output, tolerance } = card.reference;
  const width = card.vocabulary.length;
  for (const places of [0, card.context]) {
    let cache = decoder.emptyCache(1, places);
    let read = 0;
    const rows: number[] = [];
    const pieces = [prompt.slice(0, 24), prompt.slice(24, 48), prompt.slice(48)];
    for (const piece of [...pieces, ...continuation.map((token) => [token])]) {
      read += piece.length;
      const step = await decoder.read([piece], [read], cache);
      cache = step.cache;
      if (read >= prompt.length) rows.push(...step.logits.slice(-width));
    }
    expect(correctnessGate(rows, output, { tolerance, width })).toMatchObject({ passed: true, notFinite: 0 });
    expect(cache['past.0.key']!.dims[2]).toBe(places || read);
  }
});
