import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -3.305,
  lead: 0.971,
  top: 1.62,
  other: -1.445,
  explained: 4.24,
  explainedByOther: -1.69,
  untold: -4.197,
  beyond: -4.363,
  strange: -4,
  negated: -1.5,
};
