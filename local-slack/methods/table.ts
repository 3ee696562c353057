import { textAt } from '../json.ts';
import { TEAM } from '../names.ts';
import { wirePerson } from '../wire.ts';
import { getPermalink, postEphemeral, postMessage, update as updateMessage } from './chat.ts';
import {
  history,
  info,
  members,
  open as openConversation,
  replies,
  scopesFor,
} from './conversations.ts';
import { accept, type Call, type Method, refuse } from './method.ts';
import { open, publish, push, update } from './views.ts';

/**
 * Every method that the app may call. A new one is a line here: whose token, which scopes (any one
 * of them is enough), which arguments must be there, and what is done.
 */
export const METHODS: Readonly<Record<string, Method | undefined>> = {
  'auth.test': bot([], [], whoAmI),
  'apps.connections.open': {
    token: 'app',
    scopes: [],
    required: [],
    run: ({ socketUrl }) => accept({ url: socketUrl() }),
  },
  'chat.postMessage': bot(['chat:write'], ['channel'], postMessage),
  'chat.postEphemeral': bot(['chat:write'], ['channel', 'user'], postEphemeral),
  'chat.update': bot(['chat:write'], ['channel', 'ts'], updateMessage),
  'chat.getPermalink': bot([], ['channel', 'message_ts'], getPermalink),
  'conversations.open': bot(['im:write'], [], openConversation),
  'conversations.info': bot(scopesFor('read'), ['channel'], info),
  'conversations.members': bot(scopesFor('read'), ['channel'], members),
  'conversations.history': bot(scopesFor('history'), ['channel'], history),
  'conversations.replies': bot(scopesFor('history'), ['channel', 'ts'], replies),
  'users.info': bot(['users:read'], ['user'], userInfo),
  'views.open': bot([], ['trigger_id', 'view'], open),
  'views.push': bot([], ['trigger_id', 'view'], push),
  'views.update': bot([], ['view'], update),
  'views.publish': bot([], ['user_id', 'view'], publish),
};

function bot(scopes: Method['scopes'], required: Method['required'], run: Method['run']): Method {
  return { token: 'bot', scopes, required, run };
}

function whoAmI({ workspace }: Call) {
  return accept({
    url: TEAM.url,
    team: TEAM.domain,
    team_id: TEAM.id,
    user: workspace.person(TEAM.botUser)?.name ?? '',
    user_id: TEAM.botUser,
    bot_id: TEAM.botId,
    is_enterprise_install: false,
  });
}

function userInfo({ body, workspace, now }: Call) {
  const person = workspace.person(textAt(body, 'user'));
  return person ? accept({ user: wirePerson(person, now()) }) : refuse('user_not_found');
}
