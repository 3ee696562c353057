import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.796,
  lead: 0.882,
  top: 0.502,
  other: -1.486,
  margin: 0.594,
  explained: 5.249,
  explainedByOther: -1.925,
  untold: -3.98,
  beyond: -3.103,
  length: -0.341,
};
