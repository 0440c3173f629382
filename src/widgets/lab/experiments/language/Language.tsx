import { useState } from 'react';
import { type Precision, precisions } from '../../../../engine/benchmark/index.ts';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import { ChoiceControl } from '../../../controls/index.ts';
import { formatMs } from '../../formats.ts';
import { loadLanguageModel, modelFile } from '../../loadModel.ts';
import type { Target } from '../../runner/plan.ts';
import { cardName } from '../modelChoice.ts';
import { WholeRunExperiment } from '../WholeRunExperiment.tsx';
import { LanguageEmpty } from './LanguageEmpty.tsx';
import { LanguageResults } from './LanguageResults.tsx';
import { seriesNumbers } from './languageNumbers.ts';
import { measureLanguage } from './measureLanguage.ts';
import { type LanguagePlan, seriesOf } from './plan.ts';
import { extentChoice, extentOf, formatChoice, timeChoice } from './settings.ts';

/** A small language model writes on one engine: how long until the first character, and from each to the next. */
export default function Language() {
  const [format, setFormat] = useState<string>(formatChoice.default);
  const [extent, setExtent] = useState<string>(extentChoice.default);
  return (
    <WholeRunExperiment<LanguageRun>
      experiment="language"
      pick="one"
      time={timeChoice}
      settings={(running) => (
        <>
          <ChoiceControl parameter={formatChoice} value={format} onChange={setFormat} locked={running} />
          <ChoiceControl parameter={extentChoice} value={extent} onChange={setExtent} locked={running} />
        </>
      )}
      measure={async ({ targets: [target], timeLimitMs }, emit, signal) => {
        if (!target) throw new RangeError('No engine is chosen.');
        return await measureLanguage(await planFor(target, format, extent, timeLimitMs), emit, signal);
      }}
      picture={(run) => <LanguageResults run={run} />}
      empty={<LanguageEmpty />}
      line={lineOf}
      tryNext={[
        'Measure q4 after fp32. Each token reads every weight once, so fewer bytes can mean more tokens a second, if unpacking them costs less than it saves.',
        'Measure on several threads or on WebGPU. A token is little work: starting each operation may take longer than doing it.',
        'Compare the slope of the first picture with the time per token. Reading a token of the prompt is cheaper than writing one, since a prompt’s tokens are read together.',
      ]}
    />
  );
}

const lineOf = (run: LanguageRun): string => {
  const [first] = seriesNumbers(run);
  return first ? `${run.name}, ${formatMs(first.timePerToken.value)} a token` : run.name;
};

const planFor = async (
  target: Target,
  format: string,
  extent: string,
  timeLimitMs: number,
): Promise<LanguagePlan> => {
  const { card, url } = await loadLanguageModel(cardName('character-lm', precisionOf(format)));
  const { newTokens, ...series } = extentOf(extent);
  return {
    name: `${card.precision} · ${target.name}`,
    target,
    card,
    modelUrl: url,
    additionUrl: modelFile('addition.onnx'),
    series: seriesOf(series),
    newTokens,
    timeLimitMs,
    fewestRounds: 6,
    mostRounds: 200,
    warmUp: { shortestMs: Math.min(2000, timeLimitMs), longestMs: Math.min(10_000, 2 * timeLimitMs) },
    seed: 1,
  };
};

const precisionOf = (format: string): Precision =>
  precisions.find((precision) => precision === format) ?? 'fp32';
