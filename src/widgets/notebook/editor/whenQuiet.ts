/** A pause in the typing, in milliseconds, in which nobody minds that the field is exchanged. */
const pause = 700;

/** True as soon as the field does not have the focus, or has it and nothing was typed for a while; false when aborted. */
export function whenQuiet(field: HTMLTextAreaElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let busy = false;
    let timer = 0;
    const done = new AbortController();
    const settle = (quiet: boolean) => {
      clearTimeout(timer);
      done.abort();
      resolve(quiet);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => !busy && settle(true), pause);
    };
    const listen = (type: string, listener: () => void, target: EventTarget = field) =>
      target.addEventListener(type, listener, { signal: done.signal });
    const hold = () => {
      busy = true;
    };
    const release = () => {
      busy = false;
      wait();
    };
    if (signal.aborted) return settle(false);
    if (field.ownerDocument.activeElement !== field) return settle(true);
    listen('keydown', wait);
    listen('input', wait);
    listen('blur', () => settle(true));
    // Neither a word in composition nor a selection that is being drawn survives the exchange.
    listen('compositionstart', hold);
    listen('compositionend', release);
    listen('pointerdown', hold);
    listen('pointerup', release, field.ownerDocument);
    listen('abort', () => settle(false), signal);
    wait();
  });
}
