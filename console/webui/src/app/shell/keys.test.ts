import { expect, test } from 'vitest';
import { isTyping } from './keys';

function pressedIn(html: string): KeyboardEvent {
  document.body.innerHTML = html;
  const event = new KeyboardEvent('keydown', { key: 'j', bubbles: true });
  document.body.firstElementChild?.dispatchEvent(event);
  return event;
}

test('letters belong to a field that takes text', () => {
  expect(isTyping(pressedIn('<input type="search">'))).toBe(true);
  expect(isTyping(pressedIn('<textarea></textarea>'))).toBe(true);
});

test('a box that was ticked or a choice that was made leaves the letters to the list', () => {
  expect(isTyping(pressedIn('<input type="checkbox">'))).toBe(false);
  expect(isTyping(pressedIn('<input type="radio">'))).toBe(false);
  expect(isTyping(pressedIn('<button></button>'))).toBe(false);
});
