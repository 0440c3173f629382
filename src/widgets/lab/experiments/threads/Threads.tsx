import { useState } from 'react';
import { ChoiceControl } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import { loadModel } from '../../loadModel.ts';
import { wasmOneThread } from '../../runner/plan.ts';
import { modelChoice } from '../modelChoice.ts';
import { RowExperiment } from '../RowExperiment.tsx';
import { NoThreads } from './NoThreads.tsx';
import { SpeedupPicture } from './SpeedupPicture.tsx';
import { noThreadsHere, threadOffers } from './threadOffers.ts';

const heavyModelChoice = choice({
  label: modelChoice.label,
  options: { 'transformer-block': 'Transformer', 'separable-conv': 'Conv net', mlp: 'MLP' },
  default: 'transformer-block',
  help: 'The MLP is so little work that sharing it out costs more than it saves.',
});

const rowsChoice = choice({
  label: 'Batch size (rows in one inference)',
  options: { 1: '1', 4: '4', 16: '16', 64: '64' },
  default: '16',
  help: 'More rows are more work to share.',
});

/** The same work on more and more threads of the processor. */
export default function Threads() {
  const [model, setModel] = useState<string>(heavyModelChoice.default);
  const [batch, setBatch] = useState<string>(rowsChoice.default);
  const reason = noThreadsHere();
  return (
    <RowExperiment
      id="threads"
      seconds="3"
      where={{ legend: 'Threads', offers: threadOffers }}
      blocked={reason && <NoThreads reason={reason} />}
      settings={(running) => (
        <>
          <ChoiceControl parameter={heavyModelChoice} value={model} onChange={setModel} locked={running} />
          <ChoiceControl parameter={rowsChoice} value={batch} onChange={setBatch} locked={running} />
        </>
      )}
      configurations={async (targets) => {
        const loaded = await loadModel(model);
        // One thread is what the others are compared with.
        const others = targets.filter(({ threads }) => threads > 1);
        return [wasmOneThread, ...others].map((target) => ({
          ...target,
          model: loaded,
          batch: Number(batch),
        }));
      }}
      picture={(shown) => <SpeedupPicture shown={shown} />}
      tryNext={[
        'Choose the MLP with a batch of 1. Waking the threads then takes longer than the work, and more of them make it slower.',
        'Run again with another tab busy. The operating system gives your threads fewer cores, and the calibration kernel notices.',
        'Compare p99 with p50 below. An inference on several threads waits for the slowest of them.',
      ]}
    />
  );
}
