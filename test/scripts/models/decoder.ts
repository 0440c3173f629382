import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { LanguageModelCard } from '../../../src/engine/benchmark/index.ts';
import { floatOutput } from './runtimeOutput.ts';

type Cache = Record<string, Tensor>;
type Runtime = typeof import('onnxruntime-web/wasm');

/** One run's logits, [rows, tokens read, characters], and the cache after it under the names of the next inputs. */
interface Step {
  readonly logits: Float32Array;
  readonly cache: Cache;
}

/** A language model in ONNX Runtime with its cache in the caller's hands. */
export interface Decoder {
  /** A cache of `places` per row, none of them in use. */
  emptyCache(rows: number, places: number): Cache;
  /** Reads `tokens[row]`, all equally many; row r then holds `lengths[r]` tokens. */
  read(tokens: readonly (readonly number[])[], lengths: readonly number[], cache: Cache): Promise<Step>;
  close(): Promise<void>;
}

/** The decoder around an open session; it closes the session with itself. */
export function decoderOf(ort: Runtime, session: InferenceSession, card: LanguageModelCard): Decoder {
  const { keyValueHeads, headSize } = card;
  const pastNames = card.inputs.map(({ name }) => name).filter((name) => name.startsWith('past'));
  return {
    emptyCache(rows, places) {
      const size = rows * keyValueHeads * places * headSize;
      const shape = [rows, keyValueHeads, places, headSize];
      const empty = () =>
        card.precision === 'fp16'
          ? new ort.Tensor('float16', new Uint16Array(size), shape)
          : new ort.Tensor('float32', new Float32Array(size), shape);
      return Object.fromEntries(pastNames.map((name) => [name, empty()]));
    },
    async read(tokens, lengths, cache) {
      const rows = tokens.length;
      const outputs = await session.run({
        input_ids: new ort.Tensor('int32', Int32Array.from(tokens.flat()), [rows, tokens[0]!.length]),
        seqlens_k: new ort.Tensor(
          'int32',
          Int32Array.from(lengths, (length) => length - 1),
          [rows],
        ),
        total_sequence_length: new ort.Tensor('int32', Int32Array.of(Math.max(...lengths)), [1]),
        ...cache,
      });
      const next = pastNames.map((name) => [name, outputs[name.replace('past', 'present')]]);
      return { logits: floatOutput(outputs, 'logits'), cache: Object.fromEntries(next) };
    },
    close: () => session.release(),
  };
}
