import { StyleModule } from 'style-mod';

/**
 * CodeMirror's rules go into a <style> element, which the site's policy (`style-src 'self'`) forbids, unless they are
 * mounted in a shadow root: then into an adopted sheet, which no policy concerns. A document can adopt sheets just as
 * well. The first mount decides for good, so it is made on a document that hides its head and thus passes for such a root.
 */
export function adoptStyles(page: Document): void {
  const headless = new Proxy(page, {
    get: (target, name) => (name === 'head' ? null : Reflect.get(target, name)),
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  StyleModule.mount(headless, []);
}
