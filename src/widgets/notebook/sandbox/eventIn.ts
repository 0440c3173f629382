import * as v from 'valibot';
import { decodeMessage, eventSchema, type KernelEvent } from '../../../engine/notebook/index.ts';

/** The event that a worker's text holds; nothing when it holds none, for a worker may say anything. */
export function eventIn(text: string): KernelEvent | undefined {
  try {
    const event = v.safeParse(eventSchema, decodeMessage(text));
    return event.success ? event.output : undefined;
  } catch {
    return undefined;
  }
}
