export type {
  Assumption,
  Inputs,
  LiveValue,
  MeasuredService,
  Snapshot,
  TableData,
  ViewProps,
} from './defineWidget.ts';
export type { Instance, InstanceState } from './instance.ts';
export type { SymbolRole } from './parameters.ts';
export { describeWidget, widgetIds } from './registry.ts';
export { useLive, useWidget, WidgetScope } from './WidgetScope.tsx';
export { WidgetSlot } from './WidgetSlot.tsx';
