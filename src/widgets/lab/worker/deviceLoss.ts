let watched: Promise<unknown> | null = null;

/** Notes the graphics device that this worker depends on. */
export function watchLoss(device: GPUDevice): void {
  watched = device.lost;
}

/**
 * Whether the device is gone. The runtime's error for that has many wordings, and may come before the browser has
 * said that the device is lost; so the browser is given a moment.
 */
export async function deviceWasLost(): Promise<boolean> {
  if (!watched) return false;
  const wait = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs));
  return await Promise.race([watched.then(() => true), wait]);
}

const patienceMs = 500;
