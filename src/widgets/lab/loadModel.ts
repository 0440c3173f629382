import * as v from 'valibot';
import {
  type LanguageModelCard,
  languageModelCardSchema,
  modelCardSchema,
} from '../../engine/benchmark/index.ts';
import { LabFailure } from './failures.ts';
import type { MeasuredModel } from './runner/plan.ts';

/** Where the lab's model files are, whatever path the course is served under. */
export const modelFile = (name: string): string => new URL(`models/${name}`, document.baseURI).href;

/** A shipped model by the name of its card (`mlp-int8`), with the card checked. */
export async function loadModel(name: string): Promise<MeasuredModel> {
  const card = await loadCard(modelFile(`${name}.json`), modelCardSchema);
  return { card, url: modelFile(card.file) };
}

/** A shipped language model by the name of its card (`character-lm-q4`), with the card checked. */
export async function loadLanguageModel(
  name: string,
): Promise<{ readonly card: LanguageModelCard; readonly url: string }> {
  const card = await loadCard(modelFile(`${name}.json`), languageModelCardSchema);
  return { card, url: modelFile(card.file) };
}

/** A card, checked against what its kind must say. */
export async function loadCard<T>(url: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const text = await fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.text();
    })
    .catch((cause: unknown) => {
      throw new LabFailure('fetch-failed', `${url}: ${String(cause)}`);
    });
  if (text.trimStart().startsWith('<')) throw new LabFailure('html-instead', url);
  const card = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!card.success) throw new LabFailure('wrong-model', `${url} is not a model card`);
  return card.output;
}
