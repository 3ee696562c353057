import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -3.068,
  lead: 1.079,
  top: 0.795,
  other: -1.312,
  margin: 0.679,
  explained: 4.564,
  explainedByOther: -2.101,
  untold: -4.461,
  beyond: -4.73,
  length: -0.299,
};
