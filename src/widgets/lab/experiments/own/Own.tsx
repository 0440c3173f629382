import { useState } from 'react';
import { modelFile } from '../../loadModel.ts';
import type { OwnInput } from '../../ownModelCard.ts';
import { RowExperiment } from '../RowExperiment.tsx';
import {
  chooseInputs,
  freeDimensions,
  megabytes,
  type Sizes,
  tooHeavy,
  type Weight,
  weigh,
} from './chooseInputs.ts';
import { Dimensions } from './Dimensions.tsx';
import { Facts } from './Facts.tsx';
import { FilePicker } from './FilePicker.tsx';
import { type ModelFacts, ModelRefused } from './modelFacts.ts';
import { OwnEmpty } from './OwnEmpty.tsx';
import styles from './own.module.css';
import { connectOwn, withReference } from './ownModel.ts';
import { useOwnFile } from './useOwnFile.ts';

/** A model of the reader's own: read in the page, run once for a reference, then measured as the others are. */
export default function Own() {
  const [chosen, read] = useOwnFile();
  const [sizes, setSizes] = useState<Sizes>({});
  const [upperBound, setUpperBound] = useState(10);
  const [asking, setAsking] = useState(false);
  const take = (file: File) => {
    setSizes({});
    void read(file);
  };
  const ready = chosen.status === 'ready' ? plan(chosen.facts, sizes, upperBound) : null;
  return (
    <RowExperiment
      id="own"
      seconds="3"
      above={(running) => (
        <>
          <FilePicker chosen={chosen} locked={running} onFile={take} />
          {chosen.status === 'none' && <OwnEmpty />}
          {chosen.status === 'ready' && ready && (
            <>
              <Facts facts={chosen.facts} bytes={chosen.file.size} />
              <Dimensions
                free={freeDimensions(chosen.facts)}
                sizes={sizes}
                onSizes={setSizes}
                upperBound={takesWholeNumbers(chosen.facts) ? upperBound : null}
                onUpperBound={setUpperBound}
                locked={running}
              />
              {ready.refused === null && <p className={styles.weight}>{weightSentence(ready.weight)}</p>}
            </>
          )}
          <p className={styles.state} role="status">
            {asking && 'Running once on WASM, for the reference'}
          </p>
        </>
      )}
      settings={() => (
        <p className={styles.small}>
          The model runs once on WASM with one thread: that answer is the reference. An engine passes when
          every element is within 0.1 % of it, plus 10⁻⁴ of the output’s root mean square. What has given no
          answer after 15 s is stopped.
        </p>
      )}
      blocked={ready && ready.refused === null ? undefined : <Blocked reason={ready?.refused ?? null} />}
      empty={<OwnEmpty />}
      connect={connectOwn}
      configurations={async (targets, signal) => {
        if (chosen.status !== 'ready' || !ready || ready.refused !== null)
          throw new RangeError('No model is chosen.');
        const { file, facts } = chosen;
        const { inputs, batch } = ready;
        setAsking(true);
        try {
          const additionUrl = modelFile('addition.onnx');
          const model = await withReference({ file, facts, inputs, additionUrl }, signal);
          return targets.map((target) => ({ ...target, model, batch }));
        } finally {
          setAsking(false);
        }
      }}
      tryNext={[
        'Raise the batch. Where time grows more slowly than the rows, the model was waiting for more work.',
        'Export the model in fp16 or int8 and measure it again. The rows of both runs can be ticked below, but only rows of one run are compared.',
        'Look where the nodes ran. A model that hops between WebGPU and the processor pays for a copy at every hop.',
      ]}
    />
  );
}

function Blocked({ reason }: { readonly reason: string | null }) {
  if (reason === null) return null;
  return (
    <p className={`${styles.refused} ${styles.blocked}`} role="alert">
      {reason}
    </p>
  );
}

type Ready =
  | { readonly refused: string }
  | {
      readonly refused: null;
      readonly inputs: readonly OwnInput[];
      readonly weight: Weight;
      readonly batch: number;
    };

const plan = (facts: ModelFacts, chosen: Sizes, upperBound: number): Ready => {
  const free = freeDimensions(facts);
  const sizes = Object.fromEntries(free.map(({ name, suggested }) => [name, chosen[name] ?? suggested]));
  const weight = weigh(facts, sizes);
  const heavy = tooHeavy(weight);
  if (heavy) return { refused: heavy };
  try {
    const batchName = free.find(({ batch }) => batch)?.name;
    const batch = (batchName === undefined ? undefined : sizes[batchName]) ?? 1;
    return { refused: null, inputs: chooseInputs(facts, sizes, upperBound), weight, batch };
  } catch (error) {
    if (error instanceof ModelRefused) return { refused: error.message };
    throw error;
  }
};

const takesWholeNumbers = ({ inputs }: ModelFacts): boolean =>
  inputs.some(({ type }) => type === 'int32' || type === 'int64' || type === 'uint8');

const weightSentence = ({ inputs, outputs, unknown }: Weight): string =>
  `One run takes ${megabytes(inputs)} in and gives ${
    unknown.length > 0
      ? `${megabytes(outputs)} or more: the size of ${unknown.join(', ')} shows in a run`
      : megabytes(outputs)
  }.`;
