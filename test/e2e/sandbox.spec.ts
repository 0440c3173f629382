import { sandboxHeaders, siteHeaders } from '../../scripts/headers.mjs';
import { frameHash } from '../../scripts/sandboxHash.mjs';
import { sandboxMetaPolicy } from '../../scripts/sandboxPolicy.mjs';
import { siteAddress } from './support/addresses.ts';
import { type Listener, startListener } from './support/listener.ts';
import { probingScript, windowProbes, workerProbes } from './support/probes.ts';
import { builtKernel, openRawSandbox } from './support/rawSandbox.ts';
import { servePlain } from './support/servePlain.ts';
import { expect, test } from './support/test.ts';

/*
 * The border around notebook cells, in the build. The scripts that try to get out stand where the kernel would, with all
 * that a worker has: what holds them must not be the kernel's manners.
 */

let plain: Awaited<ReturnType<typeof servePlain>>;
test.beforeAll(async () => {
  plain = await servePlain();
});
test.afterAll(() => plain.close());

const hosts = [
  ['a host with our headers', () => siteAddress()],
  ['a host without headers', () => plain.url],
] as const;

for (const [host, address] of hosts) {
  test.describe(`on ${host}`, () => {
    test('nothing of a worker reaches a foreign server', async ({ page, complaints }) => {
      complaints.allow(/./); // the attempts are the test: the browser reports each
      const listener = await startListener();
      await page.goto(address());
      const sandbox = await openRawSandbox(page, probingScript(listener.address));
      const { text } = await sandbox.until('event');
      const tried: Record<string, string> = JSON.parse(String(text));
      expect(Object.keys(tried).sort()).toEqual(Object.keys(workerProbes).sort());
      expect(listener.connections()).toBe(0);
      await expectSilence(listener);
    });

    // Chromium connects before it asks the policy whether it may navigate. That carries no word of the frame's, and
    // no cell ever has the frame's window.
    test('nothing of the frame’s window reaches a foreign server', async ({ page, complaints }) => {
      complaints.allow(/./); // the attempts are the test
      const listener = await startListener();
      await page.goto(address());
      const sandbox = await openRawSandbox(page, 'postMessage(\'"ready"\')');
      await sandbox.until('ready');
      for (const code of Object.values(windowProbes))
        await sandbox
          .frame()
          .evaluate(`(() => { const base = ${JSON.stringify(listener.address)}; ${code} })()`);
      await page.waitForTimeout(500);
      await expectSilence(listener);
    });

    test('the frame cannot be sent elsewhere', async ({ page, complaints }) => {
      complaints.allow(/./); // the attempt is the test
      const listener = await startListener();
      await page.goto(address());
      const sandbox = await openRawSandbox(page, 'postMessage(\'"ready"\')');
      await sandbox.until('ready');
      await sandbox.frame().evaluate((url) => {
        setTimeout(() => {
          location.href = url;
        });
      }, `${listener.address}/navigation?secret`);
      await page.waitForTimeout(500);
      await expectSilence(listener);
    });

    test('nothing of the page and its storage can be read', async ({ page }) => {
      await page.goto(address());
      await page.evaluate(() => {
        localStorage.setItem('secret', 'x');
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie is what must not be read.
        document.cookie = 'secret=x';
      });
      const sandbox = await openRawSandbox(page, readingScript);
      const { text } = await sandbox.until('event');
      const read: Record<string, string> = JSON.parse(String(text));
      expect(read.origin).toBe('null');
      expect(read.rtc).toBe('undefined');
      for (const name of ['localStorage', 'document', 'parent', 'cookieStore'])
        expect(read[name], name).toMatch(/undefined|not defined|SecurityError/);
      for (const name of ['indexedDB', 'caches', 'opfs', 'locks'])
        expect(read[name], name).toMatch(/undefined|not defined|SecurityError|denied/);

      const inWindow = await sandbox.frame().evaluate(() => {
        const outcome = (read: () => unknown) => {
          try {
            return String(read());
          } catch (error) {
            return error instanceof Error ? error.name : String(error);
          }
        };
        return [
          outcome(() => localStorage.getItem('secret')),
          outcome(() => document.cookie),
          outcome(() => parent.document.title),
          self.origin,
        ];
      });
      expect(inWindow).toEqual(['SecurityError', 'SecurityError', 'SecurityError', 'null']);
    });

    test('sandbox.html by itself does nothing', async ({ page }) => {
      await page.goto(new URL('sandbox.html', address()).href);
      await expect(page.locator('body')).toContainText('By itself it does nothing');
    });
  });
}

