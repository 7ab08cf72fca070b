import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTemplates } from '@/api/queries/notifications';
import { textOf } from '@/kit/format';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { CustomerFilter, OwnerFilter } from '@/kit/filters/People';
import { SearchField } from '@/kit/SearchField';
import { changed, CHANNELS, type DeliverySearch } from './search';
import { DELIVERY_STATES } from './words';

/** What narrows the list of deliveries; all of it is in the address. */
export function DeliveryFilters({
  search,
  onChange,
}: {
  search: DeliverySearch;
  onChange: (search: DeliverySearch) => void;
}) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const set = (change: { [K in keyof DeliverySearch]?: DeliverySearch[K] | undefined }) =>
    onChange(changed(search, change));
  return (
    <>
      <ChoiceFilter
        label={t('inbox.state')}
        any={t('inbox.any')}
        value={search.state}
        options={DELIVERY_STATES.map((state) => ({ value: state, label: t(`notices.state.${state}`) }))}
        onChange={(state) => set({ state })}
      />
      <ChoiceFilter
        label={t('notices.channelLabel')}
        any={t('inbox.any')}
        value={search.channel}
        options={CHANNELS.map((channel) => ({ value: channel, label: t(`notices.channel.${channel}`) }))}
        onChange={(channel) => set({ channel })}
      />
      <ChoiceFilter
        label={t('notices.template')}
        any={t('inbox.any')}
        value={search.templateKey}
        options={(templates.data ?? []).map((template) => ({
          value: template.key ?? '',
          label: textOf({ ja: template.nameJa ?? null, en: template.nameEn ?? null }),
        }))}
        onChange={(templateKey) => set({ templateKey })}
      />
      <OwnerFilter label={t('notices.to')} value={search.memberId} onChange={(memberId) => set({ memberId })} />
      <CustomerFilter value={search.customerId} onChange={(customerId) => set({ customerId })} />
      <SearchField
        label={t('notices.search')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q: q === '' ? undefined : q })}
      />
      {Object.keys(search).length > 0 && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onChange({})}>
          {t('table.clearFilters')}
        </Button>
      )}
    </>
  );
}
