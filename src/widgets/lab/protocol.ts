import * as v from 'valibot';
import {
  adapterSchema,
  coldPartsSchema,
  gateResultSchema,
  type LanguageModelCard,
  type ModelCard,
  placementSchema,
} from '../../engine/benchmark/index.ts';
import { isFailureCode } from './failures.ts';
import type { OwnModelCard } from './ownModelCard.ts';

/** Where a model runs. */
export type Provider = 'wasm' | 'webgpu';

/** What the page asks of the worker; one request at a time, each answered under its `id`. */
export type Request = { readonly id: number } & (
  | {
      readonly type: 'open';
      readonly provider: Provider;
      readonly threads: number;
      readonly card: ModelCard | LanguageModelCard | OwnModelCard;
      /** The model's address, or a file of the reader's, which never leaves the page. */
      readonly modelUrl: string | File;
      readonly additionUrl: string;
    }
  /** Makes the input of so many rows and runs it once: every shape has a first run of its own. */
  | { readonly type: 'prepare'; readonly batch: number }
  | {
      readonly type: 'block';
      readonly batch: number;
      readonly innerRuns: number;
      readonly milliseconds: number;
      readonly calibrate: boolean;
    }
  /** Serves requests at these times, milliseconds from its start, one at a time; stops starting them after the limit. */
  | {
      readonly type: 'serve';
      readonly batch: number;
      readonly arrivals: readonly number[];
      readonly limitMs: number;
    }
  /** The gate on the latest output for this batch. */
  | { readonly type: 'check'; readonly batch: number }
  /** Right answers on the model's held-out set, which is at that address. */
  | { readonly type: 'score'; readonly url: string }
  /** Where the nodes run, from a profiled run of this batch; the last request of a worker. */
  | { readonly type: 'place'; readonly batch: number }
  /** A language model writes `newTokens` tokens after a prompt of `promptTokens`, in `batch` rows at once. */
  | (Reading & {
      readonly type: 'generate';
      readonly promptTokens: number;
      readonly newTokens: number;
    })
  /** The gate on the card's reference text, prompt and continuation, repeated in `batch` rows. */
  | (Reading & { readonly type: 'recite' })
  /** One run of a model of the reader's own, and what came out: the reference for other engines. */
  | { readonly type: 'answer' }
  // The fault of lesson and test: destroys the WebGPU device under the running session.
  | { readonly type: 'loseDevice' }
);

/** How a language model's cache is laid out: as long as the text so far, or of the whole context from the start. */
export type CacheLayout = 'growing' | 'static';

/** How a language model reads. */
export interface Reading {
  readonly batch: number;
  readonly cache: CacheLayout;
  /** Most tokens of a prompt in one run; null reads it whole. */
  readonly piece: number | null;
}

/**
 * Tokens of a piece, where prompts cannot be read whole. Under 32: from there on ONNX Runtime reads with another
 * kernel, which is the one that software adapters get wrong.
 */
export const pieceTokens = 24;

const id = v.number();
const times = v.array(v.number());

export const phaseSchema = v.picklist([
  'adapter',
  'fetchRuntime',
  'startRuntime',
  'fetchModel',
  'createSession',
  'firstRun',
]);

export const openedSchema = v.object({
  id,
  type: v.literal('opened'),
  cold: v.omit(coldPartsSchema, ['warmCache', 'firstRunMs']),
  /** Whether the runtime file came without network transfer. */
  fromCache: v.boolean(),
  modelSha256: v.string(),
  threadsRunning: v.number(),
  timerStepMs: v.number(),
  runtime: v.string(),
  runtimeVersion: v.string(),
  adapter: v.nullable(adapterSchema),
});

export const preparedSchema = v.object({
  id,
  type: v.literal('prepared'),
  firstRunMs: v.number(),
  gate: gateResultSchema,
});

/** Samples in milliseconds for one run; start and end in milliseconds since 1970, the clock shared with the page. */
export const sampledSchema = v.object({
  id,
  type: v.literal('sampled'),
  startMs: v.number(),
  endMs: v.number(),
  samples: times,
  calibrationBefore: times,
  calibrationAfter: times,
});

/** Start and finish of each served request in milliseconds from `startMs`, which is in milliseconds since 1970. */
export const servedSchema = v.object({
  id,
  type: v.literal('served'),
  startMs: v.number(),
  endMs: v.number(),
  start: times,
  finish: times,
});

export const checkedSchema = v.object({ id, type: v.literal('checked'), gate: gateResultSchema });

export const scoredSchema = v.object({
  id,
  type: v.literal('scored'),
  correct: v.number(),
  rows: v.number(),
});

export const placedSchema = v.object({
  id,
  type: v.literal('placed'),
  placement: v.nullable(placementSchema),
});

/** One generation: when each token was there, in milliseconds after its start, and the characters of the first row. */
export const generatedSchema = v.object({
  id,
  type: v.literal('generated'),
  startMs: v.number(),
  endMs: v.number(),
  tokenMs: times,
  text: v.string(),
  calibration: times,
});

/** What a model of the reader's own answered. */
export const answeredSchema = v.object({
  id,
  type: v.literal('answered'),
  outputs: v.array(
    v.object({ name: v.string(), dims: v.array(v.number()), values: v.instance(Float64Array) }),
  ),
});

/** All that a worker may say. Data only: no ports, no callbacks. */
export const replySchema = v.variant('type', [
  v.object({ id, type: v.literal('phase'), phase: phaseSchema }),
  openedSchema,
  sampledSchema,
  preparedSchema,
  servedSchema,
  checkedSchema,
  scoredSchema,
  placedSchema,
  generatedSchema,
  answeredSchema,
  v.object({ id, type: v.literal('done') }),
  v.object({
    id,
    type: v.literal('failed'),
    code: v.pipe(v.string(), v.check(isFailureCode)),
    detail: v.string(),
  }),
]);

export type Phase = v.InferOutput<typeof phaseSchema>;
export type Opened = v.InferOutput<typeof openedSchema>;
export type Prepared = v.InferOutput<typeof preparedSchema>;
export type Sampled = v.InferOutput<typeof sampledSchema>;
export type Served = v.InferOutput<typeof servedSchema>;
export type Checked = v.InferOutput<typeof checkedSchema>;
export type Scored = v.InferOutput<typeof scoredSchema>;
export type Generated = v.InferOutput<typeof generatedSchema>;
export type Answered = v.InferOutput<typeof answeredSchema>;
export type Placed = v.InferOutput<typeof placedSchema>;
export type Reply = v.InferOutput<typeof replySchema>;
