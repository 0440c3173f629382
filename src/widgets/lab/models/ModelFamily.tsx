import { formatNumber, formatPercent } from '../../chart/index.ts';
import { ScrollBox } from '../../controls/index.ts';
import { modelFile } from '../loadModel.ts';
import styles from './cards.module.css';
import type { AnyCard } from './families.ts';

/** One model: what it is, and its number formats side by side. */
export function ModelFamily({ cards }: { readonly cards: readonly AnyCard[] }) {
  const [plain] = cards;
  if (!plain) return null;
  const { name, title, task, weights, licence } = plain;
  const trained = cards.some((card) => accuracyOf(card) !== undefined);
  return (
    <section className={styles.card} aria-labelledby={`model-${name}`}>
      <h2 id={`model-${name}`}>{title}</h2>
      <p className={styles.task}>{task}</p>
      <dl className={styles.facts}>
        {factsOf(plain).map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        <div>
          <dt>Weights</dt>
          <dd>{weights}</dd>
        </div>
        <div>
          <dt>Reference</dt>
          <dd>{plain.reference.computedWith}</dd>
        </div>
        <div>
          <dt>Licence</dt>
          <dd>{licence}</dd>
        </div>
      </dl>
      <ScrollBox label={`Number formats of ${title}`}>
        <table className={styles.formats}>
          <thead>
            <tr>
              <th scope="col">Format</th>
              <th scope="col">File</th>
              <th scope="col">Tolerance</th>
              {trained && <th scope="col">Right on the held-out set</th>}
              <th scope="col">SHA-256</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <FormatRow key={card.precision} card={card} trained={trained} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function FormatRow({ card, trained }: { readonly card: AnyCard; readonly trained: boolean }) {
  const { precision, file, bytes, sha256, notes, reference } = card;
  const accuracy = accuracyOf(card);
  return (
    <tr>
      <th scope="row">{precision}</th>
      <td>
        <a href={modelFile(file)} download>
          {formatNumber(bytes / 1000, 4)} kB
        </a>
        {', '}
        <a href={modelFile(file.replace(/onnx$/, 'json'))}>card</a>
      </td>
      <td title={reference.toleranceBasis}>{formatNumber(reference.tolerance.absolute)}</td>
      {trained && <td>{accuracy === undefined ? '–' : formatPercent(accuracy, 4)}</td>}
      <td>
        <code title={sha256}>{sha256.slice(0, 12)}…</code>
      </td>
      <td className={styles.note}>{notes}</td>
    </tr>
  );
}

const accuracyOf = (card: AnyCard): number | undefined =>
  card.kind === 'feedForward' ? card.accuracy?.share : undefined;

function factsOf(card: AnyCard): readonly (readonly [term: string, fact: string])[] {
  const shared = [
    ['Parameters', formatNumber(card.parameters, 7)],
    ['Seed', String(card.seed)],
    ['ONNX', `IR ${card.irVersion}, opset ${card.opset}`],
  ] as const;
  if (card.kind === 'feedForward') {
    const { multiplyAddsPerRow, input, output } = card;
    return [
      ...shared,
      ['Multiply–adds', `${formatNumber(multiplyAddsPerRow, 9)} for one row`],
      ['Input', `${input.name}: ${input.shape.join(' × ')}`],
      ['Output', `${output.name}: ${output.shape.join(' × ')}`],
    ];
  }
  const { multiplyAddsPerToken, layers, width, heads, keyValueHeads, context, cacheBytesPerToken } = card;
  return [
    ...shared,
    ['Multiply–adds', `${formatNumber(multiplyAddsPerToken, 9)} for one token, and attention over the cache`],
    ['Shape', `${layers} layers × ${width}, ${heads} query heads on ${keyValueHeads} key–value heads`],
    [
      'Context',
      `${context} characters; the cache grows by ${formatNumber(cacheBytesPerToken, 5)} bytes with each`,
    ],
  ];
}