test('sandbox.html comes with a policy of its own, as a header and inside', async ({ request }) => {
  for (const path of ['sandbox.html', 'sandbox']) {
    const answer = await request.get(path);
    expect(answer.headers()['content-security-policy']).toBe(sandboxHeaders['Content-Security-Policy']);
    expect(answer.headers()['cross-origin-embedder-policy']).toBe('require-corp');
    expect(await answer.text()).toContain(`content="${sandboxMetaPolicy(frameHash)}"`);
  }
  expect(sandboxMetaPolicy(frameHash)).not.toMatch(/'self'|https?:|unsafe|connect/);
  expect(siteHeaders['Content-Security-Policy']).toContain("frame-src 'self'");
});

test('the probes do reach the listener where no border is', async ({ page, complaints }) => {
  complaints.allow(/./); // what a listener answers is no real resource
  const listener: Listener = await startListener({
    '/page': '<!doctype html><body></body>',
    '/probe.js': probingScript('$origin').replace('"$origin"', 'self.location.origin'),
  });
  await fetch(`${listener.address}/from-the-test`);
  await page.goto(`${listener.address}/page`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const worker = new Worker('/probe.js');
        worker.onmessage = ({ data }) => data !== '"ready"' && resolve();
      }),
  );
  await page.evaluate(
    ([probes, base]) => {
      for (const code of probes) {
        const script = document.createElement('script');
        script.textContent = `(() => { const base = ${JSON.stringify(base)}; ${code} })()`;
        document.body.append(script);
      }
    },
    [Object.values(windowProbes), listener.address] as const,
  );
  const all = [...Object.keys(workerProbes), ...Object.keys(windowProbes), 'from-the-test'].map(
    (name) => `/${name}`,
  );
  await expect.poll(() => all.filter((path) => !listener.seen.includes(path))).toEqual([]);
  await listener.close();
});

test('a frame that is not sandboxed refuses to run', async ({ page }) => {
  await page.goto(plain.url);
  const heard = await page.evaluate(async () => {
    let messages = 0;
    addEventListener('message', () => {
      messages += 1;
    });
    const frame = document.createElement('iframe');
    frame.src = 'sandbox.html';
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
    frame.contentWindow?.postMessage({ type: 'load', source: 'postMessage("ran")' }, '*');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return messages;
  });
  expect(heard).toBe(0);
});

test('the frame listens to its parent only', async ({ page }) => {
  await page.goto('./');
  const sandbox = await openRawSandbox(
    page,
    'postMessage(\'"ready"\'); onmessage = ({ data }) => postMessage(data)',
  );
  await sandbox.until('ready');
  await sandbox
    .frame()
    .evaluate(() => postMessage({ type: 'command', worker: 1, text: '"from itself"' }, '*'));
  await sandbox.post({ type: 'command', worker: 1, text: '"from the parent"' });
  await sandbox.until('event');
  const events = (await sandbox.heard()).filter(({ type }) => type === 'event');
  expect(events).toEqual([{ type: 'event', worker: 1, text: '"from the parent"' }]);
});

// The watch on the browser fails this test at any breach of a policy, of the worker's too: nothing needs eval.
test('the built kernel runs a cell of each language without a complaint of the browser', async ({ page }) => {
  await page.goto('./');
  const sandbox = await openRawSandbox(page, builtKernel());
  await sandbox.until('ready');
  const command = (message: unknown) =>
    sandbox.post({ type: 'command', worker: 1, text: JSON.stringify(message) });
  const cells = [
    { id: 'a', scope: 's', language: 'ts', source: 'const a: number = 1; plot(plot.line([[0, a], [1, 2]]))' },
    {
      id: 'b',
      scope: 's',
      language: 'js',
      source: 'print(a + queueing.mm1({ arrivalRate: 1, serviceRate: 2 }).utilization)',
    },
  ];
  await command({ type: 'define', cells });
  await command({ type: 'run', cells: ['b'] });
  await expect
    .poll(async () => (await sandbox.heard()).map(({ text }) => String(text)).join())
    .toContain('"text":"1.5"');
});

