// %% [markdown]
// ## A request that passes the contract can still be wrong
//
// A contract $C(x) \in \{0, 1\}$ refuses a request before the model sees it: missing fields, wrong types, values out of
// range. A client that sends seconds where you expect milliseconds stays inside the range. Only the distribution shows
// it: $\mathrm{PSI} = \sum_i (c_i - r_i) \ln(c_i / r_i)$ compares today's shares $c$ with the reference $r$.

// %%
// Shares of four kinds of request, then and now. ε = 1e-8 keeps empty kinds finite.
const reference = [0.2, 0.3, 0.25, 0.25];
const current = [0.1, 0.25, 0.3, 0.35];
const shift = psi(reference, current, { epsilon: 1e-8 });
plot(plot.groupedBars(['kind 1', 'kind 2', 'kind 3', 'kind 4'], { reference, current }), {
  title: 'Requests by kind',
  y: { label: 'share of requests' },
});
print('PSI', shift);
checkTrue(shift >= 0, 'PSI ≥ 0');
checkClose(shift, 0.121194, 5e-7, 'PSI is 0.121194');
const bothWays = drift.klDivergence(current, reference) + drift.klDivergence(reference, current);
checkClose(shift, bothWays, 1e-6, 'PSI = KL(c‖r) + KL(r‖c)');

// %%
// A request says how long its session has lasted. Some clients mix up the unit, a few leave it out.
const inSeconds = input.range({
  label: 'clients that send seconds',
  min: 0,
  max: 50,
  step: 5,
  value: 20,
  unit: '%',
});
const sessions = random.lognormal({ mean: 60_000, scv: 1 }); // ms
function receive(day: string, share: number) {
  const streams = random.createStreams(day);
  return Array.from({ length: 2000 }, () => {
    const milliseconds = sessions.sample(streams.service);
    const wrongUnit = streams.faults.uniform() < share;
    const missing = streams.faults.uniform() < 0.02;
    return { session: missing ? null : wrongUnit ? milliseconds / 1000 : milliseconds };
  });
}

// %%
// The contract knows types and ranges, and nothing of units.
function contract({ session }: { session: number | null }) {
  return session !== null && session > 0 && session < 3_600_000;
}
function acceptedOf(requests: { session: number | null }[]) {
  return requests.filter(contract).map(({ session }) => session ?? 0);
}
const lastWeek = acceptedOf(receive('last week', 0));
const today = receive('today', inSeconds / 100);
const accepted = acceptedOf(today);

// %%
const rejected = today.length - accepted.length;
const rejectedShare = {
  value: rejected / today.length,
  ...stats.wilsonInterval(rejected, today.length),
};
print('rejected', rejectedShare.value, 'from', rejectedShare.lower, 'to', rejectedShare.upper);
plot(
  [
    plot.ecdf(lastWeek, { label: 'last week', tone: 'neutral' }),
    plot.ecdf(accepted, { label: 'accepted today', tone: 'measured' }),
  ],
  {
    title: 'What the contract let through',
    x: { label: 'session length as received', unit: 'ms', scale: 'log' },
    y: { label: 'share of accepted requests' },
  },
);

// %%
// Deciles of the reference. Beside today's drift, what two healthy samples show by chance alone.
function driftOf(values: number[]) {
  const bins = drift.binned(lastWeek, values, { bins: 10, method: 'quantile' });
  return psi(bins.reference, bins.current);
}
const healthy = driftOf(acceptedOf(receive('another healthy day', 0)));
print('PSI between two healthy samples', healthy);
checkTrue(healthy < 0.1, 'without wrong units nothing drifts');

// %%
// Both numbers have to hold; each names what to do when it does not.
const onPass = { verdict: 'fine', action: 'go on' };
const rejectedRule = {
  metric: 'rejected requests',
  threshold: 0.05,
  onFail: { verdict: 'many', action: 'find the broken client' },
};
const driftRule = {
  metric: 'PSI of accepted requests',
  threshold: 0.25,
  onFail: { verdict: 'drifted', action: 'ask the clients for their unit' },
};
const gates = release.gates([
  { value: rejectedShare, rule: { ...rejectedRule, comparison: '<=', onPass } },
  { value: driftOf(accepted), rule: { ...driftRule, comparison: '<=', onPass } },
]);
table(
  ['metric', 'value', 'rule: at most', 'verdict', 'action'],
  gates.decisions.map(({ rule, value, verdict, action }) => [
    rule.metric,
    value,
    rule.threshold,
    verdict,
    action,
  ]),
);
