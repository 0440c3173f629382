import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import {
  type LanguageModelCard,
  languageModelCardSchema,
  type ModelCard,
  modelCardSchema,
} from '../../../src/engine/benchmark/index.ts';

const folder = new URL('../../../public/models/', import.meta.url);

/** A file of public/models as it is committed. */
export const shipped = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** Every card of public/models, checked against its schema. */
export const shippedCards = (): (ModelCard | LanguageModelCard)[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const text = Buffer.from(shipped(name)).toString('utf8');
      return v.parse(v.variant('kind', [modelCardSchema, languageModelCardSchema]), JSON.parse(text));
    });

export const feedForwardCards = (): ModelCard[] =>
  shippedCards().filter((card) => card.kind === 'feedForward');
