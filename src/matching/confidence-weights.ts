import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.872,
  lead: 1.169,
  top: 0.921,
  other: -1.266,
  margin: 0.453,
  explained: 4.405,
  explainedByOther: -2.096,
  untold: -4.298,
  beyond: -4.667,
  length: -0.348,
};
