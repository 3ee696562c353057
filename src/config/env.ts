import { config as loadDotenv } from 'dotenv';

/** The environment as it is read: a name that isn't set has no value. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * This and {@link readOwnEnv} are the only readers of the environment. A file `.env` in the working
 * folder fills in what the environment itself doesn't set; a missing file is no mistake.
 */
export function readEnv(): Env {
  // Without `quiet` dotenv prints a line of its own, which would not be JSON like the rest of the log.
  loadDotenv({ quiet: true });
  return { ...process.env };
}

/** The environment itself, without `.env`: for what must not meet a developer's credentials. */
export function readOwnEnv(): Env {
  return { ...process.env };
}
