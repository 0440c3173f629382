import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { LanguageModelCard } from '../../../engine/benchmark/index.ts';
import type { Runtime } from './loadRuntime.ts';

/** A cache under the names of the inputs that take it. */
export type Cache = Readonly<Record<string, Tensor>>;

/** One run's logits, [rows, tokens read, characters], and the cache after it under the names of the next inputs. */
interface Step {
  readonly logits: Float32Array;
  readonly cache: Cache;
}

/** A language model in ONNX Runtime with its cache in the caller's hands. */
export interface Decoder {
  /** A cache of `places` per row, none of them in use. */
  emptyCache(rows: number, places: number): Cache;
  /**
   * Reads `tokens[row]`, all equally many; row r then holds `lengths[r]` tokens. What a graphics device holds of
   * `cache` is freed.
   */
  read(tokens: readonly (readonly number[])[], lengths: readonly number[], cache: Cache): Promise<Step>;
  /** Frees what a graphics device holds of a cache. */
  free(cache: Cache): void;
  close(): Promise<void>;
}

/** The decoder around an open session; it closes the session with itself. */
export function decoderOf(ort: Runtime, session: InferenceSession, card: LanguageModelCard): Decoder {
  const { keyValueHeads, headSize } = card;
  const pastNames = card.inputs.map(({ name }) => name).filter((name) => name.startsWith('past'));
  const free = (cache: Cache): void => {
    for (const tensor of Object.values(cache)) if (tensor.location === 'gpu-buffer') tensor.dispose();
  };
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
      const together = tokens[0]?.length ?? 0;
      const outputs = await session.run({
        input_ids: new ort.Tensor('int32', Int32Array.from(tokens.flat()), [rows, together]),
        seqlens_k: new ort.Tensor(
          'int32',
          Int32Array.from(lengths, (length) => length - 1),
          [rows],
        ),
        total_sequence_length: new ort.Tensor('int32', Int32Array.of(Math.max(...lengths)), [1]),
        ...cache,
      });
      free(cache);
      return { logits: floats(outputs), cache: nextCache(outputs, pastNames) };
    },
    free,
    close: () => session.release(),
  };
}

const floats = ({ logits }: InferenceSession.OnnxValueMapType): Float32Array => {
  if (logits?.data instanceof Float32Array) return logits.data;
  throw new TypeError('the logits are not float32');
};

const nextCache = (outputs: InferenceSession.OnnxValueMapType, names: readonly string[]): Cache =>
  Object.fromEntries(
    names.map((name) => {
      const present = outputs[name.replace('past', 'present')];
      if (!present) throw new TypeError(`the model gave no cache for ${name}`);
      return [name, present];
    }),
  );
