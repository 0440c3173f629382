import * as v from 'valibot';
import { type FromFrame, fromFrameSchema, type ToFrame } from './messages.ts';

/** The page's end of one sandboxed frame. */
export interface Frame {
  post(message: ToFrame): void;
  close(): void;
}

/** Puts sandbox.html into the page, out of sight, and hears what it says. */
export function openFrame(hear: (message: FromFrame) => void): Frame {
  const element = document.createElement('iframe');
  // Nothing but scripts: without allow-same-origin the frame's origin is opaque.
  element.setAttribute('sandbox', 'allow-scripts');
  element.title = 'Notebook cells run here';
  element.tabIndex = -1;
  element.setAttribute('aria-hidden', 'true');
  // Not `display: none`, which lets browsers slow a frame down.
  Object.assign(element.style, {
    position: 'fixed',
    inset: '0 auto auto -9px',
    width: '1px',
    height: '1px',
    border: '0',
  });

  const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === null || source !== element.contentWindow || origin !== 'null') return;
    const message = v.safeParse(fromFrameSchema, data);
    if (message.success) hear(message.output);
  };
  addEventListener('message', listen);
  element.src = new URL('sandbox.html', new URL(import.meta.env.BASE_URL, document.baseURI)).href;
  document.body.append(element);

  return {
    // An opaque origin has no name to address.
    post: (message) => element.contentWindow?.postMessage(message, '*'),
    close() {
      removeEventListener('message', listen);
      element.remove();
    },
  };
}
