import '../../../../src/widgets/theme/tokens.css';
import '../../../../src/app/styles/reset.css';
import '../../../../src/app/styles/base.css';
import { LessonView } from '../../../../src/app/pages/lesson/LessonView.tsx';
import type { CatalogLesson } from '../../../../src/lessons/catalog.ts';
import { WidgetScope } from '../../../../src/widgets/frame/index.ts';

/** The page of the sample lesson, as the application would show it. */
export const sample: CatalogLesson = {
  id: '2.4',
  part: 2,
  title: 'A sample lesson',
  written: true,
  question: 'Does every component of a lesson do what it says?',
  widget: 'utilization',
  terms: [{ term: 'headroom', meaning: 'The capacity kept free on purpose, 1 − ρ.' }],
  symbols: ['arrivalRate', 'serviceRate', 'utilization', 'sojourn', 'wait', 'number'],
  minutes: 9,
};

const loadSample = async () => (await import('./sample.mdx')).default;

export function SampleLesson({ lesson = sample, load = loadSample }) {
  return (
    <WidgetScope link="">
      <main>
        <LessonView lesson={lesson} load={load} />
      </main>
    </WidgetScope>
  );
}
