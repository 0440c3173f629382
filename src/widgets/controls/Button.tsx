import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './controls.module.css';
import { Icon, type IconName } from './icons.tsx';

/**
 * A button with words; `primary` at most once on a screen, `quiet` for what stands beside other things.
 *
 *     <Button kind="primary" onClick={run}>Run</Button>
 *     <Button icon="fault" onClick={inject}>Inject</Button>
 */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-kind={kind}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}
