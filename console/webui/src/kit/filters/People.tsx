import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer, useCustomerSearch } from '@/api/queries/customers';
import { useMembers } from '@/api/queries/directory';
import { PickFilter } from './PickFilter';

const TYPING_MILLIS = 150;

interface Props {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Only what one member has. */
export function OwnerFilter({ value, onChange, label }: Props & { label: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const members = useMembers();
  return (
    <PickFilter
      label={label}
      any={t('inbox.any')}
      shown={value === undefined ? undefined : (members.data?.get(value)?.name ?? '…')}
      placeholder={t('inbox.memberSearch')}
      options={useMemberOptions(text)}
      onSearch={setText}
      onChange={onChange}
    />
  );
}

/** Only what concerns one customer. */
export function CustomerFilter({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), TYPING_MILLIS);
  const found = useCustomerSearch(searched);
  return (
    <PickFilter
      label={t('inbox.customer')}
      any={t('inbox.any')}
      shown={value === undefined ? undefined : <CustomerName id={value} />}
      placeholder={t('customers.search')}
      options={
        searched === ''
          ? []
          : (found.data ?? []).map((customer) => ({ value: customer.customerId ?? '', label: customer.name ?? '' }))
      }
      onSearch={setText}
      onChange={onChange}
    />
  );
}

function CustomerName({ id }: { id: string }) {
  const customer = useCustomer(id);
  return <>{customer.data?.name ?? '…'}</>;
}

/** Members that can be chosen, by part of their name. */
export function useMemberOptions(text: string): { value: string; label: string }[] {
  const members = useMembers();
  return [...(members.data?.values() ?? [])]
    .filter((member) => member.active === true && (member.name ?? '').toLowerCase().includes(text.trim().toLowerCase()))
    .map((member) => ({ value: member.id ?? '', label: member.name ?? '' }));
}
