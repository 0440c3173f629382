/**
 * Tells the surrounding page how high the widget is, whenever that changes, so that its iframe can fit. The height
 * is nobody's secret, so it goes to any origin; messages from there are not listened to.
 */
export function reportHeight(content: HTMLElement): void {
  if (window.parent === window) return;
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    window.parent.postMessage({ type: 'goodput:height', height }, '*');
  }).observe(content);
}
