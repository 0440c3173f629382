import { toCsv } from '../../store/csv.ts';
import { exportPng } from '../chart/exportPng.ts';
import { exportPicture } from '../chart/exportSvg.ts';
import type { TableData } from './defineWidget.ts';
import type { Format } from './formats.ts';
import type { InstanceState } from './instance.ts';
import { instanceRecord } from './instanceRecord.ts';

/** The file of one export; `picture` is the element that holds the drawn SVG. */
export async function exportFile(format: Format, state: InstanceState, picture: Element): Promise<File> {
  const name = `${state.widget.id}.${format}`;
  switch (format) {
    case 'svg':
      return new File([exportPicture(picture).svg], name, { type: 'image/svg+xml' });
    case 'png':
      return new File([await exportPng(picture, 2)], name, { type: 'image/png' });
    case 'csv':
      return new File([toCsv(tableRows(state.widget.table(state.now)))], name, { type: 'text/csv' });
    case 'json':
      return new File([`${JSON.stringify(instanceRecord(state), null, 2)}\n`], name, {
        type: 'application/json',
      });
  }
}

function tableRows({ columns, rows }: TableData): readonly (readonly (string | number)[])[] {
  return [columns.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)), ...rows];
}
