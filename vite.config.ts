import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdxFrontmatter from 'remark-mdx-frontmatter';
import { defineConfig } from 'vite';
import { siteHeaders } from './scripts/headers.mjs';
import { moduleChunks } from './scripts/moduleChunks.mjs';
import { chunkGroups } from './scripts/vite/chunks.ts';
import { engineCalls } from './scripts/vite/engineCalls.ts';
import { layerOrder } from './scripts/vite/layerOrder.ts';
import { lessonCatalog } from './scripts/vite/lessonCatalog.ts';
import { preloadCourse } from './scripts/vite/preloadCourse.ts';
import { rehypeFormulas } from './scripts/vite/rehypeFormulas.ts';
import { sandbox } from './scripts/vite/sandbox.ts';

// `upgrade-insecure`-free development: Vite injects styles inline while developing, so the policy is the build's.
const { 'Content-Security-Policy': _built, ...developmentHeaders } = siteHeaders;

export default defineConfig({
  base: './',
  plugins: [
    lessonCatalog(),
    engineCalls(),
    {
      enforce: 'pre',
      ...mdx({
        providerImportSource: undefined,
        remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, remarkGfm, remarkMath],
        rehypePlugins: [rehypeFormulas],
      }),
    },
    react(),
    sandbox(),
    moduleChunks(),
    preloadCourse(),
    layerOrder(),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Every browser that has what the page needs (light-dark(), popovers) knows modulepreload.
    modulePreload: { polyfill: false },
    manifest: true,
    rollupOptions: {
      input: ['index.html', 'embed.html'],
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  server: { headers: developmentHeaders },
});
