import { Popover } from '@mantine/core';
import { cloneElement, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '@/i18n';
import { giveBack, type LateButton } from '@/kit/late/Late';
import { SkeletonRows } from '@/kit/states';

const BellList = lazy(() => withWords(import('./BellList'), 'inbox', 'notices'));

/** The newest notifications under the bell: open as soon as it is there. */
export default function BellPanel({ button, unread }: { button: LateButton; unread: number }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const [target, setTarget] = useState<HTMLButtonElement | null>(null);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onClose={() => giveBack(target)}
      position="bottom-start"
      width={400}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{cloneElement(button, { ref: setTarget, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('bell.one')}>
        <Suspense fallback={<SkeletonRows rows={5} height={64} />}>
          <BellList unread={unread} onLeave={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
