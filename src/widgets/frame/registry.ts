import type { ComponentType } from 'react';
import type { AnyWidget, ViewProps } from './defineWidget.ts';

/*
 * Every folder of `widgets/` with a `widget.ts` is a widget: nothing is registered by hand. Both globs are lazy,
 * so that a lesson loads only its own widget.
 */
const declarations = import.meta.glob<{ default: AnyWidget }>('../*/widget.ts');
const views = import.meta.glob<{ default: ComponentType<ViewProps<AnyWidget>> }>('../*/View.tsx');

/** Ids of all declared widgets, in alphabetical order. */
export const widgetIds: readonly string[] = Object.keys(declarations)
  .map((path) => path.split('/')[1] ?? '')
  .sort();

async function load<T>(
  modules: Record<string, () => Promise<{ default: T }>>,
  path: string,
  id: string,
): Promise<T> {
  const module = modules[path];
  if (!module) throw new RangeError(`unknown widget: ${id} (one of ${widgetIds.join(', ')})`);
  return (await module()).default;
}

/** The declaration of a widget. Throws a RangeError that names the known ids for an unknown one. */
export const loadWidget = (id: string): Promise<AnyWidget> => load(declarations, `../${id}/widget.ts`, id);

/** The picture of a widget. */
export const loadView = (id: string): Promise<ComponentType<ViewProps<AnyWidget>>> =>
  load(views, `../${id}/View.tsx`, id);

/** What the gallery says about a widget. */
export async function describeWidget(id: string): Promise<Pick<AnyWidget, 'id' | 'title' | 'purpose'>> {
  const { title, purpose } = await loadWidget(id);
  return { id, title, purpose };
}
