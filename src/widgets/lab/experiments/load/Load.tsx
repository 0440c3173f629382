import { useState } from 'react';
import type { LoadRun } from '../../../../store/loadRun.ts';
import { ChoiceControl } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import { loadModel } from '../../loadModel.ts';
import { WholeRunExperiment } from '../WholeRunExperiment.tsx';
import { LoadEmpty } from './LoadEmpty.tsx';
import { LoadPicture } from './LoadPicture.tsx';
import { measureLoad } from './measureLoad.ts';

const modelChoice = choice({
  label: 'Model (one row is one request)',
  options: { mlp: 'MLP', 'separable-conv': 'Conv net', 'transformer-block': 'Transformer' },
  default: 'separable-conv',
  help: 'The MLP takes some tens of microseconds, so that the clock and the loop that serves show as well.',
});

const timeChoice = choice({
  label: 'Longest time for each load',
  options: { 1: '1 s', 3: '3 s', 10: '10 s' },
  default: '3',
  help: 'Near ρ = 1 a queue forgets slowly: only long runs have an interval there.',
});

/** The real session under Poisson arrivals, from an idle one to one that cannot keep up. */
export default function Load() {
  const [model, setModel] = useState<string>(modelChoice.default);
  return (
    <WholeRunExperiment<LoadRun>
      experiment="load"
      pick="one"
      time={timeChoice}
      settings={(running) => (
        <ChoiceControl parameter={modelChoice} value={model} onChange={setModel} locked={running} />
      )}
      measure={async ({ targets: [target], timeLimitMs }, emit, signal) =>
        await measureLoad({ target, model: await loadModel(model), timeLimitMs }, emit, signal)
      }
      picture={(run) => <LoadPicture run={run} />}
      empty={<LoadEmpty />}
      line={(run) => `${run.service.model.name} · ${run.service.name}`}
      tryNext={[
        'Choose the MLP. A request is then so short that the loop that serves it takes a part of the time; look how late the starts are.',
        'Give each load 10 s. The formula describes a run without end; near ρ = 1 a short run has not seen the longest queues yet.',
        'Run again with a video playing in another tab. Single slow requests delay all that come meanwhile: p95 leaves the prediction long before the mean does.',
      ]}
    />
  );
}
