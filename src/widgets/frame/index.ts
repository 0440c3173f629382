export type {
  Assumption,
  Inputs,
  LiveValue,
  MeasuredService,
  Snapshot,
  TableData,
  ViewProps,
} from './defineWidget.ts';
export { defineWidget } from './defineWidget.ts';
export { choice, integer, real, type SymbolRole, toggle } from './parameters.ts';
export { describeWidget, widgetIds } from './registry.ts';
export { useLive, useWidget, WidgetScope } from './WidgetScope.tsx';
export { WidgetSlot } from './WidgetSlot.tsx';
