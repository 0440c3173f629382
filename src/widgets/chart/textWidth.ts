/** Width in px of a chart label, measured with the real face where a canvas exists, else estimated. */
export function textWidth(text: string, size = 12, weight = 400): number {
  const context = measuringContext();
  if (!context) return text.length * size * 0.56;
  context.font = `${weight} ${size}px "Inter Variable", Inter, system-ui, sans-serif`;
  return context.measureText(text).width;
}

let shared: CanvasRenderingContext2D | null | undefined;

function measuringContext(): CanvasRenderingContext2D | null {
  if (shared === undefined) {
    shared = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  }
  return shared;
}
