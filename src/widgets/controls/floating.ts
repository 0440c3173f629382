/**
 * Places a popover beside its anchor, inside the window: below if there is room, else above. Popovers live in the
 * browser's top layer, so nothing clips them and no z-index is needed.
 */
export function placeBeside(floating: HTMLElement, anchor: Element, align: 'center' | 'start' | 'end'): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const gap = 6;
  const wanted =
    align === 'center'
      ? box.left + box.width / 2 - width / 2
      : align === 'start'
        ? box.left
        : box.right - width;
  const left = Math.max(gap, Math.min(document.documentElement.clientWidth - width - gap, wanted));
  const below = box.bottom + gap + height <= window.innerHeight;
  floating.style.left = `${Math.round(left)}px`;
  floating.style.top = `${Math.round(below ? box.bottom + gap : Math.max(gap, box.top - gap - height))}px`;
}
