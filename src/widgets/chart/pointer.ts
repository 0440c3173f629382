import type { ChartFrame } from './chartContext.ts';

/** Place of a pointer in the picture's own px, whatever size the picture has on the page. */
export function pointerIn(
  frame: ChartFrame,
  event: { clientX: number; clientY: number },
): { x: number; y: number } {
  const box = frame.svg.current?.getBoundingClientRect();
  if (!box || box.width === 0) return { x: 0, y: 0 };
  return {
    x: ((event.clientX - box.left) * frame.width) / box.width,
    y: ((event.clientY - box.top) * frame.height) / box.height,
  };
}
