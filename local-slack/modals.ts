import { deliver, handlesFor, Impossible, outcomeOf, personOf, type Stage } from './acting.ts';
import { isObject, type Json, type JsonObject, objectAt, objectsAt, textAt } from './json.ts';
import { elementsOf, stateOf, valueIn } from './make-view.ts';
import { isRefusal } from './methods/method.ts';
import { viewOf } from './methods/views.ts';
import type { Outcome, Person, Values, View } from './model.ts';
import { isOffered } from './offered.ts';
import { viewClosed, viewSubmission } from './payloads.ts';
import { merge } from './use-element.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';

/** Sends the topmost modal off, and does what the acknowledgement says. */
export async function submitModal(
  stage: Stage,
  person: string,
  viewId: string,
  values: Values,
): Promise<Outcome> {
  const by = personOf(stage, person);
  const before = topmost(stage, by, viewId);
  const known = Object.keys(stateOf(before));
  const given = Object.fromEntries(Object.entries(values).filter(([id]) => known.includes(id)));
  const state = merge(stateOf(before), given);
  checkChoices(before, state);
  const view = stage.workspace.views.keepState(viewId, state) ?? before;
  const missing = notFilledIn(view, state);
  if (Object.keys(missing).length > 0) return { ...outcomeOf([]), acked: false, errors: missing };
  const cause = { user: by.id, inModal: true };
  const { triggerId } = handlesFor(stage, cause);
  const actor = { user: by.id, name: by.name };
  const outcome = await deliver(
    stage,
    'interactive',
    viewSubmission(actor, view, state, triggerId),
  );
  if (!outcome.acked) return { ...outcome, problem: TROUBLE };
  return { ...outcome, ...followed(stage, by, view, outcome.payload) };
}

/** Closes the topmost modal; the app hears of it only where it asked to. */
export async function closeModal(stage: Stage, person: string, viewId: string): Promise<Outcome> {
  const by = personOf(stage, person);
  const view = topmost(stage, by, viewId);
  const all = view.clear_on_close === true;
  const closed = all ? stage.workspace.views.of(by.id).toReversed() : [view];
  if (all) stage.workspace.views.closeAll(by.id);
  else stage.workspace.views.close(viewId);
  const told = closed.filter(({ notify_on_close }) => notify_on_close === true);
  const actor = { user: by.id, name: by.name };
  const outcomes = await Promise.all(
    told.map((each) => deliver(stage, 'interactive', viewClosed(actor, each, all))),
  );
  return outcomeOf(outcomes.flatMap(({ deliveries }) => deliveries));
}

function topmost({ workspace: { views } }: Stage, by: Person, viewId: string): View {
  const top = views.of(by.id).at(-1);
  if (top?.id !== viewId) throw new Impossible('That modal is not the one in front.');
  return top;
}

/** Only what the app has offered can be chosen. */
function checkChoices(view: View, state: Values): void {
  for (const block of objectsAt(view, 'blocks')) {
    for (const element of elementsOf(block)) {
      const { type: _, ...chosen } = valueIn(state, block, element) ?? {};
      if (!Object.values(chosen).every((each) => isOffered(element, each))) {
        throw new Impossible('That option is not offered.');
      }
    }
  }
}

/** What Slack itself says about a field before anything is sent. */
function notFilledIn(view: View, state: Values): Record<string, string> {
  const inputs = objectsAt(view, 'blocks').filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.flatMap((block) => {
      const id = textAt(block, 'block_id');
      const element = objectAt(block, 'element');
      const value = valueIn(state, block, element);
      const problem = problemOf(block, element, value);
      return problem === undefined ? [] : [[id, problem]];
    }),
  );
}

function problemOf(
  block: JsonObject,
  element: JsonObject,
  value: JsonObject | undefined,
): string | undefined {
  const { type: _, ...rest } = value ?? {};
  const [chosen] = Object.values(rest);
  if (isEmpty(chosen)) {
    return block.optional === true ? undefined : 'Please complete this required field.';
  }
  const length = typeof chosen === 'string' ? chosen.length : 0;
  if (typeof element.min_length === 'number' && length < element.min_length) {
    return `Please use at least ${element.min_length} characters.`;
  }
  if (typeof element.max_length === 'number' && length > element.max_length) {
    return `Please use at most ${element.max_length} characters.`;
  }
  return undefined;
}

function isEmpty(chosen: Json | undefined): boolean {
  if (Array.isArray(chosen)) return chosen.length === 0;
  return chosen === undefined || chosen === null || chosen === '';
}

/** What became of the modal: the part of the outcome that the acknowledgement decides. */
function followed(
  { workspace: { views } }: Stage,
  { id }: Person,
  view: View,
  answer: Json | undefined,
): Pick<Outcome, 'errors' | 'problem'> {
  if (!isObject(answer) || textAt(answer, 'response_action') === '') {
    if (isObject(answer) && Object.keys(answer).length > 0) return { problem: TROUBLE };
    views.close(view.id);
    return {};
  }
  const action = textAt(answer, 'response_action');
  if (action === 'clear') {
    views.closeAll(id);
    return {};
  }
  if (action === 'errors') return errorsOf(view, answer);
  const next = viewOf(answer, 'modal');
  if (isRefusal(next)) return { problem: TROUBLE };
  if (action === 'update') views.update(view.id, next);
  else if (action !== 'push' || !views.push(id, next)) return { problem: TROUBLE };
  return {};
}

/** Errors are shown under input blocks of this view; Slack takes no others. */
function errorsOf(view: View, answer: JsonObject): Pick<Outcome, 'errors' | 'problem'> {
  const inputs = objectsAt(view, 'blocks')
    .filter(({ type }) => type === 'input')
    .map((block) => textAt(block, 'block_id'));
  const errors = Object.entries(objectAt(answer, 'errors')).filter(([id]) => inputs.includes(id));
  if (errors.length === 0) return { problem: TROUBLE };
  return { errors: Object.fromEntries(errors.map(([id, says]) => [id, String(says)])) };
}
