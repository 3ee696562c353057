import type { IncomingMessage } from 'node:http';
import type { Act, ActAnswer, Happening, KnowledgePage, Why } from '../protocol.ts';
import type { Refusal } from './guards.ts';
import { readAct } from './read-act.ts';

/** What the page shows and does; the server only carries it. */
export interface Play {
  readonly page: { readonly html: string; readonly js: string; readonly css: string };
  /** Who looks: the first person where nobody, or nobody known, was named. */
  viewer(as: string | null): string;
  snapshot(as: string): Happening;
  act(as: string, act: Act): Promise<ActAnswer>;
  /** In a sentence where there is nothing to tell. */
  why(channel: string, ts: string): Why | string;
  knowledge(): KnowledgePage;
}

/** What a request gets. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Answers everything but `/live`. */
export async function answerTo(play: Play, url: URL, request: IncomingMessage): Promise<Answer> {
  if (request.method === 'POST') return actAnswer(play, url, request);
  const { pathname, searchParams } = url;
  switch (pathname) {
    case '/':
    case '/knowledge':
      return { status: 200, type: 'text/html', text: play.page.html };
    case '/page.js':
      return { status: 200, type: 'text/javascript', text: play.page.js };
    case '/page.css':
      return { status: 200, type: 'text/css', text: play.page.css };
    case '/why':
      return whyAnswer(play, searchParams);
    case '/knowledge.json':
      return json(200, play.knowledge());
    default:
      return NOT_HERE;
  }
}

/** A refusal in the shape of an `ActAnswer`, whatever was asked for. */
export function problemAnswer({ status, problem }: Refusal): Answer {
  return json(status, { ok: false, problem });
}

const NOT_HERE = problemAnswer({ status: 404, problem: 'There is nothing at this address.' });

async function actAnswer(play: Play, url: URL, request: IncomingMessage): Promise<Answer> {
  if (url.pathname !== '/act') return NOT_HERE;
  const read = await readAct(request);
  if ('problem' in read) return problemAnswer(read);
  return json(200, await play.act(read.as, read.act));
}

function whyAnswer(play: Play, asked: URLSearchParams): Answer {
  const why = play.why(asked.get('channel') ?? '', asked.get('ts') ?? '');
  return typeof why === 'string' ? problemAnswer({ status: 404, problem: why }) : json(200, why);
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', text: JSON.stringify(value) };
}
