import { type ButtonHTMLAttributes, useRef } from 'react';
import styles from './controls.module.css';
import { placeBeside } from './floating.ts';
import { Icon, type IconName } from './icons.tsx';

/**
 * A button that is a picture: its name is spoken, and shown when it is hovered or focused (Escape hides it).
 *
 *     <IconButton icon="play" label="Play" onClick={play} />
 *     <IconButton icon="pin" label="Pin this run" pressed={pinned} onClick={togglePin} />
 */
export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName;
  readonly label: string;
  /** For buttons that stay down. */
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, pressed, className, ...rest }: IconButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const show = () => {
    if (!tip.current || !button.current || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    placeBeside(tip.current, button.current, 'center');
  };
  const hide = () => {
    // It may have gone from the page while the pointer was on it.
    if (tip.current?.isConnected && tip.current.matches(':popover-open')) tip.current.hidePopover();
  };
  return (
    <>
      <button
        type="button"
        {...rest}
        ref={button}
        className={[styles.iconButton, className].filter(Boolean).join(' ')}
        aria-label={label}
        aria-pressed={pressed}
        onPointerEnter={(event) => event.pointerType !== 'touch' && show()}
        onPointerLeave={hide}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
          rest.onKeyDown?.(event);
        }}
      >
        <Icon name={icon} />
      </button>
      {/* The name is the button's own already; the tip only shows it. */}
      <span ref={tip} className={styles.tip} popover="manual" aria-hidden="true">
        {label}
      </span>
    </>
  );
}
