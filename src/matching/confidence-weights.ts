import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -4.054,
  lead: 0.988,
  top: 1.682,
  other: -1.452,
  explained: 4.777,
  explainedByOther: -1.584,
  untold: -4.637,
  beyond: -4.195,
  strange: -4,
  negated: -1.5,
};
