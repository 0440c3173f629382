import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, ort } from '../../../scripts/build-models/runtime.ts';
import { correctnessGate, type LanguageModelCard } from '../../../src/engine/benchmark/index.ts';
import { type Decoder, decoderOf } from '../../../src/widgets/lab/worker/decoder.ts';
import { shipped, shippedCards } from './shipped.ts';

const cards = shippedCards().filter((card) => card.kind === 'languageModel');

const openDecoder = async (card: LanguageModelCard): Promise<Decoder> =>
  decoderOf(ort, await openSession(shipped(card.file)), card);

/** Logits of the prompt's last position and of each continuation token, read one by one. */
const decode = async (decoder: Decoder, { reference, vocabulary }: LanguageModelCard, places: number) => {
  const { prompt, continuation } = reference;
  let step = await decoder.read([prompt], [prompt.length], decoder.emptyCache(1, places));
  const rows = [...step.logits.slice(-vocabulary.length)];
  for (const [index, token] of continuation.entries()) {
    step = await decoder.read([[token]], [prompt.length + index + 1], step.cache);
    rows.push(...step.logits);
  }
  return { rows, places: step.cache['past.0.key']!.dims[2] };
};

const largestDifference = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  expect(left.length).toBe(right.length);
  return Array.from(left, (value, index) => Math.abs(value - right[index]!)).reduce((a, b) => Math.max(a, b));
};

it('the character model is shipped in five precisions', () => {
  expect(cards.map(({ precision }) => precision).sort()).toEqual(['fp16', 'fp32', 'int8', 'q4', 'q8']);
});

describe.each(cards.map((card) => [card.file, card] as const))('%s', (_, card) => {
  const { reference, vocabulary, context } = card;
  const rule = { tolerance: reference.tolerance, width: vocabulary.length };
  let decoder: Decoder;
  beforeAll(async () => {
    decoder = await openDecoder(card);
  });
  afterAll(() => decoder.close());

  it('agrees with the float64 reference, prompt first and then token by token', async () => {
    const { rows, places } = await decode(decoder, card, 0);
    expect(correctnessGate(rows, reference.output, rule)).toMatchObject({ passed: true, notFinite: 0 });
    expect(places).toBe(reference.prompt.length + reference.continuation.length);
  });

  it('gives the same logits with a cache of fixed size as with one that grows', async () => {
    const grown = await decode(decoder, card, 0);
    const fixed = await decode(decoder, card, context);
    expect(fixed.places).toBe(context);
    expect(largestDifference(fixed.rows, grown.rows)).toBeLessThan(1e-5);
  });

  it('reads row by row what it reads in a batch, also rows of unequal length', async () => {
    const texts = [reference.prompt, reference.prompt.slice(0, 9)];
    const longest = reference.prompt.length;
    const padded = texts.map((text) => [...text, ...Array<number>(longest - text.length).fill(0)]);
    const lengths = texts.map((text) => text.length);
    const start = await decoder.read(padded, lengths, decoder.emptyCache(2, context));
    const token = reference.continuation[0]!;
    const next = await decoder.read(
      [[token], [token]],
      lengths.map((length) => length + 1),
      start.cache,
    );
    for (const [row, text] of texts.entries()) {
      const alone = await decoder.read([text], [text.length], decoder.emptyCache(1, 0));
      const after = await decoder.read([[token]], [text.length + 1], alone.cache);
      const together = next.logits.slice(row * vocabulary.length, (row + 1) * vocabulary.length);
      // Dynamic int8 rounds with the range of the whole batch, so the other row moves it a little.
      const allowed = card.precision === 'int8' ? reference.tolerance.absolute : 1e-5;
      expect(largestDifference(after.logits, together)).toBeLessThan(allowed);
    }
  });

  it('would not pass with a wrong answer: all zeros, or one token late', () => {
    const { output } = reference;
    const late = [...output.slice(vocabulary.length), ...output.slice(0, vocabulary.length)];
    expect(
      correctnessGate(
        output.map(() => 0),
        output,
        rule,
      ).passed,
    ).toBe(false);
    expect(correctnessGate(late, output, rule).passed).toBe(false);
  });
});

it('decoding with the cache is reading the whole text at once, in fp32', async () => {
  const card = cards.find(({ precision }) => precision === 'fp32')!;
  const decoder = await openDecoder(card);
  const { prompt, continuation } = card.reference;
  const text = [...prompt, ...continuation];
  const whole = await decoder.read([text], [text.length], decoder.emptyCache(1, 0));
  const { rows } = await decode(decoder, card, 0);
  await decoder.close();
  expect(largestDifference(whole.logits.slice(-rows.length), rows)).toBeLessThan(1e-5);
});
