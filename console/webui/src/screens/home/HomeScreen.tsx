import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useSession, works } from '@/app/session';
import { withWords } from '@/i18n';
import { PageFrame } from '@/kit/PageFrame';
import { place } from '@/kit/format';
import { CsmHome } from './CsmHome';
import { Places } from './Places';

const FirstRunNotice = lazy(async () => ({
  default: (await withWords(import('../welcome/FirstRunNotice'), 'welcome')).FirstRunNotice,
}));

/** The first screen: what changed, whom to call, what to do. */
export function HomeScreen() {
  const { t } = useTranslation();
  const { person, roles } = useSession();
  const title = t(greetingAt(new Date()), { name: person.name });
  const leads = useHasRole('admin', 'integrator');
  return (
    <>
      {leads && (
        <Suspense fallback={null}>
          <FirstRunNotice />
        </Suspense>
      )}
      {works(roles) ? (
        <CsmHome title={title} />
      ) : (
        <PageFrame title={title}>
          <Places />
        </PageFrame>
      )}
    </>
  );
}

/** What people say to each other at this hour where the workspace is. */
function greetingAt(now: Date): 'home.greetingMorning' | 'home.greetingDay' | 'home.greetingEvening' {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: place.zone }).format(now),
  );
  if (hour >= 5 && hour < 11) {
    return 'home.greetingMorning';
  }
  return hour >= 11 && hour < 17 ? 'home.greetingDay' : 'home.greetingEvening';
}
