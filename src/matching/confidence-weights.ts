import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.734,
  lead: 0.985,
  top: 0.699,
  other: -1.425,
  margin: 0.575,
  explained: 4.801,
  explainedByOther: -2.013,
  untold: -3.855,
  beyond: -2.798,
  length: -0.531,
};
