import { dist, ensureBuilt } from '../../../scripts/build.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { addressVariable, subPathVariable } from './addresses.ts';

/** Before all tests: builds if the sources changed, serves the build twice (at the top and under a sub-path). */
export default async function serveBuild() {
  await ensureBuilt();
  const site = await serve({ dir: dist });
  const subPath = await serve({ dir: dist, base: '/courses/goodput/' });
  process.env[addressVariable] = site.url;
  process.env[subPathVariable] = subPath.url;
  return async () => {
    await Promise.all([site.close(), subPath.close()]);
  };
}
