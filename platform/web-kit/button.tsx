import type { MouseEventHandler, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { Link, type LinkProps } from './link.tsx';

export type ButtonKind = 'primary' | 'second' | 'plain';

const classes: Readonly<Record<ButtonKind, string>> = { primary: 'btn', second: 'btn second', plain: 'btn plain' };

export interface ButtonProps {
  /** One primary per view. */
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** The word shown while the act runs ("Saving"); a second press does nothing meanwhile. Never a disabled button. */
  readonly busy?: string | false | undefined;
  readonly onClick?: MouseEventHandler<HTMLButtonElement> | undefined;
  /** Says more than the visible words, which it must begin with ("Remove Maya Roy"). */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

export function Button({ kind = 'primary', icon, type = 'button', busy, onClick, label, children }: ButtonProps) {
  const press: MouseEventHandler<HTMLButtonElement> = (event) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type={type}
      className={classes[kind]}
      onClick={press}
      aria-label={busy ? undefined : label}
      aria-disabled={busy ? true : undefined}
    >
      {icon && !busy ? <Icon name={icon} /> : null}
      {busy || children}
    </button>
  );
}

/** A link that leads to an act, with the look of a button. */
export function ButtonLink({
  kind = 'primary',
  icon,
  children,
  ...link
}: LinkProps & Pick<ButtonProps, 'kind' | 'icon'>) {
  return (
    <Link {...link} className={classes[kind]}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

/** A file to download, or a page outside the console. */
export function DownloadLink({
  href,
  kind = 'second',
  icon = 'download',
  fileName,
  children,
}: { href: string; fileName?: string; children: ReactNode } & Pick<ButtonProps, 'kind' | 'icon'>) {
  return (
    <a href={href} download={fileName ?? true} className={classes[kind]}>
      <Icon name={icon} />
      {children}
    </a>
  );
}

/** Buttons side by side, wrapping where narrow. */
export function Actions({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`actions ${className}`.trim()}>{children}</div>;
}
