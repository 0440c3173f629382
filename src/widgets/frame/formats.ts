/** What a widget can be taken along as. */
export const formats = [
  { key: 'svg', label: 'SVG picture' },
  { key: 'png', label: 'PNG picture' },
  { key: 'csv', label: 'CSV data' },
  { key: 'json', label: 'JSON record' },
] as const;
export type Format = (typeof formats)[number]['key'];
