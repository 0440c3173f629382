import { useState } from 'react';
import { parts } from '../../lessons/catalog.ts';
import { usePlace } from '../routing/place.ts';
import styles from './CourseMap.module.css';
import { MapPart } from './MapPart.tsx';

/** The seven parts and their lessons: where the reader is and what is done. The present part stands open. */
export function CourseMap() {
  const place = usePlace();
  const [toggled, setToggled] = useState<Readonly<Record<number, boolean>>>({});
  return (
    <nav className={styles.map} aria-label="Course">
      <ul>
        {parts.map((part) => {
          const open = toggled[part.number] ?? part.number === (place.part ?? firstWritten);
          return (
            <MapPart
              key={part.number}
              part={part}
              place={place}
              open={open}
              toggle={() => setToggled({ ...toggled, [part.number]: !open })}
            />
          );
        })}
      </ul>
    </nav>
  );
}

/** The part that stands open where no part is the present one. */
const firstWritten = parts.find((part) => part.lessons.some((lesson) => lesson.written))?.number;
