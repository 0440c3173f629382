import type { InferenceSession } from 'onnxruntime-web';
import { correctnessGate, type GateResult, type LanguageModelCard } from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { type Generated, pieceTokens, type Reading, type Request } from '../protocol.ts';
import { type Cache, type Decoder, decoderOf } from './decoder.ts';
import type { Runtime } from './loadRuntime.ts';
import { timeKernel } from './takeBlock.ts';

type GenerateRequest = Extract<Request, { type: 'generate' }>;

/** An open language model: it writes, and its logits can be checked. */
export interface TextModel {
  readonly generate: (request: GenerateRequest) => Promise<Omit<Generated, 'id' | 'type'>>;
  readonly recite: (reading: Reading) => Promise<GateResult>;
}

interface TextOptions {
  readonly ort: Runtime;
  readonly session: InferenceSession;
  readonly card: LanguageModelCard;
  /** Why the device was lost, or null. */
  readonly isLost: () => string | null;
}

export function makeTextModel({ ort, session, card, isLost }: TextOptions): TextModel {
  const decoder = decoderOf(ort, session, card);
  const width = card.vocabulary.length;
  const requireDevice = (): void => {
    const lost = isLost();
    if (lost !== null) throw new LabFailure('device-lost', lost);
  };
  return {
    generate: async (request) => {
      const { batch, promptTokens, newTokens, cache: layout } = request;
      const prompts = Array.from({ length: batch }, (_, row) => promptOf(card, row, promptTokens));
      const empty = decoder.emptyCache(batch, layout === 'static' ? card.context : 0);
      const calibration = timeKernel();
      const start = performance.now();
      const tokenMs: number[] = [];
      const written: number[] = [];
      let { logits, cache } = await readPrompt(decoder, prompts, request, empty);
      for (let length = promptTokens + 1; ; length++) {
        const next = greedy(logits, batch, width);
        tokenMs.push(performance.now() - start);
        written.push(next[0] ?? 0);
        if (tokenMs.length === newTokens) break;
        ({ logits, cache } = await decoder.read(
          next.map((token) => [token]),
          next.map(() => length),
          cache,
        ));
      }
      decoder.free(cache);
      requireDevice();
      const origin = performance.timeOrigin + start;
      const endMs = origin + (tokenMs.at(-1) ?? 0);
      const text = written.map((token) => card.vocabulary[token] ?? '').join('');
      return { startMs: origin, endMs, tokenMs, text, calibration };
    },
    recite: async (reading) => {
      const { prompt, output, tolerance } = card.reference;
      const got = await readAloud(decoder, card, reading);
      requireDevice();
      const expected = Array.from({ length: output.length / width }, (_, step) =>
        Array.from({ length: reading.batch }, () => output.slice(step * width, (step + 1) * width)).flat(),
      );
      const gate = correctnessGate(got, expected.flat(), { tolerance, width });
      // 4 bits allow so much that a prompt read wrongly can pass. Read in pieces, it must come out the same.
      if (reading.piece !== null || reading.batch > 1 || prompt.length <= pieceTokens) return gate;
      const pieces = await readAloud(decoder, card, { ...reading, piece: pieceTokens });
      requireDevice();
      const same = correctnessGate(got, pieces, { tolerance: roundingOf(card), width });
      return gate.passed && !same.passed ? same : gate;
    },
  };
}

/** The logits of each row after the reference prompt and after every token of its continuation. */
const readAloud = async (decoder: Decoder, card: LanguageModelCard, reading: Reading): Promise<number[]> => {
  const { prompt, continuation } = card.reference;
  const rows = Array.from({ length: reading.batch }, () => prompt);
  const empty = decoder.emptyCache(rows.length, reading.cache === 'static' ? card.context : 0);
  let { logits, cache } = await readPrompt(decoder, rows, reading, empty);
  const got = lastRows(logits, rows.length, card.vocabulary.length);
  for (const [index, token] of continuation.entries()) {
    const lengths = rows.map(() => prompt.length + index + 1);
    ({ logits, cache } = await decoder.read(
      rows.map(() => [token]),
      lengths,
      cache,
    ));
    got.push(...logits);
  }
  decoder.free(cache);
  return got;
};

// What reading in pieces may change: sums in another order. int8 rounds by the range of all that is read at once, and
// fp16 after every sum, so these two may differ by as much as from the reference.
const roundingOf = ({ precision, reference: { tolerance } }: LanguageModelCard) =>
  precision === 'int8' || precision === 'fp16' ? tolerance : { absolute: 1e-3, relative: 1e-3 };

/** Row r of a batch reads the reference prompt again and again, from its r-th character on. */
const promptOf = ({ reference: { prompt } }: LanguageModelCard, row: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => prompt[(row + index) % prompt.length] ?? 0);

/** Reads prompts of equal length into an empty cache, whole or in pieces. */
const readPrompt = async (
  decoder: Decoder,
  prompts: readonly (readonly number[])[],
  { batch, piece }: Reading,
  empty: Cache,
) => {
  const length = prompts[0]?.length ?? 0;
  const first = Math.min(length, piece ?? length);
  // Several tokens at once go into a cache that is in use only where there is one row.
  const further = batch === 1 ? first : 1;
  let step = await decoder.read(
    prompts.map((prompt) => prompt.slice(0, first)),
    prompts.map(() => first),
    empty,
  );
  for (let from = first; from < length; from += further) {
    const to = Math.min(length, from + further);
    step = await decoder.read(
      prompts.map((prompt) => prompt.slice(from, to)),
      prompts.map(() => to),
      step.cache,
    );
  }
  return step;
};

/** The logits after each row's last token. */
const lastRows = (logits: Float32Array, batch: number, width: number): number[] => {
  const size = logits.length / batch;
  return Array.from({ length: batch }, (_, row) => [
    ...logits.subarray((row + 1) * size - width, (row + 1) * size),
  ]).flat();
};

/** The likeliest next token of each row; of equal ones the first, so that every run writes the same. */
const greedy = (logits: Float32Array, batch: number, width: number): number[] => {
  const last = lastRows(logits, batch, width);
  return Array.from({ length: batch }, (_, row) => {
    const scores = last.slice(row * width, (row + 1) * width);
    return scores.indexOf(Math.max(...scores));
  });
};
