import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import { formatDate, formatMoney, formatNumber, formatTime, type Amount } from '@/kit/format';
import classes from './fields.module.css';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Ends are kept as the first day after; people mean the last day. */
const EXCLUSIVE_ENDS = ['endDate'];

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A value of a fact as people read it. */
function valueText(field: string, value: unknown, t: TFunction): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'boolean') {
    return t(value ? 'customer.yes' : 'customer.no');
  }
  if (typeof value === 'number') {
    return formatNumber(value, 4);
  }
  if (typeof value === 'object') {
    return 'minor' in value ? formatMoney(value as Amount) : JSON.stringify(value);
  }
  if (typeof value !== 'string') {
    return '';
  }
  const text = value;
  if (DATE.test(text)) {
    return formatDate(EXCLUSIVE_ENDS.includes(field) ? dayBefore(text) : text);
  }
  return INSTANT.test(text) ? formatTime(text) : text;
}

/** The fields of a source record: what they are called and what they say. */
export function FieldValues({ values }: { values: Record<string, unknown> | null | undefined }) {
  const { t, i18n } = useTranslation();
  const members = useMembers();
  return (
    <dl className={classes.fields}>
      {Object.entries(values ?? {}).map(([field, value]) => (
        <div key={field} className={classes.field}>
          <dt>
            {i18n.exists(`customer.field.${field}`) ? t(`customer.field.${field}` as 'customer.field.name') : field}
          </dt>
          <dd>
            {field === 'ownerMemberId' ? (members.data?.get(value as string)?.name ?? '') : valueText(field, value, t)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
