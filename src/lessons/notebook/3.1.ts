// %% [markdown]
// ## Where a request's time goes before the model sees it
//
// A call takes $t = \mathrm{connect} + \mathrm{serialize} + \mathrm{transfer} + \mathrm{queue} + \mathrm{compute}$. Only
// the last part is the model. Here the same tensor is really encoded, once as JSON and once as protobuf, and its bytes go
// through a model of the network; reused connections pay for the handshake once.

// %%
// Ten calls as a client saw them. The mean is no help with the slow ones.
const latencies = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
const p50 = percentile(latencies, 50);
const p95 = percentile(latencies, 95);
print('mean', stats.mean(latencies), 'ms, p50', p50, 'ms, p95', p95, 'ms');
checkTrue(p95 > p50, 'p95 > p50');
checkClose(p50, 53.5, 1e-8, 'p50 is 53.5 ms');
checkClose(p95, 148.5, 1e-8, 'p95 is 148.5 ms (linear interpolation)');

// %%
// protobuf, `repeated float values = 1`: a tag, the length as a varint, then four bytes a number.
function encodeProtobuf(tensor: Float32Array) {
  const bytes = [0x0a];
  let length = 4 * tensor.length;
  for (; length > 127; length >>= 7) bytes.push((length & 127) | 128);
  bytes.push(length);
  const message = new Uint8Array(bytes.length + 4 * tensor.length);
  message.set(bytes);
  message.set(new Uint8Array(tensor.buffer), bytes.length);
  return message;
}

// %%
// The same numbers both ways, and back.
const floats = input.range({
  label: 'floats a request',
  min: 1000,
  max: 40_000,
  step: 1000,
  value: 10_000,
});
const law = random.uniform({ min: 0, max: 1 });
const tensor = Float32Array.from(random.draw(law, random.createStreams(1).service, floats));
const message = encodeProtobuf(tensor);
const json = JSON.stringify({ values: Array.from(tensor) });
const decoded = new Float32Array(message.slice(message.length - 4 * floats).buffer);
table(
  ['encoding', 'bytes', 'bytes a float'],
  [
    ['JSON', json.length, json.length / floats],
    ['protobuf', message.length, message.length / floats],
  ],
);
const isSame = decoded.every((value, i) => value === tensor[i]);
checkTrue(isSame, 'what is decoded is what was sent');
checkTrue(message.length < 4 * floats + 6, 'protobuf: four bytes a float and at most five around them');

// %%
// A region's network: 4 ms there and back, 100 Mbit/s; TCP and TLS take two round trips. Times in ms.
const roundTrip = 4;
function anatomy(bytes: number, bytesPerMs: number, requestsPerConnection: number) {
  return {
    connect: (2 * roundTrip) / requestsPerConnection,
    serialize: (2 * bytes) / bytesPerMs, // written here and read there
    transfer: roundTrip + bytes / 12_500,
    queue: 5,
    compute: 25,
  };
}
function overheadShare({ connect, serialize, transfer, queue, compute }: ReturnType<typeof anatomy>) {
  const overhead = connect + serialize + transfer;
  return overhead / (overhead + queue + compute);
}
const calls = [
  { name: 'JSON, cold', parts: anatomy(json.length, 100_000, 1) },
  { name: 'JSON, reused', parts: anatomy(json.length, 100_000, 100) },
  { name: 'protobuf, cold', parts: anatomy(message.length, 1_000_000, 1) },
  { name: 'protobuf, reused', parts: anatomy(message.length, 1_000_000, 100) },
];

// %%
plot(
  plot.groupedBars(
    calls.map(({ name }) => name),
    {
      connect: calls.map(({ parts }) => parts.connect),
      serialize: calls.map(({ parts }) => parts.serialize),
      transfer: calls.map(({ parts }) => parts.transfer),
      queue: calls.map(({ parts }) => parts.queue),
      compute: calls.map(({ parts }) => parts.compute),
    },
  ),
  { title: `Anatomy of a call with ${floats} floats`, y: { label: 'time', unit: 'ms' } },
);

// %%
const decisions = calls.map(({ name, parts }) => ({
  name,
  ...record.decide(overheadShare(parts), {
    metric: 'overhead share',
    comparison: '<=',
    threshold: 0.3,
    onPass: { verdict: 'accept', action: 'keep it' },
    onFail: { verdict: 'too much', action: 'smaller encoding, or reuse the connection' },
  }),
}));
table(
  ['call', 'value', 'rule: at most', 'verdict', 'action'],
  decisions.map(({ name, value, rule, verdict, action }) => [
    name,
    value,
    rule.threshold,
    verdict,
    action,
  ]),
);

// %%
// All requests of a connection share its handshake: ten of them save
// nine tenths of two round trips each.
function total(requestsPerConnection: number) {
  return stats.sum(Object.values(anatomy(message.length, 1_000_000, requestsPerConnection)));
}
checkClose(
  total(1) - total(10),
  0.9 * 2 * roundTrip,
  1e-9,
  'reuse saves the handshake and nothing else',
);
