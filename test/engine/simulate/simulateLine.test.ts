import { describe, expect, it } from 'vitest';
import {
  exponential,
  poisson,
  simulate,
  simulateLine,
  tokenBucket,
} from '../../../src/engine/simulate/index.ts';

describe('simulateLine', () => {
  const line = {
    arrivals: poisson(3),
    service: exponential(1),
    servers: 4,
    pauses: [{ at: 20, duration: 2 }],
  };

  it('gives the path that simulate gives', () => {
    const options = { seed: 'line', requests: 2_000 };
    expect(simulateLine(line, options)).toEqual(simulate(line, options));
    expect(simulateLine(line, { ...options, log: 'none' })).toEqual(
      simulate(line, { ...options, log: 'none' }),
    );
  });

  it('refuses a system with policies', () => {
    const limited = { ...line, admission: tokenBucket({ rate: 1, burst: 1 }) };
    expect(() => simulateLine(limited, { seed: 1, requests: 10 })).toThrow(/knows no policies/);
  });
});
