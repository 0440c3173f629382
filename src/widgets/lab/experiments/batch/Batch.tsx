import { useState } from 'react';
import { ChoiceControl } from '../../../controls/index.ts';
import { loadModel } from '../../loadModel.ts';
import { modelChoice } from '../modelChoice.ts';
import { RowExperiment } from '../RowExperiment.tsx';
import { BatchPicture } from './BatchPicture.tsx';
import { batchSizes, largestChoice } from './batchSizes.ts';

/** The same model and engine with more and more rows in one inference. */
export default function Batch() {
  const [model, setModel] = useState<string>(modelChoice.default);
  const [largest, setLargest] = useState<string>(largestChoice.default);
  return (
    <RowExperiment
      id="batch"
      pick="one"
      seconds="3"
      settings={(running) => (
        <>
          <ChoiceControl parameter={modelChoice} value={model} onChange={setModel} locked={running} />
          <ChoiceControl parameter={largestChoice} value={largest} onChange={setLargest} locked={running} />
        </>
      )}
      configurations={async (targets) => {
        const loaded = await loadModel(model);
        return targets.flatMap((target) =>
          batchSizes(Number(largest)).map((batch) => ({
            ...target,
            id: `${target.id}/${batch}`,
            name: `batch ${batch} · ${target.name}`,
            model: loaded,
            batch,
          })),
        );
      }}
      picture={(shown) => <BatchPicture shown={shown} />}
      tryNext={[
        'Measure the same model on WebGPU, if it is here. A graphics card costs more to start and less for each row: a is larger, b smaller.',
        'Choose the transformer. One row is so much work that starting it hardly matters: a/b falls, and a batch gains little.',
        'Look where the points leave the line. A batch that no longer fits the processor’s cache costs more for each row than a small one.',
      ]}
    />
  );
}
