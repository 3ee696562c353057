import type { JSX } from 'preact';
import { Disclosure } from '../parts/disclosure.tsx';
import { ClockIcon } from '../parts/icons.tsx';
import { usePlay } from '../state/play.ts';
import { ClockPanel, useClockWords } from './clock-panel.tsx';
import { PageLink } from './page-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Above everything: the clock, the faults, how the app is connected, the other page. */
export function TopBar(): JSX.Element {
  const { world, route } = usePlay();
  const clock = useClockWords();
  const faults = world.faults.filter(({ on }) => on).length;
  return (
    <header class="top-bar">
      <h1>Playground</h1>
      <Disclosure
        label={
          <>
            <ClockIcon />
            <span class="unseen">Clock: </span>
            <span class={world.clock.setTo === null ? '' : 'set'}>{clock}</span>
          </>
        }
      >
        <ClockPanel />
      </Disclosure>
      <Disclosure label={faults === 0 ? 'Faults' : `Faults (${faults} on)`}>
        <Faults />
      </Disclosure>
      {route.page === 'knowledge' ? (
        <PageLink page="chat">Back to the chat</PageLink>
      ) : (
        <PageLink page="knowledge">Knowledge</PageLink>
      )}
      <ThemeSwitch />
      <p class="transport">
        {world.transport === 'http' ? 'Connected over HTTP' : 'Connected by Socket Mode'}
      </p>
    </header>
  );
}

function Faults(): JSX.Element {
  const { world, act } = usePlay();
  return (
    <fieldset class="faults">
      <legend>What Slack is made to do wrong</legend>
      {world.faults.map(({ id, label, on }) => (
        <label key={id} class="option">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) =>
              void act({ kind: 'set-fault', id, on: event.currentTarget.checked })
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
