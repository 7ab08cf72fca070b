import { Menu, MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { lazy } from 'react';
import { expect, test } from 'vitest';
import { Late, type LateButton } from './Late';
import { OpenMenu } from './OpenMenu';

function Items({ button }: { button: LateButton }) {
  return (
    <OpenMenu button={button}>
      <Menu.Item>完了</Menu.Item>
    </OpenMenu>
  );
}

function page() {
  let asked = 0;
  const load = () => {
    asked += 1;
    return Promise.resolve({ default: Items });
  };
  const LateItems = lazy(load);
  const button = <button type="button">操作</button>;
  render(
    <MantineProvider env="test">
      <Late opens="menu" button={button} load={load}>
        <LateItems button={button} />
      </Late>
    </MantineProvider>,
  );
  return () => asked;
}

test('the menu is there with the first press, and not before', async () => {
  const asked = page();
  const button = screen.getByRole('button', { name: '操作' });
  expect(button.getAttribute('aria-haspopup')).toBe('menu');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(asked()).toBe(0);
  fireEvent.click(button);
  expect(await screen.findByRole('menuitem', { name: '完了' })).toBeDefined();
  expect(screen.getByRole('button', { name: '操作' }).getAttribute('aria-expanded')).toBe('true');
});

test('its code is asked for when the pointer comes near', () => {
  const asked = page();
  fireEvent.pointerEnter(screen.getByRole('button', { name: '操作' }));
  expect(asked()).toBe(1);
  expect(screen.queryByRole('menuitem')).toBeNull();
});

test('whoever leaves the menu is at its button again', async () => {
  page();
  fireEvent.click(screen.getByRole('button', { name: '操作' }));
  const item = await screen.findByRole('menuitem', { name: '完了' });
  item.focus();
  fireEvent.click(item);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '操作' })));
});
