import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What it does; shown when the pointer rests on it. */
  label: string;
  /** What it does it to, where several buttons do the same. */
  about?: string | null | undefined;
  size?: 'sm' | 'md';
  className?: string | undefined;
  loading?: boolean;
  disabled?: boolean;
  onClick: () => void;
  /** The icon. */
  children: ReactNode;
}

/** A button that is an icon, with its words for those who do not see or know it. */
export function IconButton({ label, about, size = 'sm', className, loading, disabled, onClick, children }: Props) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={size}
      className={className ?? ''}
      title={disabled === true ? undefined : label}
      aria-label={about == null ? label : `${label}: ${about}`}
      loading={loading === true}
      disabled={disabled === true}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
