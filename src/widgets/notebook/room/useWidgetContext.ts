import { useEffect } from 'react';
import type { Instance, InstanceState } from '../../frame/index.ts';
import type { Session } from '../session/session.ts';

/** A drag changes the widget with every frame; cells follow it at this pace. */
const pace = 100;

/**
 * Hands the lesson's widget to the cells under the name `widget`: its parameters and its last result, as the table
 * behind the picture and the sentence under it.
 */
export function useWidgetContext(session: Session, widget: Instance | undefined): void {
  useEffect(() => {
    if (!widget) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hand = () => {
      timer = undefined;
      for (const { id } of session.getState().sections) {
        session.setContext(id, 'widget', forCells(widget.getState()));
      }
    };
    hand();
    const leave = widget.subscribe((state, before) => {
      if (state.now !== before.now && !state.now.refining) timer ??= setTimeout(hand, pace);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [session, widget]);
}

function forCells({ widget, now, seed, problem }: InstanceState) {
  const base = { id: widget.id, title: widget.title, parameters: { ...now.values }, seed };
  if (problem !== undefined || now.formula === undefined)
    return { ...base, summary: problem ?? '', rows: [] };
  const { columns, rows } = widget.table(now);
  const named = rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i]?.name ?? i, value])));
  return { ...base, summary: widget.summarize(now), rows: named };
}
