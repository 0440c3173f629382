import { createContext, useContext } from 'react';
import type { HashRoute } from './hashRoute.ts';

/** Where in the course a route lies. */
export interface Place {
  readonly part: number | undefined;
  readonly lesson: string | undefined;
}

const RouteContext = createContext<HashRoute>({ path: '/', query: '' });
export const RouteProvider = RouteContext.Provider;

/** The route of the page on the screen. */
export const useRoute = (): HashRoute => useContext(RouteContext);

export const usePlace = (): Place => placeOf(useRoute().path);

function placeOf(path: string): Place {
  const lesson = /^\/lesson\/(\d+)\.\d+$/.exec(path);
  if (lesson) return { part: Number(lesson[1]), lesson: path.slice('/lesson/'.length) };
  const part = /^\/part\/(\d+)$/.exec(path);
  return { part: part ? Number(part[1]) : undefined, lesson: undefined };
}
