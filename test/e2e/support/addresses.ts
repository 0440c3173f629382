/** Environment variables by which the set-up tells the workers where the build is served. */
export const addressVariable = 'GOODPUT_ADDRESS';
export const subPathVariable = 'GOODPUT_SUB_PATH_ADDRESS';

const read = (variable: string) => {
  const address = process.env[variable];
  if (!address)
    throw new Error(`${variable} is not set: playwright.config.ts names the set-up that sets it.`);
  return address;
};

/** Where the build is served: `http://127.0.0.1:<port>/`. */
export const siteAddress = () => read(addressVariable);

/** Where the same build is served under a folder: `http://127.0.0.1:<port>/courses/goodput/`. */
export const subPathAddress = () => read(subPathVariable);
