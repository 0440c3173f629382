import * as v from 'valibot';
import { commandSchema, decodeMessage } from '../../../engine/notebook/index.ts';
import { createOutbox } from './outbox.ts';
import { createNotebook } from './run/notebook.ts';

/** What the kernel says first, when it listens. */
export const readyMessage = '"ready"';

/** Joins the notebook to the frame: commands in, events out, both as text that is checked where it arrives. */
export function startKernel(
  post: (text: string) => void,
  listen: (listener: (event: MessageEvent<unknown>) => void) => void,
) {
  const notebook = createNotebook(createOutbox(post));
  listen(({ data }) => {
    if (typeof data !== 'string') return;
    const command = v.safeParse(commandSchema, decodeMessage(data));
    if (command.success) notebook.handle(command.output);
  });
  // Errors of timers and forgotten promises belong to their cell, not to the browser's console.
  addEventListener('error', (event) => {
    notebook.strayError(event.error);
    event.preventDefault();
  });
  addEventListener('unhandledrejection', (event) => {
    notebook.strayError(event.reason);
    event.preventDefault();
  });
  post(readyMessage);
}
