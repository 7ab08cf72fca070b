/** The modifier of the palette on this machine. */
export function commandKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl+';
}

/** Whether a key press is meant for a field and not for the screen. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.isComposing ||
    (target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))) ||
    (target instanceof HTMLInputElement && !WITHOUT_TEXT.includes(target.type))
  );
}

/** Fields that letters mean nothing to. */
const WITHOUT_TEXT = ['checkbox', 'radio', 'button', 'submit'];

/** Whether a dialog or a menu is open, to which keys belong then. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
