import { expect, it } from 'vitest';
import * as queueing from '../../../src/engine/queueing/index.ts';
import {
  constant,
  empirical,
  erlang,
  exponential,
  gamma,
  hyperexponential,
  type Law,
  lognormal,
  uniform,
} from '../../../src/engine/random/index.ts';
import { expectWithin, idsOf, type Oracle, oracles } from '../support/oracle.ts';

/*
 * Every reference value of queueing theory, each against the call that a reader would make. An entry of the fixture
 * without a row here fails.
 */

type Check = (oracle: Oracle) => void;

/** Compares by name: {T: 6.5} against {T: got}. */
const compare = ({ expected, tol }: Oracle, got: Record<string, number>): void => {
  for (const [name, value] of Object.entries(got)) expectWithin(value, expected[name], tol, name);
  expect(Object.keys(got)).toHaveLength(Object.keys(expected).length);
};

const mm1Means: Check = (oracle) => {
  const { lambda_, mu } = oracle.inputs;
  const got = queueing.mm1({ arrivalRate: lambda_, serviceRate: mu });
  compare(oracle, {
    rho: got.utilization,
    L: got.meanNumber,
    Lq: got.meanQueue,
    W: got.meanSojourn,
    Wq: got.meanWait,
  });
};

const erlangB: Check = ({ inputs, expected, tol }) =>
  expectWithin(queueing.erlangB({ offeredLoad: inputs.offered, servers: inputs.servers }), expected, tol);

const mmc: Check = (oracle) => {
  const { c, lambda_, mu } = oracle.inputs;
  const got = queueing.mmc({ arrivalRate: lambda_, serviceRate: mu, servers: c });
  compare(oracle, {
    C: got.waitProbability,
    Wq: got.meanWait,
    W: got.meanSojourn,
    Lq: got.meanQueue,
    L: got.meanNumber,
  });
};

/** M/G/1 both ways: by two moments, and by a law that has them. */
const mg1 =
  (law: Law): Check =>
  (oracle) => {
    const { lambda_, ES, ES2 } = oracle.inputs;
    const moments = { arrivalRate: lambda_, meanService: ES, scvService: ES2 / (ES * ES) - 1 };
    for (const got of [queueing.mg1(moments), queueing.mg1({ arrivalRate: lambda_, service: law })]) {
      compare(oracle, { Wq: got.meanWait, W: got.meanSojourn });
    }
  };

const powerOfD: Check = ({ inputs, expected, tol }) => {
  const got = queueing.powerOfD({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu, choices: inputs.d });
  expectWithin(got.meanSojourn, expected.T, tol);
  expected.s.forEach((share: number, i: number) => {
    expectWithin(got.shareAtLeast(i + 1), share, tol, `s${i + 1}`);
  });
};

const lru: Check = ({ inputs, expected, tol }) => {
  const got = queueing.lruCache({ items: inputs.N, exponent: inputs.zipf, capacity: inputs.capacity });
  expectWithin(got.characteristicTime, expected.T, tol);
  expectWithin(got.hitRatio, expected.hit, tol);
};

