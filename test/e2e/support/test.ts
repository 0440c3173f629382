import { type BrowserContext, test as base } from '@playwright/test';
import { siteAddress } from './addresses.ts';

export { expect } from '@playwright/test';

/** What a test expects the browser to complain about; everything else fails it. */
export interface Complaints {
  /** Lets complaints that match pass, in this test only. Say why in a comment. */
  allow(pattern: RegExp): void;
}

/**
 * Playwright's `test` with the build's address and a watch on the browser: any console message, uncaught error,
 * failed request or breach of the content policy, on any page of the test, fails it.
 */
export const test = base.extend<{ complaints: Complaints }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  baseURL: async ({}, use) => use(siteAddress()),
  complaints: [
    async ({ context }, use) => {
      const seen: string[] = [];
      const allowed: RegExp[] = [];
      await watch(context, (complaint) => seen.push(complaint));
      await use({ allow: (pattern) => allowed.push(pattern) });
      const unexpected = seen.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      if (unexpected.length > 0) throw new Error(`The browser complained:\n  ${unexpected.join('\n  ')}`);
    },
    { auto: true },
  ],
});

async function watch(context: BrowserContext, complain: (complaint: string) => void) {
  context.on('console', (message) => {
    const { url, lineNumber } = message.location();
    complain(`console.${message.type()}: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (webError) => complain(`uncaught: ${webError.error().stack ?? webError.error()}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown reason';
    // A page that goes away, and a fetch that its caller gave up, end requests: nothing failed.
    if (reason !== 'net::ERR_ABORTED') complain(`request failed: ${request.url()} (${reason})`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complain(`answer ${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding('__reportViolation', (_source, text: string) =>
    complain(`content policy: ${text}`),
  );
  await context.addInitScript(reportViolations);
}

/** Runs in every page and frame before its own scripts. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
    const report: unknown = Reflect.get(globalThis, '__reportViolation');
    if (typeof report === 'function')
      report(`${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`);
  });
}
