import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/*
 * The course's typefaces, cut down to the characters that its English and its formulas use and to the weights that it
 * sets: a lesson's fonts are then 120 kB instead of 300 kB, and text stands in them sooner. What readers may write
 * beyond that (é, ö …) comes from the packages' own files (see src/widgets/theme/fonts.css).
 * Run by hand with `npx tsx scripts/build-fonts.ts`; the results are committed.
 */

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const latin = `${range(0x20, 0x7e)}\u00a0§«°±²³·¹»¼½¾×÷‐‑–—‘’‚“”„•…\u2009\u200a\u202f‰′″‹›€™↑↓−∕`;
const greek = range(0x391, 0x3a9) + range(0x3b1, 0x3c9);

const math = [
  range(0x20, 0x7e),
  '\u00a0·×÷±²³',
  greek,
  // Italic and double-struck letters, to which MathML maps plain ones.
  range(0x1d434, 0x1d467),
  'ℎ𝔼𝟙',
  range(0x1d6fc, 0x1d71b),
  'ΔΣΠ',
  // Accents, primes, dots, arrows, operators, fences.
  '\u0302\u0304\u0305ˆ¯′…⋯→∂∆∈∏∑√∞∝∣∥∩∪∼≈≠≡≤≥⋅∗−⟨⟩⌈⌉⌊⌋⎯\u2061\u2062\u2063',
].join('');

const packages = 'node_modules/@fontsource-variable';
const faces = [
  ['serif', 'source-serif-4/files/source-serif-4-latin-wght-normal', latin, [400, 700]],
  ['serif-greek', 'source-serif-4/files/source-serif-4-greek-wght-normal', greek, [400, 700]],
  ['serif-italic', 'source-serif-4/files/source-serif-4-latin-wght-italic', latin, [400, 600]],
  ['serif-italic-greek', 'source-serif-4/files/source-serif-4-greek-wght-italic', greek, [400, 600]],
  ['interface', 'inter/files/inter-latin-wght-normal', latin, [400, 700]],
  ['interface-greek', 'inter/files/inter-greek-wght-normal', greek, [400, 700]],
  ['code', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal', latin, [400, 600]],
  ['code-greek', 'jetbrains-mono/files/jetbrains-mono-greek-wght-normal', greek, [400, 600]],
] as const;

const folder = 'src/widgets/theme/fonts';
await mkdir(folder, { recursive: true });

for (const [name, source, characters, [min, max]] of faces) {
  const font = await readFile(`${packages}/${source}.woff2`);
  const variationAxes = { wght: { min, max, default: 400 } };
  await save(name, await subsetFont(font, characters, { targetFormat: 'woff2', variationAxes }));
}
const stix = await readFile(
  'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
);
await save('math', await subsetFont(stix, math, { targetFormat: 'woff2' }));

async function save(name: string, font: Uint8Array) {
  await writeFile(`${folder}/${name}.woff2`, font);
  console.log(`${name}: ${font.length.toLocaleString('en')} bytes`);
}
