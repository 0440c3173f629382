/*
 * Which modules stand together in a built file. Left alone the bundler cuts what several pages share into some forty
 * small files; each of them compresses badly by itself, and a lesson's first load grows by a tenth. So what every
 * lesson needs is one file, and what is opened on demand (share, table, export, demos, questions) stays out of it.
 */

const react = /node_modules\/(react|react-dom|scheduler)\//;

/** What the first script needs before React has arrived: it must not wait for the course's file. */
const start = /\/src\/(app\/(pageLoaders|routing\/hashRoute|errors\/reloadOnce)|lessons\/texts)/;

const libraries =
  /node_modules\/(wouter|regexparam|use-sync-external-store|zustand|valibot|idb|d3-\w+|internmap|@noble)\//;

const rooms = [
  'app/(shell|routing|errors|App|mount|Routes|lazyPages)',
  'app/pages/(LessonPage|lesson/)',
  'lessons/(catalog|plan)',
  'lessons/components/(?!demo/|check/(?!Option))',
  'store/(persist|savedState|database|announce|settings|progress|notes)',
  'widgets/frame/(?!TableTwin|ShareDialog|exporters|measurementInput|runOnce|compute)',
  'widgets/chart/(?!export|PointsCanvas|useSurroundings|Draw|drawing|Bars|AreaUnder|StepLine)',
  'widgets/controls/(?!CopyField)',
  'engine/record/(decide|fingerprint|canonical|record)',
  'engine/numeric/(require|log|exp|bits)',
];

const course = new RegExp(`/src/(${rooms.join('|')})`);

/** The demos' sources are small and wanted together. */
const demos = /\/src\/lessons\/notebook\//;

/** Groups for Rolldown's `codeSplitting`. */
export const chunkGroups = [
  { name: 'start', test: start, priority: 3 },
  { name: 'react', test: react, priority: 2 },
  { name: 'demos', test: demos, priority: 2 },
  { name: 'course', test: (id: string) => course.test(id) || libraries.test(id), priority: 1 },
];
