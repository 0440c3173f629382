import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const tokens = new URL('../../src/widgets/theme/tokens.css', import.meta.url);

/**
 * Begins every emitted style sheet with the order of the cascade's layers, as tokens.css declares it. The first sheet
 * that names a layer fixes its place, and which sheet loads first depends on how the build cut the chunks.
 */
export function layerOrder(): Plugin {
  const declared = /^@layer [\w, ]+;/m.exec(readFileSync(tokens, 'utf8'))?.[0];
  if (!declared)
    throw new Error('tokens.css must declare the order of the layers: “@layer reset, tokens, …;”');
  return {
    name: 'layer-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const text = typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
        file.source = `${declared}${text}`;
      }
    },
  };
}
