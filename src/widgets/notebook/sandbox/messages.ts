import * as v from 'valibot';
import { limits } from '../../../engine/notebook/index.ts';

/*
 * What page and frame say to each other. Commands and events of the kernel travel through as text. Workers of one frame
 * are numbered from 1: what belongs to an earlier worker than the receiver knows of is void.
 */

/** From the page. */
export type ToFrame =
  /** The kernel's script. */
  | { readonly type: 'load'; readonly source: string }
  | { readonly type: 'command'; readonly worker: number; readonly text: string }
  /** Ends a worker; the next one takes over. */
  | { readonly type: 'stop'; readonly worker: number }
  | { readonly type: 'ping' };

const worker = v.pipe(v.number(), v.integer(), v.minValue(1));

/** From the frame. */
export const fromFrameSchema = v.variant('type', [
  /** It listens. */
  v.strictObject({ type: v.literal('hello') }),
  v.strictObject({ type: v.literal('ready'), worker }),
  v.strictObject({ type: v.literal('event'), worker, text: v.pipe(v.string(), v.maxLength(limits.message)) }),
  v.strictObject({ type: v.literal('flooded'), worker }),
  v.strictObject({ type: v.literal('pong') }),
  v.strictObject({ type: v.literal('problem'), text: v.pipe(v.string(), v.maxLength(1000)) }),
]);

export type FromFrame = v.InferOutput<typeof fromFrameSchema>;
