/**
 * Controls on native elements: range, number, checkbox, radio, select, dialog, details and the popover API. They
 * cost no library, are accessible by platform, and work with touch, keyboard and screen reader from the start;
 * what is added here is only their look, the finer steps and the words for refused values.
 */
export type { Adjustable, Intent, StepSize } from './adjust.ts';
export { Button, type ButtonProps } from './Button.tsx';
export { ChoiceControl, type ChoiceControlProps } from './ChoiceControl.tsx';
export { CopyField, type CopyFieldProps } from './CopyField.tsx';
export { Dialog, type DialogProps } from './Dialog.tsx';
export { Disclosure, type DisclosureProps } from './Disclosure.tsx';
export { FileButton, type FileButtonProps } from './FileButton.tsx';
export { IconButton, type IconButtonProps } from './IconButton.tsx';
export { Icon, type IconName } from './icons.tsx';
export { Menu, type MenuProps } from './Menu.tsx';
export { NumberControl, type NumberControlProps } from './NumberControl.tsx';
export { ScrollBox, type ScrollBoxProps } from './ScrollBox.tsx';
export { SeedField, type SeedFieldProps } from './SeedField.tsx';
export { saveFile, saveText, today } from './saveFile.ts';
export { ToggleControl, type ToggleControlProps } from './ToggleControl.tsx';
