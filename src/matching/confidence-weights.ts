import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -4.152,
  lead: 1.009,
  top: 1.685,
  other: -1.437,
  explained: 4.813,
  explainedByOther: -1.581,
  untold: -4.619,
  beyond: -4.156,
  strange: -4,
  negated: -1.5,
};
