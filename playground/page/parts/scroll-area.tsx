import type { ComponentChildren, JSX, RefObject } from 'preact';

interface ScrollAreaProps {
  readonly label: string;
  readonly class: string;
  readonly area?: RefObject<HTMLElement | null>;
  readonly onFocusIn?: (event: FocusEvent) => void;
  readonly onFocusOut?: (event: FocusEvent) => void;
  readonly children: ComponentChildren;
}

/** Something that scrolls: named, and in the order of the keyboard, which could not scroll it else. */
export function ScrollArea({ label, area, children, ...rest }: ScrollAreaProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls only what can have the focus
    <section {...rest} ref={area ?? null} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
