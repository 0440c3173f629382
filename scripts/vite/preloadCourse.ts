import type { Plugin } from 'vite';

/**
 * Names the two files that every page of the course needs in the head of index.html. The start is a small script
 * that asks for them itself, and for the present page beside them; with these links the browser has begun to fetch
 * them before that script has arrived.
 */
export function preloadCourse(): Plugin {
  return {
    name: 'goodput-preload-course',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, filename }) {
        if (!bundle || !filename.endsWith('index.html')) return [];
        const files = Object.values(bundle).filter(
          (file) => file.type === 'chunk' && (file.name === 'react' || file.name === 'course'),
        );
        return files.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
