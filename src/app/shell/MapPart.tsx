import { useId } from 'react';
import type { CatalogLesson, CatalogPart } from '../../lessons/catalog.ts';
import { useProgress } from '../../store/progress.ts';
import { Icon } from '../../widgets/controls/icons.tsx';
import type { Place } from '../routing/place.ts';
import styles from './CourseMap.module.css';

interface Props {
  readonly part: CatalogPart;
  readonly place: Place;
  readonly open: boolean;
  readonly toggle: () => void;
}

export function MapPart({ part, place, open, toggle }: Props) {
  const list = useId();
  return (
    <li className={styles.part}>
      <div className={styles.partRow}>
        <a
          href={`#/part/${part.number}`}
          className={styles.partLink}
          aria-current={place.part === part.number && !place.lesson ? 'page' : undefined}
        >
          <span className={styles.number}>{part.number}</span>
          {part.title}
        </a>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={list}
          onClick={toggle}
        >
          <span className="visually-hidden">Lessons of part {part.number}</span>
          <Icon name="chevron" size={16} />
        </button>
      </div>
      <ul id={list} className={styles.lessons} hidden={!open}>
        {part.lessons.map((lesson) => (
          <li key={lesson.id}>
            <MapLesson lesson={lesson} current={place.lesson === lesson.id} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function MapLesson({ lesson, current }: { lesson: CatalogLesson; current: boolean }) {
  const done = useProgress((all) => all.lessons[lesson.id]?.done === true);
  const label = (
    <>
      <span className={styles.number}>{lesson.id}</span>
      <span>{lesson.title}</span>
    </>
  );
  if (!lesson.written) {
    return (
      <span className={styles.unwritten}>
        {label}
        <span className="visually-hidden"> (not written yet)</span>
      </span>
    );
  }
  return (
    <a href={`#/lesson/${lesson.id}`} className={styles.lesson} aria-current={current ? 'page' : undefined}>
      {label}
      {done && <DoneMark />}
    </a>
  );
}

function DoneMark() {
  return (
    <>
      <span className={styles.done}>
        <Icon name="check" size={16} />
      </span>
      <span className="visually-hidden"> (done)</span>
    </>
  );
}