const checks: Record<string, Check> = {
  'mm1-means-0.5': mm1Means,
  'mm1-means-0.9': mm1Means,
  'queue-mm1': ({ inputs, expected, tol }) => {
    const got = queueing.mm1({ arrivalRate: inputs.lambda, serviceRate: inputs.mu });
    expectWithin(got.meanSojourn, expected.W, tol);
    expectWithin(got.sojournQuantile(0.99), expected.p99W, tol);
  },
  'queue-mmc': ({ inputs, expected, tol }) => {
    const got = queueing.mmc({ arrivalRate: inputs.lambda, serviceRate: inputs.mu, servers: inputs.c });
    expectWithin(got.utilization, expected.rho, tol);
    expectWithin(got.waitProbability, expected.erlangC, tol);
    expectWithin(got.meanWait, expected.Wq, tol);
    expectWithin(got.meanQueue, expected.Lq, tol);
    expectWithin(got.waitQuantile(1 - expected['P(Wq>1)']), 1, { abs: 1e-9 });
  },
  'amdahl-littles': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.littlesLaw({ arrivalRate: inputs.lambda, sojourn: inputs.W }).number,
      expected.L,
      tol,
    ),
  'mm1-asymptotic-variance-0.8': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.asymptoticWaitVariance({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu }),
      expected,
      tol,
    ),
  'erlang-b-1-1': erlangB,
  'erlang-b-5-3': erlangB,
  'erlang-b-10-5': erlangB,
  'erlang-b-20-15': erlangB,
  'erlang-b-table-1pct': ({ inputs, expected, tol }) => {
    for (const servers of inputs.servers) {
      expectWithin(
        queueing.offeredLoadFor({ blocking: inputs.blocking, servers }),
        expected[servers],
        tol,
        `${servers} servers`,
      );
    }
  },
  'mmc-2-1.8': mmc,
  'mmc-12-10': mmc,
  'mmc-100-95': mmc,
  'mmc-sojourn-quantiles-4-3.6': (oracle) => {
    const { c, lambda_, mu } = oracle.inputs;
    const { sojournQuantile } = queueing.mmc({ arrivalRate: lambda_, serviceRate: mu, servers: c });
    compare(oracle, { p50: sojournQuantile(0.5), p95: sojournQuantile(0.95), p99: sojournQuantile(0.99) });
  },
  'mm1k-10-1.2': (oracle) => {
    const { K, lambda_, mu } = oracle.inputs;
    const got = queueing.mmck({ arrivalRate: lambda_, serviceRate: mu, servers: 1, capacity: K });
    compare(oracle, { pBlock: got.blockProbability, L: got.meanNumber, throughput: got.throughput });
  },
  'mg1-MD1': (oracle) => {
    mg1(constant(1))(oracle);
    const got = queueing.md1({ arrivalRate: oracle.inputs.lambda_, serviceRate: 1 });
    compare(oracle, { Wq: got.meanWait, W: got.meanSojourn });
  },
  'mg1-ME21': mg1(erlang({ k: 2, mean: 1 })),
  'mg1-MGamma(cv2=4)1': mg1(gamma({ mean: 1, scv: 4 })),
  'mg1-MH2(.5,.2,1.8)1': mg1(hyperexponential({ probability: 0.5, means: [0.2, 1.8] })),
  'mg1-lognormal-cv2-4': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.mg1({ arrivalRate: inputs.lambda_, service: lognormal({ mean: 1, scv: 4 }) }).meanWait,
      expected,
      tol,
    ),
  'mh21-wait-quantiles-0.8': (oracle) => {
    const { lambda_, p, m1, m2 } = oracle.inputs;
    const service = hyperexponential({ probability: p, means: [m1, m2] });
    const { waitQuantile } = queueing.mg1({ arrivalRate: lambda_, service });
    compare(oracle, { p50: waitQuantile(0.5), p95: waitQuantile(0.95), p99: waitQuantile(0.99) });
  },
  'preemptive-2class': (oracle) => {
    const { lambda1, lambda2, mu } = oracle.inputs;
    const [first, second] = queueing.preemptivePriority({
      classes: [
        { arrivalRate: lambda1, meanService: 1 / mu },
        { arrivalRate: lambda2, meanService: 1 / mu },
      ],
    }).classes;
    compare(oracle, { T1: first!.meanSojourn, T2: second!.meanSojourn });
  },
  'sjf-mm1-0.8': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.shortestJobFirst({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu }).meanSojourn,
      expected,
      tol,
    ),
  'srpt-mm1-0.8': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.shortestRemainingFirst({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu }).meanSojourn,
      expected,
      tol,
    ),
  'gim1-U(0,2.5)': (oracle) => {
    const got = queueing.gim1({
      interarrival: uniform({ min: 0, max: 2.5 }),
      serviceRate: oracle.inputs.mu,
    });
    compare(oracle, { sigma: got.waitProbability, Wq: got.meanWait, W: got.meanSojourn });
  },
  'kingman-gg1': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.gg1({
        arrivalRate: inputs.lambda_,
        meanService: inputs.ES,
        scvArrival: inputs.ca2,
        scvService: inputs.cs2,
      }).meanWait,
      expected,
      tol,
    ),
  'allen-cunneen-4-3.6': ({ inputs, expected, tol }) => {
    inputs.cases.forEach(([scvArrival, scvService]: [number, number], i: number) => {
      const got = queueing.ggc({
        arrivalRate: inputs.lambda_,
        meanService: 1 / inputs.mu,
        scvArrival,
        scvService,
        servers: inputs.c,
      });
      expectWithin(got.meanWait, expected[i], tol);
    });
  },
  'sakasegawa-4-0.9': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.sakasegawa({
        arrivalRate: (inputs.rho * inputs.c) / inputs.ES,
        meanService: inputs.ES,
        scvArrival: inputs.ca2,
        scvService: inputs.cs2,
        servers: inputs.c,
      }).meanWait,
      expected,
      tol,
    ),
  'erlang-a-10-10-0.5': (oracle) => {
    const { n, lambda_, mu, theta } = oracle.inputs;
    const got = queueing.erlangA({
      arrivalRate: lambda_,
      serviceRate: mu,
      servers: n,
      patienceRate: theta,
    });
    compare(oracle, { pWait: got.waitProbability, pAbandon: got.abandonProbability, EW: got.meanWait });
  },
  'dynamic-batching-cap8': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.dynamicBatching({
        arrivalRate: inputs.lambda_,
        fixed: inputs.tau0,
        perItem: inputs.alpha,
        maxBatch: inputs.maxBatch,
      }).meanSojourn,
      expected,
      tol,
    ),
  'mm1-setup': (oracle) => {
    const { lambda_, mu, setupRate } = oracle.inputs;
    const got = queueing.setupTimes({
      arrivalRate: lambda_,
      meanService: 1 / mu,
      meanSetup: 1 / setupRate,
    });
    compare(oracle, { T: got.meanSojourn });
  },
  'mmpp-m1': (oracle) => {
    const { lambda0, lambda1, q01, q10, mu } = oracle.inputs;
    const got = queueing.mmppM1({ rates: [lambda0, lambda1], switching: [q01, q10], serviceRate: mu });
    compare(oracle, { rho: got.utilization, L: got.meanNumber, W: got.meanSojourn });
  },
  'jackson-tandem': (oracle) => {
    const got = queueing.tandem({ arrivalRate: oracle.inputs.gamma, serviceRates: oracle.inputs.mu });
    compare(oracle, { W: got.meanSojourn, L: got.meanNumber });
  },
  'mva-closed-20': (oracle) => {
    const { N, Z, demands } = oracle.inputs;
    const got = queueing.closedNetwork({ customers: N, thinkTime: Z, demands });
    compare(oracle, { X: got.throughput, R: got.responseTime });
  },
  'power-of-2-0.9': powerOfD,
  'power-of-2-0.95': powerOfD,
  'power-of-2-0.99': powerOfD,
  'power-of-3-0.9': powerOfD,
  'power-of-5-0.9': powerOfD,
  'jsq-2-0.9': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.jsq2({ arrivalRate: inputs.lambdaTotal, serviceRate: inputs.mu }).meanSojourn,
      expected,
      tol,
    ),
  'round-robin-2-0.9': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.roundRobin({
        arrivalRate: inputs.lambdaTotal,
        serviceRate: inputs.mu,
        servers: inputs.n,
      }).meanSojourn,
      expected,
      tol,
    ),
  'fanout-1pct-100': ({ inputs, expected, tol }) =>
    expectWithin(
      queueing.fanOut({ slowProbability: inputs.pSlow, branches: inputs.fanout }).slowProbability,
      expected,
      tol,
    ),
  'max-of-n-exponentials': ({ inputs, expected, tol }) => {
    inputs.n.forEach((branches: number, i: number) => {
      expectWithin(queueing.forkJoin({ branches, mean: 1 }).meanSojourn, expected[i], tol);
    });
  },
  'hedge-exp-p95': (oracle) => {
    const got = queueing.hedgedRequest({ service: exponential(1 / oracle.inputs.mu), hedgeAt: 0.95 });
    compare(oracle, {
      delay: got.delay,
      extraLoad: got.extraLoad,
      p99: got.sojournQuantile(0.99),
      p999: got.sojournQuantile(0.999),
      mean: got.meanSojourn,
    });
  },
  'retry-amplification': ({ inputs, expected, tol }) => {
    inputs.pFail.forEach((failureProbability: number, i: number) => {
      const got = queueing.retryAmplification({ failureProbability, retries: inputs.maxRetries });
      expectWithin(got.attempts, expected[i], tol);
    });
    const layered = queueing.retryAmplification({ failureProbability: 1, retries: 3, layers: 3 });
    expectWithin(layered.worstCase, expected[3], tol);
  },
  'che-lru-1000-1.0-100': lru,
  'che-lru-10000-0.9-1000': lru,
  'availability-composition': (oracle) => {
    const { a, serial, parallel } = oracle.inputs;
    compare(oracle, {
      serial: queueing.seriesAvailability(new Array(serial).fill(a)),
      parallel: queueing.parallelAvailability(new Array(parallel).fill(a)),
    });
  },
};

const ids = idsOf('queueing', '');
const oracle = oracles('queueing');

it.each(ids)('%s', (id) => {
  const check = checks[id];
  expect(check, `no call is checked against ${id}`).toBeDefined();
  check?.(oracle(id));
});

it('every row stands for a reference value', () => {
  expect(Object.keys(checks).filter((id) => !ids.includes(id))).toEqual([]);
});

it('an empirical law gives M/G/1 its moments too', () => {
  const got = queueing.mg1({ arrivalRate: 0.4, service: empirical([1, 1, 4]) });
  expect(got.meanWait).toBeCloseTo((0.4 * 6) / (2 * (1 - 0.8)), 12);
});
