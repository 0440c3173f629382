import { useState } from 'react';
import {
  Button,
  ChoiceControl,
  CopyField,
  Dialog,
  Disclosure,
  IconButton,
  Menu,
  NumberControl,
  SeedField,
  ToggleControl,
} from '../../../src/widgets/controls/index.ts';
import { choice, integer, real, toggle } from '../../../src/widgets/frame/parameters.ts';

const rate = real({
  label: 'arrival rate',
  symbol: 'λ',
  unit: 'requests/s',
  role: 'arrival-rate',
  min: 0,
  max: 20,
  default: 8,
  help: 'How many requests come each second.',
});
const memory = real({
  label: 'memory',
  unit: 'GiB',
  role: 'cost',
  min: 1,
  max: 1000,
  default: 80,
  scale: 'log',
});
const servers = integer({ label: 'servers', symbol: 'c', role: 'number', min: 1, max: 64, default: 4 });
const discipline = choice({
  label: 'discipline',
  options: { fifo: 'FIFO', sjf: 'SJF', ps: 'PS' },
  default: 'fifo',
  help: 'Who is served next when a server falls free.',
});
const router = choice({
  label: 'router',
  options: { random: 'random', robin: 'round robin', least: 'least work', two: 'power of two', hash: 'hash' },
  default: 'random',
  help: 'Which server a request goes to.',
});
const hedging = toggle({ label: 'hedging', default: true, help: 'Sends a second copy after a while.' });

/** All controls there are, in the states that they have. */
export function EveryControl({ dialog = false }: { readonly dialog?: boolean }) {
  const [arrivals, setArrivals] = useState(8);
  const [size, setSize] = useState(80);
  const [order, setOrder] = useState('sjf');
  const [route, setRoute] = useState('two');
  const [hedged, setHedged] = useState(true);
  const [seed, setSeed] = useState(7);
  return (
    <>
      <NumberControl parameter={rate} value={arrivals} onChange={setArrivals} />
      <NumberControl parameter={memory} value={size} onChange={setSize} />
      <NumberControl parameter={servers} value={4} onChange={() => {}} locked />
      <ChoiceControl parameter={discipline} value={order} onChange={setOrder} />
      <ChoiceControl parameter={discipline} value="ps" onChange={() => {}} locked />
      <ChoiceControl parameter={router} value={route} onChange={setRoute} />
      <ToggleControl parameter={hedging} value={hedged} onChange={setHedged} />
      <ToggleControl parameter={hedging} value={false} onChange={() => {}} locked />
      <div role="toolbar" aria-label="Tools">
        <SeedField value={seed} maximum={99} onChange={setSeed} />
        <IconButton icon="play" label="Play" />
        <IconButton icon="pin" label="Pin this run" pressed />
        <IconButton icon="lock" label="Locked" disabled />
        <Menu icon="export" label="Export" items={[{ key: 'csv', label: 'CSV data' }]} onChoose={() => {}} />
      </div>
      <p>
        <Button kind="primary">Run</Button> <Button icon="fault">Inject</Button>{' '}
        <Button kind="quiet">Reset</Button> <Button disabled>Wait</Button>
      </p>
      <CopyField label="Link" value="https://example.org/#5.2" />
      <Disclosure summary="More settings">
        <p>Folded away.</p>
      </Disclosure>
      <Dialog open={dialog} onClose={() => {}} title="Share this state" actions={<Button>Copy</Button>}>
        <CopyField label="Code for another page" value="<iframe></iframe>" />
      </Dialog>
    </>
  );
}
