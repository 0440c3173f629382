// %% [markdown]
// ## How often will a cache of this size hit?
//
// Che's approximation takes an LRU cache for a clock: an item stays $t_C$ requests after it was asked for, so it is found
// with probability $1 - e^{-p_i t_C}$, and $\mathrm{hit} = \sum_i p_i (1 - e^{-p_i t_C})$. The size that you need follows
// before the cache is bought, and a scan shows what the formula assumes.

// %%
// Misses are the slow tail: two of these ten had to compute.
const latencies = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
const p50 = percentile(latencies, 50);
const p95 = percentile(latencies, 95);
print('mean', stats.mean(latencies), 'ms, p50', p50, 'ms, p95', p95, 'ms');
checkTrue(p95 > p50, 'p95 > p50');
checkClose(p50, 53.5, 1e-8, 'p50 is 53.5 ms');
checkClose(p95, 148.5, 1e-8, 'p95 is 148.5 ms (linear interpolation)');

// %%
// 400 prompts with Zipf's popularity; 8000 requests for each size of the cache.
const items = 400;
const exponent = input.range({
  label: 'popularity exponent',
  min: 0.6,
  max: 1.4,
  step: 0.1,
  value: 0.9,
});
const keys = random.zipf({ items, exponent });
const simulated = [20, 40, 80, 160].map((capacity) => {
  const cache = simulate.lru({ capacity });
  return {
    capacity,
    ...simulate.cacheHitRate({ cache, keys, seed: 1, requests: 8000, confidence: 0.999 }),
  };
});
function che(capacity: number) {
  return queueing.lruCache({ items, exponent, capacity }).hitRatio;
}
for (const { capacity, lower, upper } of simulated) {
  const covers = lower <= che(capacity) && che(capacity) <= upper;
  checkTrue(covers, `size ${capacity}: the 99.9 % interval covers Che’s approximation`);
}

// %%
// 30 requests/s at 20 ms of a machine for 2.50 $/h, against a cache
// node for 0.75 $/h: what share must hit?
const breakEven = 0.75 / (30 * 0.02 * 2.5);
const sizes = [5, 10, 20, 40, 60, 80, 120, 160, 200];
const formula = sizes.map((size) => [size, che(size)]);
const most = sizes.map((capacity) => [
  capacity,
  queueing.lfuCache({ items, exponent, capacity }).hitRatio,
]);
const points = simulated.map(({ capacity, hitRate, lower, upper }) => [
  capacity,
  hitRate,
  lower,
  upper,
]);

// %%
plot(
  [
    plot.line(formula, { label: 'Che', tone: 'formula' }),
    plot.line(most, { label: 'best possible', tone: 'neutral', dashed: true }),
    plot.scatter(points, { label: 'LRU simulated', tone: 'simulation' }),
    plot.rule({ y: breakEven, label: 'break-even', tone: 'cost' }),
  ],
  {
    title: 'Hit rate by cache size',
    x: { label: 'cache size', unit: 'items' },
    y: { label: 'hit rate' },
  },
);

// %%
// Now half of the requests are a crawler that asks for one new key after the other.
const stream = random.createStreams(1).stream('keys');
const polluted = Array.from({ length: 16_000 }, (_, i) =>
  i % 2 === 0 ? keys.sample(stream) : 1000 + i,
);
function readersHits(cache: ReturnType<typeof simulate.lru>) {
  // Nobody asks for a crawler's key again: every hit is a reader's,
  // and readers are half of the requests.
  const { hitRate, lower, upper } = simulate.cacheHitRate({
    cache,
    keys: polluted,
    seed: 1,
    requests: 16_000,
  });
  return { value: 2 * hitRate, lower: 2 * lower, upper: 2 * upper };
}

// %%
const lru = readersHits(simulate.lru({ capacity: 80 }));
const lfu = readersHits(simulate.lfu({ capacity: 80 }));
plot(
  [plot.bars({ 'LRU, no crawler': che(80), 'LRU, crawler': lru.value, 'LFU, crawler': lfu.value })],
  {
    title: 'A scan pushes the readers’ items out of LRU (80 items)',
    y: { label: 'hit rate of the readers' },
  },
);
print('under the crawler: LRU', lru.value, 'from', lru.lower, 'to', lru.upper);
print('LFU', lfu.value, 'from', lfu.lower, 'to', lfu.upper);
checkTrue(lru.upper < che(80), 'pollution costs LRU more than its interval');

// %%
const decision = record.decide(lru, {
  metric: 'hit rate of the readers under a scan',
  comparison: '>=',
  threshold: breakEven,
  onPass: { verdict: 'pays', action: 'keep the cache of 80 items' },
  onFail: { verdict: 'does not pay', action: 'keep crawlers out, or evict by LFU' },
});
print('hit rate of LRU', decision.value, '· rule: at least', breakEven);
print(decision.verdict, '→', decision.action);
