import type { ActAnswer } from '../../protocol.ts';

type Refused = Extract<ActAnswer, { readonly ok: false }>;

/** What the playground was asked for, or why there is none: undefined where it can't be reached. */
export interface LookedUp<Found> {
  readonly found?: Found;
  readonly problem?: string;
}

/** Reads JSON from the playground. */
export async function lookUp<Found>(address: string): Promise<LookedUp<Found>> {
  try {
    const response = await fetch(address);
    if (!response.ok) return { problem: ((await response.json()) as Refused).problem };
    const found: Found = await response.json();
    return { found };
  } catch {
    return {};
  }
}
