import type { LanguageModelCard } from '../../../src/engine/benchmark/languageModelCard.ts';
import type { ModelCard } from '../../../src/engine/benchmark/modelCard.ts';

/** The cards as a table in Markdown, for docs/models.md. */
export function modelTable(cards: readonly (ModelCard | LanguageModelCard)[]): string {
  const head =
    '| file | bytes | parameters | multiply–adds | tolerance | right of 2,000 | as fp32 |\n| --- | --: | --: | --: | --: | --: | --: |';
  return [head, ...cards.map((card) => `| ${cells(card).join(' | ')} |`)].join('\n');
}

const cells = (card: ModelCard | LanguageModelCard): string[] => {
  const accuracy = card.kind === 'feedForward' ? card.accuracy : undefined;
  const products =
    card.kind === 'feedForward'
      ? `${grouped(card.multiplyAddsPerRow)} a row`
      : `${grouped(card.multiplyAddsPerToken)} a token`;
  return [
    `\`${card.file}\``,
    grouped(card.bytes),
    grouped(card.parameters),
    products,
    String(card.reference.tolerance.absolute),
    accuracy ? grouped(accuracy.correct) : '–',
    accuracy ? grouped(accuracy.sameAsFp32) : '–',
  ];
};

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
