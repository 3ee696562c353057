import type { Act, ActAnswer } from '../../protocol.ts';

export const UNREACHABLE =
  'The playground can’t be reached. Nothing is lost; please try again once it is back.';

/** Does one thing as a person; a server that can't be reached is a problem like any other. */
export async function sendAct(as: string, act: Act): Promise<ActAnswer> {
  try {
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, act }),
    });
    return await answerOf(response);
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}

async function answerOf(response: Response): Promise<ActAnswer> {
  const text = await response.text();
  try {
    const answer: ActAnswer = JSON.parse(text);
    if (typeof answer.ok === 'boolean') return answer;
  } catch {
    // Not the playground's own answer: told below.
  }
  return { ok: false, problem: `The playground refused that (status ${response.status}).` };
}
