import { useState } from 'react';
import { ChoiceControl } from '../../../controls/index.ts';
import { loadModel, modelFile } from '../../loadModel.ts';
import { batchChoice } from '../batchChoice.ts';
import { cardName, formatsOf, isModelName, modelChoice } from '../modelChoice.ts';
import { RowExperiment } from '../RowExperiment.tsx';
import { PrecisionPicture } from './PrecisionPicture.tsx';

/** One model in all its number formats on one engine. */
export default function Precision() {
  const [model, setModel] = useState<string>(modelChoice.default);
  const [batch, setBatch] = useState<string>(batchChoice.default);
  return (
    <RowExperiment
      id="precision"
      pick="one"
      seconds="3"
      settings={(running) => (
        <>
          <ChoiceControl parameter={modelChoice} value={model} onChange={setModel} locked={running} />
          <ChoiceControl parameter={batchChoice} value={batch} onChange={setBatch} locked={running} />
        </>
      )}
      configurations={async (targets) => {
        const formats = isModelName(model) ? formatsOf[model] : [];
        const loaded = await Promise.all(formats.map((format) => loadModel(cardName(model, format))));
        return targets.flatMap((target) =>
          loaded.map((one) => ({
            ...target,
            id: `${target.id}/${one.card.precision}`,
            name: `${one.card.precision} · ${target.name}`,
            model: one,
            batch: Number(batch),
            ...(one.card.accuracy && { heldOutUrl: modelFile(one.card.accuracy.heldOut.file) }),
          })),
        );
      }}
      picture={(shown, failed) => <PrecisionPicture shown={shown} failed={failed} />}
      tryNext={[
        'Set the batch to 1. Then the weights are read for a single row, and fewer bytes of them may pay even where the arithmetic is slower.',
        'Measure on WebGPU, if it is here, and look where the nodes ran: int8 products leave the graphics card and come back.',
        'Choose the transformer. It was never trained, so it has no wrong answers to count: its error is how far its output moves.',
      ]}
    />
  );
}
