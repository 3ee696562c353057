import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import { dayInWords, instantOf, localFieldOf, timeInWords } from '../text/london.ts';

const LOOK_MS = 5000;

/** The time as at which the bot answers; the real one goes on by itself. */
export function useClockWords(): string {
  const { clock } = usePlay().world;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  if (clock.setTo !== null) return clock.words;
  return `Real time, ${dayInWords(now)}, ${timeInWords(now)}`;
}

/** Real time, any instant, or one of the cases. */
export function ClockPanel(): JSX.Element {
  const { world, act } = usePlay();
  const { clock } = world;
  const [field, setField] = useState(() => localFieldOf(clock.setTo ?? Date.now()));
  const set = (at: number | null): void => {
    void act({ kind: 'set-clock', at });
    if (at !== null) setField(localFieldOf(at));
  };
  const typed = instantOf(field);
  return (
    <div class="clock">
      <h2>The bot answers as at</h2>
      <p role="status">{clock.setTo === null ? 'Real time' : clock.words}</p>
      <button type="button" class="button" onClick={() => set(null)}>
        Real time
      </button>
      <ul class="cases">
        {clock.cases.map(({ id, label, at }) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              aria-pressed={clock.setTo === at}
              onClick={() => set(at)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== undefined) set(typed);
        }}
      >
        <label for="clock-field">Any time, in London</label>
        <input
          id="clock-field"
          class="field"
          type="datetime-local"
          value={field}
          onInput={(event) => setField(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" disabled={typed === undefined}>
          Set the clock
        </button>
      </form>
    </div>
  );
}
