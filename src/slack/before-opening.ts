import type { Desk } from '../application/desk/desk.ts';
import type { Enquiry, OfficerAct } from '../domain/enquiry.ts';
import { step } from '../domain/enquiry-rules.ts';
import type { ActRefusal } from '../domain/refusals.ts';
import { BEFORE_OPENING_MS } from './limits.ts';

/** What is known before a form opens: why it must not, or what it is about. */
export type Opening =
  | { readonly kind: 'refused'; readonly problem: ActRefusal }
  /** Without an enquiry where it could not be read in time; the desk decides when the form is sent. */
  | { readonly kind: 'open'; readonly enquiry?: Enquiry };

/**
 * Whether an officer's form may open, in the time that Slack leaves for it. What is refused here would
 * be refused when the form is sent, when somebody has written an answer already.
 */
export async function beforeOpening(
  desk: Pick<Desk, 'isOfficer' | 'enquiry'>,
  press: {
    readonly id: string;
    readonly by: string;
    readonly at: number;
    readonly act: OfficerAct;
  },
  withinMs: number = BEFORE_OPENING_MS,
): Promise<Opening> {
  const look = async (): Promise<Opening> => {
    const [officer, enquiry] = await Promise.all([
      desk.isOfficer(press.by),
      desk.enquiry(press.id),
    ]);
    if (!officer) return refused({ kind: 'no-officer' });
    if (!enquiry) return refused({ kind: 'no-such-enquiry' });
    const { by, at, act } = press;
    const next = step(enquiry, { by, at, act });
    return next.ok ? { kind: 'open', enquiry } : refused(next.error);
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Opening>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'open' }), withinMs);
  });
  try {
    return await Promise.race([look().catch(() => refused({ kind: 'not-now' })), late]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(problem: ActRefusal): Opening {
  return { kind: 'refused', problem };
}
