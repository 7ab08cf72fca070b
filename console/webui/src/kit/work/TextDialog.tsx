import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog';
import { SaveProblem } from '../SaveProblem';

interface Props {
  title: string;
  label: string;
  hint?: string;
  submit: string;
  pending: boolean;
  /** Whether nothing can be sent, whatever is written. */
  blocked?: boolean;
  error: Error | null;
  /** `overwrite`: also over what somebody else changed in the meantime. */
  onSubmit: (text: string, overwrite: boolean) => void;
  onClose: () => void;
  /** What the field says at first. */
  initial?: string;
  /** What is said most often, to be taken by a click. */
  usual?: readonly string[];
  /** Whether nothing may be said, too. */
  optional?: boolean;
  /** What stands above the field. */
  children?: ReactNode;
}

const MOST = 2_000;

/** Asks for some words: a comment, a reason, an answer. Ctrl or ⌘ with Enter sends them. */
export function TextDialog(props: Props) {
  const {
    title,
    label,
    hint,
    submit,
    pending,
    blocked = false,
    error,
    onSubmit,
    onClose,
    initial = '',
    usual,
    optional = false,
  } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const ready = (optional || text.trim() !== '') && !pending && !blocked;
  function send(overwrite: boolean): void {
    if (ready) {
      onSubmit(text.trim(), overwrite);
    }
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="sm">
        {props.children}
        {usual !== undefined && (
          <Group gap="xs">
            {usual.map((words) => (
              <Button key={words} size="compact-xs" variant="default" onClick={() => setText(words)}>
                {words}
              </Button>
            ))}
          </Group>
        )}
        <Textarea
          data-autofocus
          label={label}
          description={hint}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={MOST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
              send(false);
            }
          }}
        />
        <SaveProblem act error={error} pending={pending} onReload={onClose} onOverwrite={() => send(true)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
          <Button onClick={() => send(false)} disabled={!ready} loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
