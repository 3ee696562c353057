import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { usePopup } from './use-popup.ts';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
}

interface MenuButtonProps {
  readonly class: string;
  /** What the menu is for, where `content` alone does not say. */
  readonly name: string;
  readonly content: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly disabled?: boolean;
  readonly onChoose: (key: string) => void;
}

/** A button that opens a menu: arrows, Home, End and first letters move, Enter chooses. */
export function MenuButton(props: MenuButtonProps): JSX.Element {
  const { root, opener, open, setOpen } = usePopup<HTMLDivElement>();
  const id = useId();
  const label = props.content === props.name ? props.name : `${props.name}: ${props.content}`;
  return (
    <div class="menu-root" ref={root}>
      <button
        ref={opener}
        type="button"
        class={props.class}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={
          typeof props.content === 'string' && /\w/.test(props.content) ? label : props.name
        }
        disabled={props.disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {props.content}
      </button>
      {open && (
        <Menu
          id={id}
          name={props.name}
          items={props.items}
          onChoose={(key) => {
            setOpen(false);
            opener.current?.focus();
            props.onChoose(key);
          }}
        />
      )}
    </div>
  );
}

interface MenuProps extends Pick<MenuButtonProps, 'name' | 'items' | 'onChoose'> {
  readonly id: string;
}

function Menu({ id, name, items, onChoose }: MenuProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    itemsIn(list.current)[0]?.focus();
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={list}
      id={id}
      class="menu"
      role="menu"
      aria-label={name}
      tabIndex={-1}
      onKeyDown={(event) => {
        const target = moved(itemsIn(event.currentTarget), event.key);
        if (target === undefined) return;
        event.preventDefault();
        target.focus();
      }}
    >
      {items.map(({ key, label, description }) => (
        <button key={key} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(key)}>
          {label}
          {description && <small>{description}</small>}
        </button>
      ))}
    </div>
  );
}

function itemsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** The item that a key leads to, from the one that has the focus. */
function moved(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.findIndex((item) => item.matches(':focus'));
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return turned.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
