import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -4.189,
  lead: 1.322,
  top: 1.067,
  other: -1.404,
  explained: 4.952,
  explainedByOther: -1.153,
  untold: -4.482,
  beyond: -4.446,
  strange: -4,
  negated: -1.5,
};
