import {
  actorIn,
  deliver,
  errorOf,
  handlesFor,
  Impossible,
  outcomeOf,
  personOf,
  type Stage,
  seenMessage,
} from './acting.ts';
import { isObject, type JsonObject, objectsAt, textAt } from './json.ts';
import { firstValues, stateOf } from './make-view.ts';
import type { Outcome, Values, View, Where } from './model.ts';
import { isOffered } from './offered.ts';
import { blockActions, type Surface } from './payloads.ts';
import type { Cause } from './tickets.ts';
import { isToldAtOnce, type Typing } from './when-told.ts';
import { wireMessage } from './wire.ts';
import type { Visitor } from './workspace.ts';

interface Place {
  readonly by: Visitor & { readonly name: string };
  readonly blocks: readonly JsonObject[];
  readonly cause: Cause;
  /** The surface with what was chosen on it. */
  readonly surface: (chosen: Values) => Surface;
  readonly values: Values;
}

/** A person uses an element that stands before them. */
export async function useElement(
  stage: Stage,
  person: string,
  where: Where,
  wanted: JsonObject,
  values: Values,
  how?: Typing,
): Promise<Outcome> {
  const place =
    where.kind === 'message' ? inMessage(stage, person, where) : inView(stage, person, where);
  const { block, element } = find(place.blocks, wanted);
  const action = actionOf(block, element, wanted);
  const chosen = merge(merge(place.values, values), choiceOf(action));
  const surface = place.surface(chosen);
  if (!isToldAtOnce(block, element, how)) return outcomeOf([]);
  const handles = handlesFor(stage, place.cause);
  const payload = blockActions(place.by, action, surface, chosen, handles);
  const outcome = await deliver(stage, 'interactive', payload);
  if (outcome.acked) return outcome;
  return { ...outcome, problem: `The app did not take it: ${errorOf(outcome)}.` };
}

function inMessage(
  stage: Stage,
  person: string,
  { channel, ts }: Extract<Where, { kind: 'message' }>,
): Place {
  const by = actorIn(stage, person, channel);
  const message = seenMessage(stage, by, ts);
  const ephemeral = message.visibleTo !== undefined;
  const thread = message.threadTs === undefined ? {} : { threadTs: message.threadTs };
  const surface: Surface = ephemeral
    ? { kind: 'ephemeral', ts, ...thread }
    : { kind: 'message', ts, body: wireMessage(message) };
  return {
    by,
    // Whoever presses what has just been changed presses what their screen still shows; Slack sends that.
    blocks: [...message.blocks, ...stage.workspace.messages.blocksBefore(channel, ts)],
    cause: { user: by.user, channel, message: { ts, ephemeral } },
    surface: () => surface,
    values: firstValues(message.blocks),
  };
}

function inView(stage: Stage, person: string, where: Exclude<Where, { kind: 'message' }>): Place {
  const { views } = stage.workspace;
  const { id, name } = personOf(stage, person);
  const view = where.kind === 'home' ? views.home(id) : views.find(where.viewId);
  if (!view || views.ownerOf(view.id) !== id) throw new Impossible('That view is no longer open.');
  const changed = (chosen: Values): View => views.keepState(view.id, chosen) ?? view;
  return {
    by: { user: id, name, channel: stage.workspace.directMessage(id) },
    blocks: objectsAt(view, 'blocks'),
    cause: { user: id, inModal: view.type === 'modal' },
    surface: (chosen) => ({ kind: 'view', view: changed(chosen) }),
    values: stateOf(view),
  };
}

interface Found {
  readonly block: JsonObject;
  readonly element: JsonObject;
}

function find(blocks: readonly JsonObject[], wanted: JsonObject): Found {
  const blockId = textAt(wanted, 'block_id');
  const actionId = textAt(wanted, 'action_id');
  for (const block of blocks) {
    if (blockId !== '' && block.block_id !== blockId) continue;
    const elements = [block.accessory, block.element, ...objectsAt(block, 'elements')];
    const element = elements
      .filter((each) => isObject(each))
      .find((each) => each.action_id === actionId);
    if (element) return { block, element };
  }
  throw new Impossible(`There is no element ${actionId} here.`);
}

/** What is sent of the element and of what was chosen: what the app set, nobody else can change. */
function actionOf(block: JsonObject, element: JsonObject, wanted: JsonObject): JsonObject {
  const common = {
    type: textAt(element, 'type'),
    block_id: textAt(block, 'block_id'),
    action_id: textAt(element, 'action_id'),
    action_ts: `${Math.floor(Date.now() / 1000)}.000000`,
  };
  if (element.type === 'button') {
    const value = element.value === undefined ? {} : { value: element.value };
    return { ...common, text: element.text, ...value };
  }
  const chosen = Object.entries(wanted).filter(([key]) => /^(?:selected_|value$)/.test(key));
  if (!chosen.every(([, option]) => isOffered(element, option))) {
    throw new Impossible('That option is not offered.');
  }
  return { ...common, ...Object.fromEntries(chosen) };
}

/** How a choice stands in the state; a button leaves nothing there. */
function choiceOf(action: JsonObject): Values {
  if (action.type === 'button' || action.type === 'overflow') return {};
  const { block_id, action_id, action_ts: _, ...value } = action;
  return { [String(block_id)]: { [String(action_id)]: value } };
}

/** Both, block by block; the second has the last word. */
export function merge(one: Values, other: Values): Values {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(ids.map((id) => [id, { ...one[id], ...other[id] }]));
}
