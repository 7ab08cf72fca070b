import { Drawer, MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLanguage } from '@/i18n';
import { DialogWords } from './DialogWords';

describe('DialogWords', () => {
  beforeAll(() => startLanguage('ja'));

  it('names the button that closes a drawer', async () => {
    render(
      <MantineProvider>
        <DialogWords>
          <Drawer opened onClose={() => undefined} title="連携">
            …
          </Drawer>
        </DialogWords>
      </MantineProvider>,
    );
    expect(await screen.findByRole('button', { name: '閉じる' })).toBeDefined();
  });
});
