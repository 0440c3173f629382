import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { APIRequestContext } from '@playwright/test';
import { dist } from '../../scripts/build.mjs';
import { embedHeaders, headersFile, siteHeaders } from '../../scripts/headers.mjs';
import { isInstalled, requireNode } from '../../scripts/install.mjs';
import { withSnippets } from '../../scripts/snippets.mjs';
import { root } from '../../scripts/tool.mjs';
import { subPathAddress } from './support/addresses.ts';
import { expect, test } from './support/test.ts';

const forever = 'public, max-age=31536000, immutable';

/** Built files whose name matches, as URL paths. */
const built = (pattern: RegExp) =>
  readdirSync(join(dist, 'assets'))
    .filter((name) => pattern.test(name))
    .map((name) => `assets/${name}`);

/** The bytes as they travel: Playwright's own client unpacks them. */
const raw = (request: APIRequestContext, path: string, encoding: string) =>
  request.fetch(path, { headers: { 'Accept-Encoding': encoding } });

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

test.describe('the server', () => {
  test('sends the site’s headers with a page and asks to revalidate it', async ({ request }) => {
    for (const path of ['', 'index.html']) {
      const answer = await request.get(path);
      expect(answer.status()).toBe(200);
      expect(answer.headers()).toMatchObject({
        ...lowerCase(siteHeaders),
        'content-type': 'text/html;charset=utf-8',
        'cache-control': 'no-cache',
      });
    }
  });

  test('lets any page frame embed.html, and only that', async ({ request }) => {
    for (const path of ['embed.html', 'embed']) {
      expect((await request.get(path)).headers()).toMatchObject(lowerCase(embedHeaders));
    }
    expect(embedHeaders['Content-Security-Policy']).toContain('frame-ancestors *');
    expect(siteHeaders['Content-Security-Policy']).toContain("frame-ancestors 'self'");
  });

  test('sends scripts, workers and wasm with their types, the headers, and for ever', async ({ request }) => {
    const kinds = [
      { files: built(/\.js$/), type: 'text/javascript' },
      { files: built(/\.mjs$/), type: 'text/javascript' },
      { files: built(/\.wasm$/), type: 'application/wasm' },
      { files: built(/\.woff2$/), type: 'font/woff2' },
    ];
    expect(kinds[0]?.files.length).toBeGreaterThan(0);
    for (const { files, type } of kinds) {
      for (const path of files) {
        const answer = await request.head(path);
        expect(answer.status(), path).toBe(200);
        expect(answer.headers(), path).toMatchObject({
          ...lowerCase(siteHeaders),
          'content-type': type,
          'cache-control': forever,
        });
      }
    }
  });

  test('names the type of a model', async ({ request }) => {
    const models = readdirSync(join(dist, 'models')).filter((name) => name.endsWith('.onnx'));
    expect(models.length).toBeGreaterThan(0);
    const answer = await request.head(`models/${models[0]}`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'no-cache',
    });
  });

  test('sends what the build compressed, and the plain file to a client that asks for it', async ({
    request,
  }) => {
    const [script = ''] = built(/\.js\.br$/).map((path) => path.replace(/\.br$/, ''));
    const content = readFileSync(join(dist, script));
    expect(brotliDecompressSync(readFileSync(join(dist, `${script}.br`)))).toEqual(content);
    expect(gunzipSync(readFileSync(join(dist, `${script}.gz`)))).toEqual(content);
    for (const [accepted, sent] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const answer = await raw(request, script, accepted);
      expect(answer.headers()['content-encoding']).toBe(sent);
      expect(answer.headers()['content-type']).toBe('text/javascript');
      expect(answer.headers().vary).toBe('Accept-Encoding');
      expect(await answer.body()).toEqual(content);
    }
  });

  test('answers 404 for what is missing, never with the page, and keeps the build’s notes to itself', async ({
    request,
  }) => {
    for (const path of [
      'assets/missing.js',
      'missing',
      'lesson/2.4',
      '.vite/manifest.json',
      '../package.json',
    ]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(answer.headers()['content-type'], path).toBe('text/plain; charset=utf-8');
      expect(answer.headers()['cache-control'], path).toBe('no-store');
    }
  });

  test('says “not modified” to a client that has the page', async ({ request }) => {
    const { etag = '' } = (await request.get('index.html')).headers();
    const again = await request.get('index.html', { headers: { 'If-None-Match': etag } });
    expect(again.status()).toBe(304);
  });

  test('refuses what is no read', async ({ request }) => {
    expect((await request.post('index.html')).status()).toBe(405);
  });
});

test('the page is cross-origin isolated', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the page works under a sub-path', async ({ page }) => {
  await page.goto(subPathAddress());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('files that repeat scripts/headers.mjs', () => {
  // After a change of headers.mjs: npm run headers.
  test('public/_headers', () => {
    expect(readFileSync(join(root, 'public', '_headers'), 'utf8')).toBe(headersFile);
    expect(readFileSync(join(dist, '_headers'), 'utf8')).toBe(headersFile);
  });

  test('the snippets of docs/hosting.md', () => {
    const text = readFileSync(join(root, 'docs', 'hosting.md'), 'utf8');
    expect(withSnippets(text)).toBe(text);
  });
});

test.describe('the start', () => {
  test('names the Node that it needs', () => {
    for (const version of ['20.19.0', '20.20.2', '22.12.0', '24.1.0']) requireNode(version);
    for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.11.0']) {
      expect(() => requireNode(version)).toThrow(
        `needs Node 20.19 or later (22.12 or later in the 22 line), and this is Node ${version}`,
      );
    }
  });

  test('sees that what the lock asks for is installed', () => {
    expect(isInstalled(root)).toBe(true);
    expect(isInstalled(join(root, 'test'))).toBe(false);
  });
});
