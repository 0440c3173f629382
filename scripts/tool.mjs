import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';

/**
 * Runs a program in the repository's root with its output on ours. Programs of installed packages
 * (`vite`, `tsc` …) go by their name.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ env?: Record<string, string>, timeout?: number }} [options]  timeout in ms
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function run(program, parameters, { env = {}, timeout } = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, PATH: path, ...env },
      stdio: 'inherit',
      shell: windows && program !== process.execPath,
      timeout,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal)
        console.error(`${program} was ended by ${signal}${timeout ? ` (limit ${timeout / 1000} s)` : ''}.`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a script's main function: an error that we raised is one sentence, any other shows its stack.
 * @param {() => Promise<number | undefined>} main  gives the exit code; nothing means "stay as you are"
 */
export async function runMain(main) {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    const plain = error instanceof Error && error.constructor === Error;
    console.error(plain ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * Was this module started by hand (and not imported)?
 * @param {string} url  the module's `import.meta.url`
 */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
