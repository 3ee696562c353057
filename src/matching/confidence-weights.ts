import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.488,
  lead: 0.886,
  top: 0.668,
  other: -1.279,
  margin: 0.555,
  explained: 4.971,
  explainedByOther: -1.774,
  untold: -4.008,
  beyond: -2.974,
  length: -0.459,
};
