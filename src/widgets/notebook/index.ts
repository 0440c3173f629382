/** The notebook: editable, reactive, checked cells that run in a sandbox. */
export { LessonCells } from './room/LessonCells.tsx';
export { NotebookRoom, type ShippedSection } from './room/NotebookRoom.tsx';
