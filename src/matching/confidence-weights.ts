import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.843,
  lead: 1.066,
  top: 0.76,
  other: -1.373,
  margin: 0.574,
  explained: 4.504,
  explainedByOther: -1.98,
  untold: -3.614,
  beyond: -2.712,
  length: -0.334,
};
