import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/*
 * The formula typeface, cut down to the characters that formulas use. The prose and interface faces are shipped by
 * their packages in small files by alphabet (see src/widgets/theme/fonts.css); STIX Two Math is one file of 400 kB.
 * Run by hand with `npx tsx scripts/build-fonts.ts`; the result is committed.
 */

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const characters = [
  range(0x20, 0x7e),
  '\u00a0·×÷±¬°²³¹',
  range(0x391, 0x3a9),
  range(0x3b1, 0x3c9),
  'ϵϑϕϱϖ',
  // Italic, bold, script and double-struck letters, to which MathML maps plain ones.
  range(0x1d434, 0x1d467),
  'ℎℓℝℙℕ𝔼𝟙',
  range(0x1d400, 0x1d433),
  range(0x1d6fc, 0x1d71b),
  range(0x1d6e2, 0x1d6fa),
  // Accents, primes, dots, arrows, operators, fences.
  '\u0302\u0303\u0304\u0305\u0307ˆ˜¯˙′″‖…⋯⋮←→↑↓⇒⇔∂∆∇∈∉∑∏∫√∞∝∣∥∧∨∩∪∼≈≃≅≠≡≤≥≪≫⊂⊆⋅∘∗−∖⟨⟩⌈⌉⌊⌋⎯⏞⏟\u2061\u2062\u2063\u2064',
].join('');

const source = 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const target = 'src/widgets/theme/fonts/stix-two-math-subset.woff2';

const subset = await subsetFont(await readFile(source), characters, { targetFormat: 'woff2' });
await writeFile(target, subset);
console.log(`${target}: ${subset.length.toLocaleString('en')} bytes`);
