import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { startLanguage } from '@/i18n';
import { Dialog, SideDialog } from './Dialog';

beforeAll(() => startLanguage('ja'));

function Page({ vanishing }: { vanishing: boolean }) {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  return (
    <MantineProvider env="test">
      <main id="content" tabIndex={-1}>
        {!gone && <button aria-label="完了" onClick={() => setOpen(true)} />}
      </main>
      {open && (
        <Dialog
          title="完了にしますか"
          onClose={() => {
            setGone(vanishing);
            setOpen(false);
          }}
        >
          <input data-autofocus aria-label="結果" />
        </Dialog>
      )}
    </MantineProvider>
  );
}

async function openAndClose(): Promise<void> {
  const button = screen.getByRole('button', { name: '完了' });
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('結果')));
  fireEvent.click(screen.getByRole('button', { name: '閉じる' }));
}

test('the focus goes into a dialog and back to where it came from', async () => {
  render(<Page vanishing={false} />);
  await openAndClose();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '完了' })));
});

test('where that is gone, the focus goes to the content', async () => {
  render(<Page vanishing />);
  await openAndClose();
  await waitFor(() => expect(document.activeElement?.id).toBe('content'));
});

test('a dialog beside the page has a button that closes it, too', async () => {
  render(
    <MantineProvider env="test">
      <SideDialog title="連携" onClose={() => undefined}>
        …
      </SideDialog>
    </MantineProvider>,
  );
  expect(await screen.findByRole('button', { name: '閉じる' })).toBeDefined();
});
