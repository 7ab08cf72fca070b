import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, useState, type ReactNode } from 'react';
import { giveBack, type LateButton } from './Late';

interface Props extends Omit<MenuProps, 'children' | 'opened' | 'defaultOpened'> {
  button: LateButton;
  children: ReactNode;
}

/** A menu that is open as soon as it is there; afterwards its button opens and closes it. */
export function OpenMenu({ button, children, ...props }: Props) {
  const [target, setTarget] = useState<HTMLButtonElement | null>(null);
  return (
    <Menu defaultOpened shadow="md" onClose={() => giveBack(target)} {...props}>
      <Menu.Target>{cloneElement(button, { ref: setTarget })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
