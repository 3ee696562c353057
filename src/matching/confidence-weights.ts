import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -4.057,
  lead: 1.315,
  top: 1.005,
  other: -1.352,
  explained: 4.856,
  explainedByOther: -1.14,
  untold: -4.402,
  beyond: -4.427,
  strange: -4,
  negated: -1.5,
};
