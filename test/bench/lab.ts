import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright';
import * as v from 'valibot';
import { createServer } from 'vite';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs';
import { type Block, compareBlocks } from '../../src/engine/benchmark/index.ts';
import { quantile } from '../../src/engine/stats/index.ts';
import type { Bench } from './bench.ts';

const cycles = 50;

const series = v.array(v.array(v.number()));
const timesSchema = v.object({ stepMs: v.number(), innerRuns: v.number(), lab: series, bare: series });

/**
 * What the lab adds to a run of a trivial model (an addition of four floats), against a bare loop of `session.run` in the
 * same worker; and the memory of a page in which the runtime was started and ended fifty times. In headless Chromium.
 */
export async function benchLab(): Promise<Bench> {
  const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0]}test/bench/lab/index.html`);
    const overhead = await overheadOf(page);
    const memory = await memoryOver(page, browser);
    const { ratio, lower, upper, labMs, bareMs, stepMs, innerRuns } = overhead;
    const microseconds = (milliseconds: number) => `${(1000 * milliseconds).toFixed(2)} µs`;
    const within = Math.abs(ratio - 1) <= 0.02 || Math.abs(labMs - bareMs) <= stepMs;
    return {
      lines: [
        `p50 of session.run, an addition of four floats: lab ${microseconds(labMs)}, bare loop ${microseconds(bareMs)}`,
        `ratio ${ratio.toFixed(4)} (95 % interval ${lower.toFixed(4)} to ${upper.toFixed(4)}, paired blocks)`,
        `clock step ${microseconds(stepMs)}, ${innerRuns} runs in a sample`,
        `within 2 % or one clock step: ${within ? 'yes' : 'no'}`,
        `resident memory over ${cycles} workers made and ended: ${memory.baseline.toFixed(0)} MB after 5, ${memory.end.toFixed(0)} MB at the end`,
      ],
      report: { overhead: { ...overhead, within }, memory },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function overheadOf(page: Page) {
  const answer = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/test/bench/lab/overhead.worker.ts', { type: 'module' });
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
  );
  const { lab, bare, stepMs, innerRuns } = v.parse(timesSchema, answer);
  const comparison = compareBlocks(bare.map(asBlock), lab.map(asBlock));
  if (!comparison) throw new Error('The clock is too coarse to compare the blocks.');
  const { ratio, lower, upper } = comparison;
  return {
    ratio,
    lower,
    upper,
    labMs: quantile(lab.flat(), 0.5),
    bareMs: quantile(bare.flat(), 0.5),
    stepMs,
    innerRuns,
  };
}

const asBlock = (samples: number[], round: number): Block => ({
  round,
  startMs: 0,
  endMs: 0,
  samples,
  calibrationBefore: [],
  calibrationAfter: [],
  discarded: null,
});

/** Megabytes of the page's process after each cycle of opening a model in a worker of its own and ending it. */
async function memoryOver(page: Page, browser: Browser) {
  const protocol = await browser.newBrowserCDPSession();
  const megabytes: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    await page.evaluate(openAndEnd);
    await page.requestGC();
    const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
    const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const sizes = execFileSync('ps', ['-o', 'rss=', '-p', ids.join(',')], { encoding: 'utf8' }).split('\n');
    megabytes.push(sizes.reduce((sum, size) => sum + Number(size) / 1024, 0));
  }
  return { baseline: megabytes[4] ?? Number.NaN, end: megabytes.at(-1) ?? Number.NaN, megabytes };
}

/** In the page, so without helpers of its own: what the compiler puts around their names is not there. The path is a text, so that only the page's server looks for it. */
async function openAndEnd(): Promise<void> {
  const path = '/src/widgets/lab/runner/workerClient.ts';
  const { workerClient } = await import(/* @vite-ignore */ path);
  const client = workerClient();
  const card = await (await fetch('/models/mlp.json')).json();
  await client.open(
    {
      type: 'open',
      provider: 'wasm',
      threads: 1,
      card,
      modelUrl: new URL('/models/mlp.onnx', location.href).href,
      additionUrl: new URL('/models/addition.onnx', location.href).href,
    },
    () => {},
  );
  await client.prepare(8);
  client.terminate();
}
