import { useEffect, useState } from 'react';
import type { Section } from './sectionList.ts';

/** A heading counts as reached once it stands in the upper third of the window. */
const reading = 1 / 3;

/** Id of the section that the reader is in, followed at most once a frame. */
export function useCurrentSection(sections: readonly Section[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = innerHeight * reading;
      setCurrent(sections.findLast(({ heading }) => heading.getBoundingClientRect().top <= line)?.id);
    };
    const follow = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [sections]);
  return current;
}
