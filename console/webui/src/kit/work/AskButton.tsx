import { IconMessageQuestion } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '@/app/session';
import { IconButton } from '../IconButton';

const AskDialog = lazy(async () => ({ default: (await import('./AskDialog')).AskDialog }));

/** A question to the CSM, from the row that raises it. */
export function AskButton({ customerId, name }: { customerId: string; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const allowed = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  return allowed ? (
    <>
      <IconButton label={t('work.ask')} about={name} onClick={() => setOpen(true)}>
        <IconMessageQuestion size={16} stroke={1.6} />
      </IconButton>
      {open && (
        <Suspense fallback={null}>
          <AskDialog customerId={customerId} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  ) : null;
}