test.describe('a worker that talks too much', () => {
  for (const [name, code] of [
    ['too often', 'for (let i = 0; i < 3e5; i++) postMessage("1")'],
    ['too long', 'postMessage("x".repeat(2e8))'],
    ['too much in a second', 'for (let i = 0; i < 100; i++) postMessage("x".repeat(1e6))'],
    ['in structures', 'postMessage(new Float64Array(25e6))'],
  ] as const) {
    test(`is ended: ${name}`, async ({ page }) => {
      await page.goto('./');
      const sandbox = await openRawSandbox(
        page,
        `postMessage('"ready"'); onmessage = ({ data }) => { if (data === 'flood') { ${code} } else postMessage(data); }`,
      );
      await sandbox.until('ready');
      await sandbox.post({ type: 'command', worker: 1, text: 'flood' });
      expect(await sandbox.until('flooded')).toEqual({ type: 'flooded', worker: 1 });
      await sandbox.post({ type: 'command', worker: 2, text: '"fresh"' });
      await expect
        .poll(async () =>
          (await sandbox.heard()).filter(({ worker }) => worker === 2).map(({ type }) => type),
        )
        .toEqual(['ready', 'event']);
      const passed = (await sandbox.heard()).filter(({ type, worker }) => type === 'event' && worker === 1);
      expect(passed.length).toBeLessThanOrEqual(2000);
    });
  }
});

test('a cell that fills the memory ends the frame’s process, not the page', async ({ page, complaints }) => {
  test.setTimeout(120_000);
  complaints.allow(/./); // the browser reports the process that has gone
  // Playwright takes the end of a frame's process for the page's: the page itself has to say how it is.
  const listener = await startListener();
  await page.goto(plain.url);
  const sandbox = await openRawSandbox(page, builtKernel());
  await sandbox.until('ready');
  await page.evaluate(reportDeath, { source: bomb, address: listener.address });
  await expect
    .poll(() => listener.seen, { timeout: 90_000 })
    .toEqual(expect.arrayContaining(['/page-lives', '/frame-died']));
  const later = listener.seen.length;
  await expect.poll(() => listener.seen.slice(later)).toContain('/page-lives');
  await listener.close();
});

const bomb = 'const kept: number[][] = [];\nfor (;;) kept.push(new Array(1e6).fill(1.5));';

/** Runs in the page: starts a cell, then tells the listener every half second that the page lives, and when the frame does not. */
function reportDeath({ source, address }: { source: string; address: string }) {
  const post = Reflect.get(window, 'sandboxPost');
  const heard: { type: string }[] = Reflect.get(window, 'sandboxHeard');
  const command = (message: unknown) => post({ type: 'command', worker: 1, text: JSON.stringify(message) });
  command({ type: 'define', cells: [{ id: 'a', scope: 's', language: 'ts', source }] });
  command({ type: 'run', cells: ['a'] });
  let unanswered = 0;
  let pongs = 0;
  setInterval(() => {
    const now = heard.filter(({ type }) => type === 'pong').length;
    unanswered = now > pongs ? 0 : unanswered + 1;
    pongs = now;
    post({ type: 'ping' });
    fetch(`${address}/page-lives`);
    if (unanswered > 6) fetch(`${address}/frame-died`);
  }, 500);
}

async function expectSilence(listener: Listener) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(listener.seen).toEqual([]);
  await fetch(`${listener.address}/control`); // it does listen
  expect(listener.seen).toContain('/control');
  await listener.close();
}

const readingScript = `
  postMessage('"ready"');
  const read = { origin: self.origin, rtc: typeof RTCPeerConnection };
  const attempts = {
    localStorage: () => localStorage.getItem('secret'),
    document: () => document.cookie,
    parent: () => parent.document,
    cookieStore: () => cookieStore.getAll(),
    indexedDB: () => new Promise((resolve, reject) => {
      const request = indexedDB.open('secret');
      request.onsuccess = () => resolve('opened');
      request.onerror = () => reject(request.error);
    }),
    caches: () => caches.keys(),
    opfs: () => navigator.storage.getDirectory(),
    locks: () => navigator.locks.request('x', () => 'held'),
  };
  (async () => {
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        read[name] = String(await attempt());
      } catch (error) {
        read[name] = error.name + ': ' + error.message;
      }
    }
    postMessage(JSON.stringify(read));
  })();
`;
