import type { EnquiryStatus } from '../domain/enquiry.ts';
import type { ActRefusal, DeadlineProblem, EmptyField, FormProblems } from '../domain/refusals.ts';
import type { Words } from './message.ts';

/** For each field that is wrong one sentence that names it, with an example that works. */
export function formProblemsInWords(
  problems: FormProblems,
): Partial<Record<keyof FormProblems, string>> {
  const { outlet, deadline, question, telephone } = problems;
  return {
    ...(outlet ? { outlet: OUTLET[outlet] } : {}),
    ...(deadline ? { deadline: DEADLINE[deadline] } : {}),
    ...(question ? { question: QUESTION[question] } : {}),
    ...(telephone ? { telephone: TELEPHONE } : {}),
  };
}

const TELEPHONE =
  'Telephone: this has no number in it. Write it like “020 7946 0000”, or leave it empty.';

const OUTLET = {
  empty: 'Outlet: say whom you are asking for, like “BBC News”.',
  'too-long': 'Outlet: at most 200 characters, like “BBC News”.',
} as const;

const QUESTION = {
  empty: 'Question: say what you want to know, like “Which ten forces were inspected?”.',
  'too-long':
    'Question: at most 3,000 characters. Send the main question, and add the rest in the thread of the receipt.',
} as const;

const DEADLINE: Readonly<Record<DeadlineProblem, string>> = {
  empty: 'Deadline: say when you need the answer, like “6pm” or “tomorrow noon”.',
  unreadable:
    'Deadline: this can’t be read as one time. Write it like “6pm”, “in 40 min” or “27 November 6pm”.',
  past: 'Deadline: this time is over. Write one that is still to come, like “in 40 min” or “tomorrow noon”.',
  'too-far':
    'Deadline: this is too far away. Write the day when you need the answer, like “Monday 6pm”.',
};

/** One or two short sentences: what stands in the way, and that nothing was changed. */
export function actProblemInWords(problem: ActRefusal): Words {
  switch (problem.kind) {
    case 'taken-by-other':
      return [{ person: problem.owner }, ' has this enquiry. Nothing was changed.'];
    case 'finished':
      return `This enquiry is ${FINISHED[problem.status]}. Reopen it first. Nothing was changed.`;
    case 'empty':
      return EMPTY[problem.field];
    default:
      return PROBLEMS[problem.kind];
  }
}

const FINISHED: Readonly<Record<EnquiryStatus, string>> = {
  open: 'open',
  taken: 'taken',
  answered: 'answered already',
  'not-for-us': 'marked as not for us',
  closed: 'closed',
};

const EMPTY: Readonly<Record<EmptyField, string>> = {
  answer: 'Answer: write the words that who asked is to get, like “Ten forces were inspected.”',
  attribution: 'Name and title: say whose words these are, like “Jo Example, Chief Inspector”.',
  reason: 'Say why in the same line, like off "wrong figure in the release". Nothing was changed.',
  'go-instead': 'Where to go instead: name it, like “the Home Office press office”.',
};

type Plain = Exclude<ActRefusal['kind'], 'taken-by-other' | 'finished' | 'empty'>;
const PROBLEMS: Readonly<Record<Plain, string>> = {
  'yours-already': 'You have this enquiry already.',
  'not-yours': 'This enquiry is not yours. Nothing was changed.',
  'not-finished': 'This enquiry is not finished, so there is nothing to reopen.',
  'nothing-to-change': 'It is so already. Nothing was changed.',
  'not-possible': 'That can’t be done to this enquiry as it is now. Nothing was changed.',
  'no-officer': 'Only members of the press desk’s channel can do this. Nothing was changed.',
  'no-such-enquiry': 'This enquiry is not kept any more. Nothing was changed.',
  'not-now':
    'This can’t be done at the moment: the desk’s store or Slack gives no answer. Nothing was changed; please try again in a minute.',
};

/** What can be wrong with the desk's channel. */
export type ChannelProblem =
  | { readonly kind: 'missing' | 'archived' | 'not-a-member' | 'public'; readonly id: string }
  | { readonly kind: 'unknown'; readonly id: string; readonly code: string };

/** One sentence for the log and the health page: what is wrong, and what to do about it. */
export function channelProblemInWords(problem: ChannelProblem): string {
  const channel = `PRESS_DESK_CHANNEL ${problem.id}`;
  switch (problem.kind) {
    case 'missing':
      return `${channel} is no channel that Slack knows: give the id of a private channel, like C0123456789.`;
    case 'archived':
      return `${channel} is archived: bring it back in Slack, or name another; enquiries wait until then.`;
    case 'not-a-member':
      return `${channel} doesn’t have the bot in it: invite it there with /invite; enquiries wait until then.`;
    case 'public':
      return `${channel} is public: whoever joins it may act as a press officer; make it private.`;
    case 'unknown':
      return `${channel} could not be looked at: Slack says ${problem.code}; it is tried again.`;
  }
}
