import { useTranslation } from 'react-i18next';
import type { CustomerSearch, SearchChange } from '@/api/customerSearch';
import { useWorkspace } from '@/api/queries/directory';
import { useSession } from '@/app/session';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { formatMoney } from '@/kit/format';
import { useMoneyUnit } from '@/kit/moneyUnit';

interface Props {
  search: CustomerSearch;
  onChange: (changed: SearchChange) => void;
}

/** In minor units: yen, or cents. */
const STEPS = [50_000, 100_000, 300_000, 500_000, 1_000_000];

/** Customers that bring in at least so much a month. */
export function MrrFilter({ search, onChange }: Props) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { workspaceId } = useSession();
  // The list compares amounts in the currency of the workspace.
  const currency = useWorkspace(workspaceId).data?.currency ?? 'JPY';
  // An amount that came with a link or a saved view is a choice too.
  const { mrrFrom } = search;
  const steps = mrrFrom === undefined || STEPS.includes(mrrFrom) ? STEPS : [mrrFrom, ...STEPS];
  const words = (minor: number) => t('customers.mrrFrom', { amount: formatMoney({ minor, currency }, unit) });
  return (
    <ChoiceFilter
      label={t('customers.mrr')}
      any={t('customers.anyDate')}
      value={search.mrrFrom === undefined ? undefined : String(search.mrrFrom)}
      options={steps.map((minor) => ({ value: String(minor), label: words(minor) }))}
      onChange={(from) => onChange({ mrrFrom: from === undefined ? undefined : Number(from) })}
    />
  );
}
