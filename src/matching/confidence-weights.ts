import type { Weights } from './confidence.ts';

/** Made by `npm run calibrate -- --write`; not to be edited by hand. */
export const WEIGHTS: Weights = {
  bias: -4.121,
  lead: 1.23,
  top: 1.019,
  other: -1.381,
  explained: 4.927,
  explainedByOther: -1.113,
  untold: -4.287,
  beyond: -4.366,
  strange: -4,
  negated: -1.5,
};
