import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '@/kit/states';
import classes from '@/kit/queue/Detail.module.css';

/** A field for a few words and the button that sends them; Ctrl+Enter does too. Empties itself once they arrived. */
export function WriteField({
  id,
  label,
  submit,
  primary = false,
  busy,
  error,
  onSubmit,
}: {
  id: string;
  label: string;
  submit: string;
  primary?: boolean;
  busy: boolean;
  error: Error | null;
  onSubmit: (text: string, arrived: () => void) => void;
}) {
  const [text, setText] = useState('');
  function send(): void {
    if (text.trim() !== '' && !busy) {
      onSubmit(text.trim(), () => setText(''));
    }
  }
  return (
    <form
      className={classes.write}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        id={id}
        aria-label={label}
        placeholder={label}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') {
            event.currentTarget.blur();
          }
        }}
      />
      {error !== null && <ProblemNotice error={error} />}
      <Button
        type="submit"
        size="xs"
        variant={primary ? 'filled' : 'default'}
        disabled={text.trim() === ''}
        loading={busy}
      >
        {submit}
      </Button>
    </form>
  );
}
