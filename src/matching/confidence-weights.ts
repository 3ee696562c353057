import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -2.865,
  lead: 1.035,
  top: 0.69,
  other: -1.361,
  margin: 0.706,
  explained: 4.694,
  explainedByOther: -2.13,
  untold: -3.637,
  beyond: -2.714,
  length: -0.367,
};
