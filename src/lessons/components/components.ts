import { Checklist } from './Checklist.tsx';
import { Contract } from './Contract.tsx';
import { Failures } from './Failures.tsx';
import { Formula } from './Formula.tsx';
import { Live, MathNumber } from './Live.tsx';
import { Aside } from './margin/Aside.tsx';
import { Symbols } from './margin/Symbols.tsx';
import { Terms } from './margin/Terms.tsx';
import { Notes } from './notes/Notes.tsx';
import { Predict } from './predict/Predict.tsx';
import { CodeBlock, ProseLink, ProseList, ProseSteps, ProseTable } from './prose.tsx';
import { SectionHeading } from './sections/SectionHeading.tsx';
import { Widget } from './Widget.tsx';
import { whenNear } from './whenNear.tsx';

const Demo = whenNear(() => import('./demo/Demo.tsx'), '30rem');
const SkillCheck = whenNear(() => import('./check/SkillCheck.tsx'), '40rem');

/** What a lesson's text may use without importing it; docs/lessons.md shows each. */
export const lessonComponents = {
  a: ProseLink,
  h2: SectionHeading,
  mn: MathNumber,
  ol: ProseSteps,
  pre: CodeBlock,
  table: ProseTable,
  ul: ProseList,
  Aside,
  Checklist,
  Contract,
  Demo,
  Failures,
  Formula,
  Live,
  Notes,
  Predict,
  SkillCheck,
  Symbols,
  Terms,
  Widget,
};
