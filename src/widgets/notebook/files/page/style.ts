/** The style sheet of an exported page: it prints well, follows the system's light or dark, and needs no file. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
h1 { line-height: 1.2; }
a { color: inherit; }
header p, figcaption { font-size: 0.875rem; opacity: 0.8; }
figure { margin: 1.5rem 0; }
figcaption { margin-bottom: 0.25rem; }
pre { margin: 0; padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid #8886; border-radius: 6px; font: 0.875rem/1.5 ui-monospace, monospace; tab-size: 2; }
.output { margin: 0.25rem 0; overflow-x: auto; }
.output table, .output svg { margin: 0.5rem 1rem; }
.output pre { border-style: none; border-radius: 0; padding: 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.output.failed pre { border-left: 3px solid #c33; padding-left: calc(1rem - 3px); }
table { border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #8886; text-align: left; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
table + p { margin: 0 1rem; font-size: 0.875rem; opacity: 0.8; }
svg { max-width: 100%; height: auto; }
@media print { pre { white-space: pre-wrap; overflow-wrap: anywhere; } figure { break-inside: avoid; } }
`;
