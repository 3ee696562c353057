import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, VARIABLES } from '../../src/config/config.ts';
import { storeConfigOf } from '../../src/config/store-config.ts';

const ROOT = '/srv/bot';
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

function problemsOf(env: Record<string, string>): string[] {
  const config = parseConfig(env, ROOT);
  return config.ok ? [] : config.error;
}

function configOf(env: Record<string, string>) {
  const config = parseConfig(env, ROOT);
  if (!config.ok) throw new Error(config.error.join('\n'));
  return config.value;
}

describe('a configuration with nothing wrong', () => {
  it('needs a token and a secret over HTTP, and has a default for the rest', () => {
    expect(configOf(HTTP)).toEqual({
      slack: {
        botToken: 'xoxb-1',
        apiUrl: 'https://slack.com/api/',
        mode: { kind: 'http', signingSecret: 'secret', port: 3000 },
      },
      healthPort: 8081,
      logLevel: 'info',
      knowledgeDir: '/srv/bot/knowledge',
      store: { dataDir: '/srv/bot/data' },
      keepDays: { questions: 90, enquiries: 365, messages: 365, people: 365 },
    });
  });

  it('is Socket Mode as soon as there is an app token, whatever else is set', () => {
    const { mode } = configOf({ ...HTTP, ...SOCKET }).slack;
    expect(mode).toEqual({ kind: 'socket', appToken: 'xapp-1' });
  });

  it.each`
    name                     | value                         | field                   | becomes
    ${'SLACK_API_URL'}       | ${'http://127.0.0.1:9/api'}   | ${'apiUrl'}             | ${'http://127.0.0.1:9/api/'}
    ${'SLACK_API_URL'}       | ${'http://127.0.0.1:9/api/'}  | ${'apiUrl'}             | ${'http://127.0.0.1:9/api/'}
    ${'SLACK_API_URL'}       | ${'  https://slack.com/api '} | ${'apiUrl'}             | ${'https://slack.com/api/'}
    ${'HEALTH_PORT'}         | ${'0'}                        | ${'healthPort'}         | ${0}
    ${'HEALTH_PORT'}         | ${'65535'}                    | ${'healthPort'}         | ${65535}
    ${'HEALTH_PORT'}         | ${''}                         | ${'healthPort'}         | ${8081}
    ${'LOG_LEVEL'}           | ${'Debug'}                    | ${'logLevel'}           | ${'debug'}
    ${'KNOWLEDGE_DIR'}       | ${'/data/knowledge'}          | ${'knowledgeDir'}       | ${'/data/knowledge'}
    ${'KNOWLEDGE_DIR'}       | ${'other'}                    | ${'knowledgeDir'}       | ${'/srv/bot/other'}
    ${'PRESS_DESK_CHANNEL'}  | ${'C0123456789'}              | ${'deskChannel'}        | ${'C0123456789'}
    ${'PRESS_DESK_CHANNEL'}  | ${' G01AB23CD '}              | ${'deskChannel'}        | ${'G01AB23CD'}
    ${'PRESS_DESK_CHANNEL'}  | ${''}                         | ${'deskChannel'}        | ${undefined}
    ${'DATA_DIR'}            | ${'/var/desk'}                | ${'store.dataDir'}      | ${'/var/desk'}
    ${'DATABASE_URL'}        | ${'postgresql://db/press'}    | ${'store.databaseUrl'}  | ${'postgresql://db/press'}
    ${'KEEP_QUESTIONS_DAYS'} | ${'0'}                        | ${'keepDays.questions'} | ${0}
    ${'KEEP_PEOPLE_DAYS'}    | ${'forever'}                  | ${'keepDays.people'}    | ${undefined}
  `('reads $name=“$value” as $becomes', ({ name, value, field, becomes }) => {
    const config = configOf({ ...HTTP, [name]: value });
    const read = { ...config, ...config.slack };
    if (becomes === undefined) expect(read).not.toHaveProperty(field);
    else expect(read).toHaveProperty(field, becomes);
  });
});

describe('a configuration with mistakes', () => {
  it.each`
    name                      | value                        | says
    ${'SLACK_BOT_TOKEN'}      | ${''}                        | ${'is missing'}
    ${'SLACK_BOT_TOKEN'}      | ${'xoxp-secret'}             | ${'does not begin with xoxb-'}
    ${'SLACK_APP_TOKEN'}      | ${'xoxb-secret'}             | ${'does not begin with xapp-'}
    ${'SLACK_SIGNING_SECRET'} | ${'  '}                      | ${'is missing'}
    ${'PORT'}                 | ${'65536'}                   | ${'0 to 65535'}
    ${'PORT'}                 | ${'-1'}                      | ${'0 to 65535'}
    ${'PORT'}                 | ${'80.5'}                    | ${'0 to 65535'}
    ${'HEALTH_PORT'}          | ${'http'}                    | ${'0 to 65535'}
    ${'SLACK_API_URL'}        | ${'slack.com/api'}           | ${'not an http or https address'}
    ${'SLACK_API_URL'}        | ${'ftp://x/api'}             | ${'not an http or https address'}
    ${'SLACK_API_URL'}        | ${'http://x/?a=1'}           | ${'more than a path'}
    ${'LOG_LEVEL'}            | ${'loud'}                    | ${'error, warn, info, debug'}
    ${'PRESS_DESK_CHANNEL'}   | ${'#press-desk'}             | ${'no id of a channel'}
    ${'PRESS_DESK_CHANNEL'}   | ${'D0123456789'}             | ${'no id of a channel'}
    ${'DATABASE_URL'}         | ${'mysql://secret@db/press'} | ${'no address of a PostgreSQL'}
    ${'KEEP_ENQUIRIES_DAYS'}  | ${'a year'}                  | ${'neither a number of days nor forever'}
    ${'DATABASE_URL'}         | ${'my://secret@x'}           | ${'no address of a PostgreSQL'}
  `('says of $name=“$value” that it $says, with an example', ({ name, value, says }) => {
    const problems = problemsOf({ ...HTTP, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .*${says}.*; it looks like \\S+`));
    expect(problems[0]).not.toContain('secret');
  });

  it('tells all of them at once', () => {
    const problems = problemsOf({
      PORT: 'x',
      HEALTH_PORT: 'x',
      SLACK_API_URL: 'x',
      LOG_LEVEL: 'x',
    });
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'PORT',
      'SLACK_SIGNING_SECRET',
      'HEALTH_PORT',
      'SLACK_API_URL',
      'LOG_LEVEL',
    ]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#?([A-Z_]+)=(.+)$/gm)];

  it('has every variable that is read, and no other', () => {
    expect(named.map((match) => match[1])).toEqual([...VARIABLES]);
  });

  it('has examples that are right', () => {
    const env = Object.fromEntries(named.map((match) => [match[1] ?? '', match[2] ?? '']));
    expect(problemsOf(env)).toEqual([]);
  });
});

describe('where the desk keeps what it has', () => {
  it('is a folder beside the package where nothing is said', () => {
    expect(storeConfigOf({ DATA_DIR: ' ', DATABASE_URL: '' }, '/srv/bot')).toEqual({
      dataDir: '/srv/bot/data',
    });
  });

  it('is another folder, or a PostgreSQL', () => {
    const databaseUrl = 'postgres://press@db.example.org/press';
    expect(
      storeConfigOf({ DATA_DIR: '/var/desk', DATABASE_URL: ` ${databaseUrl} ` }, '/srv/bot'),
    ).toEqual({ dataDir: '/var/desk', databaseUrl });
  });
});
