export type { Smoothing } from './distribution.ts';
export { type JsOptions, jsDistance, jsDivergence } from './jsDivergence.ts';
export { klDivergence } from './klDivergence.ts';
export { type PsiOptions, psi } from './psi.ts';
