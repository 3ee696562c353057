import type { JSX } from 'preact';

/** Drawn here, because not every machine has a font with pictures. */
export function ClockIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.5V8l2.5 2" />
    </svg>
  );
}

export function EyeIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M1 8c2.5-5 11.500-5 14 0-2.500 5-11.500 5-14 0z" />
      <circle cx="8" cy="8" r="2" />
    </svg>
  );
}

export function PlaneIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 2.500 14.500 8 2 13.500 3.500 8zM3.500 8H9" />
    </svg>
  );
}

export function CrossIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="m3.500 3.500 9 9m0-9-9 9" />
    </svg>
  );
}
