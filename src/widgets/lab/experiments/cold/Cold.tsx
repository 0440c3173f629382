import { useState } from 'react';
import type { ColdRun } from '../../../../store/coldRun.ts';
import { ChoiceControl } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import { loadModel } from '../../loadModel.ts';
import { modelChoice } from '../modelChoice.ts';
import { WholeRunExperiment } from '../WholeRunExperiment.tsx';
import { ColdEmpty } from './ColdEmpty.tsx';
import { ColdPicture } from './ColdPicture.tsx';
import { measureCold } from './measureCold.ts';

const repetitionChoice = choice({
  label: 'Starts of each engine',
  options: { 5: '5', 10: '10' },
  default: '5',
  help: 'A median has an interval from six starts with a warm cache on; with fewer you get the range.',
});

const timeChoice = choice({
  label: 'Watch each start for',
  options: { 1: '1 s', 3: '3 s' },
  default: '3',
  help: 'After its first run. In one second an engine may not become steady.',
});

/** What happens from nothing to the first answer, and how it becomes fast. */
export default function Cold() {
  const [model, setModel] = useState<string>(modelChoice.default);
  const [repetitions, setRepetitions] = useState<string>(repetitionChoice.default);
  return (
    <WholeRunExperiment<ColdRun>
      experiment="cold"
      pick="several"
      time={timeChoice}
      settings={(running) => (
        <>
          <ChoiceControl parameter={modelChoice} value={model} onChange={setModel} locked={running} />
          <ChoiceControl
            parameter={repetitionChoice}
            value={repetitions}
            onChange={setRepetitions}
            locked={running}
          />
        </>
      )}
      measure={async ({ targets, timeLimitMs }, emit, signal) =>
        await measureCold(
          {
            targets,
            model: await loadModel(model),
            repetitions: Number(repetitions),
            watchMs: timeLimitMs,
          },
          emit,
          signal,
        )
      }
      picture={(run) => <ColdPicture run={run} />}
      empty={<ColdEmpty />}
      line={({ model: { name }, engines }) => `${name} · ${engines.map((engine) => engine.name).join(' · ')}`}
      tryNext={[
        'Reload the page without its cache (Shift and the reload button) and run again. Only then is the first start as cold as for a user who comes for the first time.',
        'Compare WASM with WebGPU. The graphics card may answer faster once it is warm, but it has shaders to compile before its first answer.',
        'Choose the transformer. Its file is larger and each run longer: the start weighs less against the requests that follow.',
      ]}
    />
  );
}
