// %% [markdown]
// ## Send each job to the roof it needs
//
// A device does at most $\min(\mathrm{peak}, \mathrm{intensity} \cdot \mathrm{bandwidth})$ operations a second. Below the
// ridge, $\mathrm{peak}/\mathrm{bandwidth}$ operations a byte, memory decides and half of the device is idle whatever you
// pay for it. Two unlike devices, two unlike kinds of job: who goes where matters more than who goes first.

// %%
// A schedule is a list whose order counts. Σ i·vᵢ and the fingerprint notice a swap; Σ vᵢ would not.
const values = [17, 23, 42, 99, 101];
function weightedSum(numbers: number[]) {
  return stats.sum(numbers.map((number, i) => (i + 1) * number));
}
const copy = [...values];
print('Σ i·vᵢ', weightedSum(values), 'fingerprint', record.fingerprint(values));
checkClose(weightedSum(values), 1090, 1e-8, 'Σ i·vᵢ is 1090');
checkClose(weightedSum(copy), weightedSum(values), 1e-8, 'an equal copy gives the same sum');
checkTrue(record.fingerprint(copy) === record.fingerprint(values), 'and the same fingerprint');

// %%
// Operations per second and bytes per second of two devices.
const devices = [
  { name: 'compute-rich', peak: 100e12, bandwidth: 1e12 },
  { name: 'memory-rich', peak: 40e12, bandwidth: 2e12 },
];
type Device = (typeof devices)[number];
// A layer of 4096 × 4096 weights in 16 bits, for a batch: 2·n²·batch
// operations; weights and activations once each.
function layer(batch: number) {
  const operations = 2 * 4096 ** 2 * batch;
  const bytes = 2 * (4096 ** 2 + 2 * 4096 * batch);
  return { operations, intensity: operations / bytes };
}
function roof({ peak, bandwidth }: Device, intensity: number) {
  return Math.min(peak, intensity * bandwidth);
}

// %%
const batch = input.range({ label: 'batch', min: 1, max: 256, step: 1, value: 16, unit: 'requests' });
const intensity = layer(batch).intensity;
table(
  devices.map((device) => ({
    device: device.name,
    'ridge (operations/byte)': device.peak / device.bandwidth,
    'intensity of the job': intensity,
    'attained (TFLOP/s)': roof(device, intensity) / 1e12,
    'share of the peak': roof(device, intensity) / device.peak,
  })),
);
for (const device of devices) {
  const ridge = device.peak / device.bandwidth;
  checkClose(
    roof(device, 2 * ridge) / roof(device, ridge / 2),
    2,
    1e-9,
    `${device.name}: flat beyond the ridge`,
  );
}

// %%
const intensities = Array.from({ length: 31 }, (_, i) => 10 ** (i / 10));
plot(
  [
    ...devices.map((device) =>
      plot.line(
        intensities.map((x) => [x, roof(device, x) / 1e12]),
        { label: device.name, tone: 'formula' },
      ),
    ),
    plot.scatter(
      devices.map((device) => [intensity, roof(device, intensity) / 1e12]),
      { label: 'the job', tone: 'ink' },
    ),
  ],
  {
    title: `Rooflines, and a layer at batch ${batch}`,
    x: { label: 'arithmetic intensity', unit: 'operations/byte', scale: 'log' },
    y: { label: 'attainable speed', unit: 'TFLOP/s', scale: 'log' },
  },
);

// %%
// Half of the jobs decode (batch 1), half prefill (batch 512). Times in milliseconds on each device.
function timeOn(device: Device, size: number) {
  const job = layer(size);
  return (1000 * job.operations) / roof(device, job.intensity);
}
const decode = devices.map((device) => timeOn(device, 1));
const prefill = devices.map((device) => timeOn(device, 512));
table(
  ['device', 'decode (ms)', 'prefill (ms)'],
  devices.map(({ name }, i) => [name, decode[i], prefill[i]]),
);
// A coin sends any job anywhere; affinity sends prefill to the
// compute-rich device, decode to the other.
const coin = devices.map((_, i) =>
  random.mixture([
    { weight: 1, law: random.constant(decode[i]) },
    { weight: 1, law: random.constant(prefill[i]) },
  ]),
);
const affinity = [random.constant(prefill[0]), random.constant(decode[1])];

// %%
// 7 jobs a millisecond, half of them for each device. Exact waits by
// Pollaczek–Khinchine, and 3000 simulated jobs.
const arrivalRate = 7 / 2;
const exact = coin.map((service) => queueing.mg1({ arrivalRate, service }).meanSojourn);
function meanSojourn(services: typeof coin, discipline = simulate.fcfs()) {
  return services.map((service) => {
    const system = { arrivals: simulate.poisson(arrivalRate), service, discipline };
    const log = simulate.simulate(system, { seed: 1, requests: 3000 });
    return simulate.summarize(log, { confidence: 0.99 }).meanSojourn;
  });
}
const plans = [
  { name: 'coin, first come', waits: meanSojourn(coin) },
  { name: 'coin, shortest first', waits: meanSojourn(coin, simulate.shortestFirst()) },
  { name: 'affinity, first come', waits: meanSojourn(affinity) },
];
for (const [i, { lower, upper }] of plans[0].waits.entries()) {
  checkTrue(
    lower <= exact[i] && exact[i] <= upper,
    `${devices[i].name}: the 99 % interval covers the formula`,
  );
}

// %%
plot(
  plot.groupedBars(
    plans.map(({ name }) => name),
    {
      'compute-rich': plans.map(({ waits }) => waits[0].value),
      'memory-rich': plans.map(({ waits }) => waits[1].value),
    },
  ),
  { title: 'Where to go matters more than who goes first', y: { label: 'mean sojourn W', unit: 'ms' } },
);
const worst = plans.map(({ waits }) => waits.toSorted((a, b) => b.value - a.value)[0]);
table(
  plans.map(({ name }, i) => {
    const { value, lower, upper, verdict, action } = record.decide(worst[i], {
      metric: 'W on the slower device',
      comparison: '<=',
      threshold: 0.4,
      unit: 'ms',
      onPass: { verdict: 'inside', action: 'may be used' },
      onFail: { verdict: 'too slow', action: 'do not use' },
    });
    return { plan: name, value, lower: lower ?? value, upper: upper ?? value, verdict, action };
  }),
);
print('rule: W on the slower device at most 0.4 ms');
