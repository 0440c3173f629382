import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './tool.mjs';

// Node's own modules only: this runs before anything is installed.

/**
 * Throws a sentence when Node is older than the build needs.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (fits) return;
  throw new Error(
    `Goodput needs Node 20.19 or later (22.12 or later in the 22 line), and this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`,
  );
}

/** @typedef {{ integrity?: string, version?: string, optional?: boolean }} LockedPackage */

/** @param {string} path @returns {Record<string, LockedPackage>} */
const lockedPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/**
 * Does node_modules hold what package-lock.json asks for? npm leaves its own stamp, a copy of the lock with
 * what it installed, as the last step of an install; comparing with it also accepts an install made by hand.
 * @param {string} folder  the repository
 */
export function isInstalled(folder) {
  const stamp = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp)) return false;
  const installed = lockedPackages(stamp);
  const wanted = Object.entries(lockedPackages(join(folder, 'package-lock.json'))).filter(([path]) => path);
  return wanted.every(([path, { integrity, version, optional }]) => {
    const present = installed[path];
    if (!present) return optional === true;
    return present.version === version && present.integrity === integrity;
  });
}

/** Installs the locked packages when they are missing or differ from the lock. */
export async function ensureInstalled() {
  requireNode();
  if (isInstalled(root)) return;
  console.log('Installing packages (once, and again when package-lock.json changes).');
  const npm = process.env.npm_execpath;
  const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...parameters])
    : await run('npm', parameters);
  if (code === 0) return;
  throw new Error(
    'The packages could not be installed: npm’s message is above. Check the network and run the command again.',
  );
}
