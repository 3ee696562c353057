import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpCarrier } from '../local-slack/carriers.ts';
import { type LocalSlack, startLocalSlack } from '../local-slack/local-slack.ts';
import { SECRETS } from '../local-slack/names.ts';
import { createSender, type Sender, type Sent } from '../local-slack/sender.ts';
import { benchBase } from './bases.ts';
import { type Child, freePort, startServer } from './child.ts';
import { quantile } from './quantile.ts';

/** Milliseconds from sending a command. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

export interface Acknowledgements {
  readonly requests: number;
  /** A Bolt app that does nothing but acknowledge. */
  readonly bareAck: Times;
  readonly ourAck: Times;
  /** Until the whole answer has arrived at the command's `response_url`. */
  readonly ourAnswer: Times;
}

const REQUESTS = 300;
const WARM_UP = 50;

/**
 * Sends the same signed slash commands to the real process and to a bare Bolt app, by turns and one
 * at a time, each on a connection of its own, over the loopback.
 */
export async function measureAcknowledgements(): Promise<Acknowledgements> {
  const slack = await startLocalSlack();
  const [ourPort, barePort] = [await freePort(), await freePort()];
  const running: Child[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    running.push(
      await startServer('src/main.ts', await variablesOf(slack, ourPort, dataDir), isServing),
    );
    const bareVariables = await variablesOf(slack, barePort, dataDir);
    running.push(await startServer('bench/bare-bolt.ts', bareVariables, isServing));
    const people = (port: number) => createSender(slack, createHttpCarrier(port, slack.journal));
    return await alternate(slack, people(ourPort), people(barePort));
  } finally {
    await Promise.all(running.map((child) => child.stop()));
    await slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isServing(output: string): boolean {
  return /^ready$|"msg":"Ready"/m.test(output);
}

async function variablesOf(
  slack: LocalSlack,
  port: number,
  dataDir: string,
): Promise<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    SLACK_APP_TOKEN: '',
    SLACK_API_URL: slack.apiUrl,
    KNOWLEDGE_DIR: '',
    PRESS_DESK_CHANNEL: '',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: 'info',
    PORT: String(port),
    HEALTH_PORT: String(await freePort()),
  };
}

async function alternate(slack: LocalSlack, ours: Sender, bare: Sender): Promise<Acknowledgements> {
  const { questions } = benchBase('real');
  const times = { bareAck: [] as number[], ourAck: [] as number[], ourAnswer: [] as number[] };
  for (let turn = 0; turn < WARM_UP + REQUESTS; turn += 1) {
    const text = questions[turn % questions.length]?.text ?? '';
    const askBare = async () => {
      times.bareAck.push(await acknowledged(command(slack, bare, text)));
    };
    const askOurs = async () => {
      const started = performance.now();
      const sent = command(slack, ours, text);
      const answered = sent.nextResponse().then(() => performance.now() - started);
      times.ourAck.push(await acknowledged(sent));
      times.ourAnswer.push(await answered);
    };
    for (const next of turn % 2 === 0 ? [askBare, askOurs] : [askOurs, askBare]) await next();
    slack.reset();
  }
  const measured = (all: readonly number[]): Times => {
    const warm = all.slice(WARM_UP);
    return { median: quantile(warm, 0.5), p95: quantile(warm, 0.95) };
  };
  return {
    requests: REQUESTS,
    bareAck: measured(times.bareAck),
    ourAck: measured(times.ourAck),
    ourAnswer: measured(times.ourAnswer),
  };
}

function command(slack: LocalSlack, people: Sender, text: string): Sent {
  return people.slash(slack.workspace.visitor(), text);
}

async function acknowledged(sent: Sent): Promise<number> {
  const { acked, status, afterMs } = await sent.receipt;
  if (!acked) throw new Error(`a command was not acknowledged: status ${status}`);
  return afterMs;
}
