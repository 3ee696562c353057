import { flawsOfView } from '../block-kit.ts';
import { inSlacksWords } from '../block-rules.ts';
import { isObject, type JsonObject, textAt } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { View } from '../model.ts';
import { type Answer, accept, type Call, isRefusal, refuse } from './method.ts';

/** The view of a call or of an acknowledgement, or Slack's refusal. */
export function viewOf({ view }: JsonObject, type: View['type']): JsonObject | Answer {
  if (!isObject(view)) {
    return refuse('invalid_arguments', ['[ERROR] must provide an object [json-pointer:/view]']);
  }
  const flaws = flawsOfView(view);
  if (flaws.length > 0) return refuse('invalid_arguments', flaws.map(inSlacksWords));
  if (view.type !== type) {
    return refuse('invalid_arguments', [
      `[ERROR] must be one of: ${type} [json-pointer:/view/type]`,
    ]);
  }
  const bytes = Buffer.byteLength(JSON.stringify(view));
  return bytes > LIMITS.viewBytes ? refuse('view_too_large') : view;
}

export function open(call: Call): Answer {
  const view = newModal(call);
  if (isRefusal(view)) return view;
  const spent = call.tickets.useTrigger(textAt(call.body, 'trigger_id'));
  if (spent) return refuse(spent);
  return accept({ view: call.workspace.views.open(personOf(call), view) });
}

export function push(call: Call): Answer {
  const view = newModal(call);
  if (isRefusal(view)) return view;
  const trigger = textAt(call.body, 'trigger_id');
  if (!call.tickets.causeOf(trigger)?.inModal) return refuse('invalid_trigger_id');
  const spent = call.tickets.useTrigger(trigger);
  if (spent) return refuse(spent);
  const pushed = call.workspace.views.push(personOf(call), view);
  return pushed ? accept({ view: pushed }) : refuse('push_limit_reached');
}

export function update({ body, workspace: { views } }: Call): Answer {
  const view = viewOf(body, 'modal');
  if (isRefusal(view)) return view;
  const id = textAt(body, 'view_id');
  const old = id === '' ? views.findExternal(textAt(body, 'external_id')) : views.find(id);
  if (old?.type !== 'modal') return refuse('not_found');
  if (textAt(body, 'hash') !== '' && body.hash !== old.hash) return refuse('hash_conflict');
  return accept({ view: views.update(old.id, view) ?? null });
}

export function publish({ body, workspace }: Call): Answer {
  const view = viewOf(body, 'home');
  if (isRefusal(view)) return view;
  const person = textAt(body, 'user_id');
  if (!workspace.person(person)) return refuse('user_not_found');
  const hash = textAt(body, 'hash');
  const old = workspace.views.home(person);
  if (hash !== '' && hash !== old?.hash) return refuse('hash_conflict');
  return accept({ view: workspace.views.publish(person, view) });
}

function newModal({ body, workspace }: Call): JsonObject | Answer {
  const view = viewOf(body, 'modal');
  if (isRefusal(view)) return view;
  const taken = workspace.views.findExternal(textAt(view, 'external_id'));
  return taken ? refuse('duplicate_external_id') : view;
}

function personOf({ body, tickets }: Call): string {
  return tickets.causeOf(textAt(body, 'trigger_id'))?.user ?? '';
}
