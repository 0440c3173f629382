/**
 * A hash route owns the address's hash, so a link to a place on the same page (a footnote, the skip link) would
 * leave the page. Such links move the view and the focus instead, and the address stays.
 */
export function followFragmentLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href^="#"]');
    const href = link?.getAttribute('href') ?? '';
    if (href.length < 2 || href.startsWith('#/')) return;
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    if (!target) return;
    event.preventDefault();
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.scrollIntoView({ block: 'start' });
    target.focus({ preventScroll: true });
  });
}
