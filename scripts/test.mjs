import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { root, run, runMain } from './tool.mjs';

/*
 * npm test: every check in order, all of them even after a failure, a table at the end, and as the last line
 * “N passed, N failed”. A check counts as one, a runner's tests one each.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ id: string, needsBuild?: boolean, run: () => Promise<Count> }} Check */
/** @typedef {Count & { id: string, seconds: number, note?: string }} Outcome */

/** No single check may hang for longer, in ms. */
const limit = 10 * 60_000;
const reports = join(root, '.cache', 'reports');

/** Commands that pass or fail as one. @param {...string[]} commands @returns {() => Promise<Count>} */
const command =
  (...commands) =>
  async () => {
    let failed = 0;
    for (const [program = '', ...rest] of commands) {
      if ((await run(program, rest, { timeout: limit })) !== 0) failed = 1;
    }
    return { passed: 1 - failed, failed, skipped: 0 };
  };

/**
 * A test runner that writes a JSON report. Its exit code counts too: an error outside of a test, or no test
 * at all, is a failure that the report's numbers do not show.
 * @param {string} name
 * @param {(report: string) => { parameters: string[], env?: Record<string, string> }} prepare
 * @param {(report: any) => Count} read
 * @returns {() => Promise<Count>}
 */
const runner = (name, prepare, read) => async () => {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const { parameters, env } = prepare(report);
  const [program = '', ...rest] = parameters;
  const code = await run(program, rest, { env, timeout: limit });
  const count = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) return { ...count, failed: 1 };
  return count;
};

/** @param {string} project @param {...string} flags */
const vitest = (project, ...flags) =>
  runner(
    project,
    (report) => ({
      parameters: [
        ...['vitest', 'run', '--project', project, '--allowOnly=false', ...flags],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
    }),
    ({ numPassedTests, numFailedTests, numPendingTests, testResults }) => ({
      passed: numPassedTests,
      failed:
        numFailedTests +
        testResults.filter(
          (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
            status === 'failed' && assertionResults.length === 0,
        ).length,
      skipped: numPendingTests,
    }),
  );

const playwright = runner(
  'e2e',
  (report) => ({
    parameters: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }),
  ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
);

const node = process.execPath;

/** @type {Check[]} */
const checks = [
  { id: 'types', run: command(['tsc', '-p', 'tsconfig.json'], ['tsc', '-p', 'tsconfig.engine.json']) },
  { id: 'lint', run: command(['biome', 'ci', '--error-on-warnings', '.']) },
  { id: 'unused', run: command(['knip']) },
  { id: 'build', run: command([node, 'scripts/build.mjs']) },
  { id: 'size', needsBuild: true, run: command([node, 'scripts/size.mjs']) },
  { id: 'engine', run: vitest('engine', '--coverage', '--maxWorkers=2') }, // fails below the shares in vitest.config.ts
  { id: 'widgets', run: vitest('widgets', '--maxWorkers=2') }, // by default a runner leaves one core of two alone
  { id: 'e2e', needsBuild: true, run: playwright },
];

/** @param {string[]} parameters @returns {Check[]} */
function chosen(parameters) {
  const [flag, list] = parameters[0]?.split('=') ?? [];
  if (flag === undefined) return checks;
  const known = checks.map(({ id }) => id).join(', ');
  if (flag !== '--only')
    throw new Error(`unknown option: ${flag} (the one option is --only with some of ${known})`);
  const wanted = (list ?? parameters[1] ?? '').split(',');
  for (const id of wanted) {
    if (!checks.some((check) => check.id === id)) throw new Error(`unknown check: ${id} (some of ${known})`);
  }
  return checks.filter(({ id }) => wanted.includes(id));
}

/** @param {Check[]} selected @returns {Promise<Outcome[]>} */
async function runAll(selected) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const { id, needsBuild, run: start } of selected) {
    console.log(`\n── ${id} ${'─'.repeat(Math.max(0, 60 - id.length))}`);
    const broken = needsBuild && outcomes.some((outcome) => outcome.id === 'build' && outcome.failed > 0);
    const begin = performance.now();
    const count = broken
      ? { passed: 0, failed: 1, skipped: 0, note: 'not run: the build failed' }
      : await start();
    outcomes.push({ id, ...count, seconds: (performance.now() - begin) / 1000 });
  }
  return outcomes;
}

/** @param {Outcome} outcome */
const row = ({ id, passed, failed, skipped, seconds, note }) =>
  [
    `  ${failed > 0 ? 'FAILED' : 'passed'}  ${id.padEnd(8)}`,
    `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`,
    skipped > 0 ? ` ${skipped} skipped` : '',
    `${seconds.toFixed(1).padStart(8)} s`,
    note ? `  ${note}` : '',
  ].join('');

await runMain(async () => {
  const selected = chosen(process.argv.slice(2));
  await ensureInstalled();
  await ensureChromium();
  mkdirSync(reports, { recursive: true });
  const outcomes = await runAll(selected);
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  console.log(`\n${outcomes.map(row).join('\n')}\n`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') > 0 ? 1 : 0;
});
