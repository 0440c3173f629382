import { useState } from 'react';
import { ChoiceControl } from '../../../controls/index.ts';
import { loadModel } from '../../loadModel.ts';
import { batchChoice } from '../batchChoice.ts';
import { RowExperiment } from '../RowExperiment.tsx';

/** The same model and batch on every engine that this browser offers. */
export default function Providers() {
  const [batch, setBatch] = useState<string>(batchChoice.default);
  return (
    <RowExperiment
      id="providers"
      settings={(running) => (
        <ChoiceControl parameter={batchChoice} value={batch} onChange={setBatch} locked={running} />
      )}
      configurations={async (targets) => {
        const model = await loadModel('mlp');
        return targets.map((target) => ({ ...target, model, batch: Number(batch) }));
      }}
      tryNext={[
        'Set the batch to 1. A single row rarely fills a graphics card: the cost of starting it is most of the time.',
        'Run again while something else keeps the machine busy. The calibration kernel notices, and the report says so.',
        'Compare p99 with p50 on each engine: the faster one is not always the steadier one.',
      ]}
    />
  );
}
