import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -3.241,
  lead: 0.947,
  top: 1.669,
  other: -1.451,
  explained: 4.168,
  explainedByOther: -1.772,
  untold: -4.204,
  beyond: -4.377,
  strange: -4,
  negated: -1.5,
};
