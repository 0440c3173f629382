import own from './cold.module.css';
import { parts } from './parts.ts';

/** The parts of a bar in the order in which they stand in it. */
export function PartKey() {
  return (
    <ol className={own.key} aria-label="Parts of a bar, from left to right">
      {parts.map(({ key, name }) => (
        <li key={key}>
          <svg className={own.swatch} width={18} height={12} aria-hidden="true">
            <rect className={own.part} data-part={key} x={0.5} y={0.5} width={17} height={11} />
          </svg>
          {name}
        </li>
      ))}
    </ol>
  );
}
