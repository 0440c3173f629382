import * as v from 'valibot';
import { type ModelCard, modelCardSchema } from '../../engine/benchmark/index.ts';
import { LabFailure } from './failures.ts';

/** Where the lab's model files are, whatever path the course is served under. */
export const modelFile = (name: string): string => new URL(`models/${name}`, document.baseURI).href;

/** The model's card, checked. */
export async function loadCard(): Promise<ModelCard> {
  const url = modelFile('mlp.json');
  const text = await fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.text();
    })
    .catch((cause: unknown) => {
      throw new LabFailure('fetch-failed', `${url}: ${String(cause)}`);
    });
  if (text.trimStart().startsWith('<')) throw new LabFailure('html-instead', url);
  const card = v.safeParse(v.pipe(v.string(), v.parseJson(), modelCardSchema), text);
  if (!card.success) throw new LabFailure('wrong-model', `${url} is not a model card`);
  return card.output;
}
