import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceSchema, TargetSchema } from '@/api/types';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { useIntervalWords } from './useIntervalWords';
import { CustomerLinkFields } from './CustomerLinkFields';
import type { MappingDocument, Mistake } from './document';
import { SourceFieldSelect } from './SourceField';
import classes from './MappingEditor.module.css';

const SCHEDULES: readonly string[] = ['PT1M', 'PT5M', 'PT15M', 'PT1H', 'P1D'];

interface Props {
  document: MappingDocument;
  onChange: (document: MappingDocument) => void;
  source: SourceSchema | undefined;
  target: TargetSchema | undefined;
  readOnly: boolean;
  mistakes: readonly Mistake[];
}

/** What belongs to the mapping as a whole: name, rows, customer, time. */
export function MappingSettings({ document, onChange, source, target, readOnly, mistakes }: Props) {
  const { t } = useTranslation();
  const at = (pointer: string) => {
    const found = mistakes.find((mistake) => mistake.pointer?.startsWith(pointer));
    return found === undefined ? null : textOf(found);
  };
  const every = useIntervalWords();
  const schedule = document.schedule ?? 'PT5M';
  const schedules = SCHEDULES.includes(schedule) ? SCHEDULES : [schedule, ...SCHEDULES];
  return (
    <Section title={t('integration.mapping.settings')}>
      <div className={classes.settings}>
        <TextInput
          label={t('integration.mapping.name')}
          withAsterisk
          disabled={readOnly}
          value={document.name}
          error={at('/name')}
          onChange={(event) => onChange({ ...document, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('integration.mapping.source')}
          value={`${document.connection} · ${source?.label ?? document.object}`}
          readOnly
          error={at('/object') ?? at('/connection')}
        />
        <TextInput label={t('integration.mapping.dataset')} value={textOf(target)} readOnly />
        {source !== undefined && document.dataset !== 'customer' && (
          <CustomerLinkFields
            link={document.customerLink}
            source={source}
            readOnly={readOnly}
            error={at('/customerLink')}
            onChange={(customerLink) => onChange({ ...document, customerLink })}
          />
        )}
        <TextInput
          label={t('integration.mapping.filter')}
          description={t('integration.mapping.filterHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={readOnly}
          value={document.filter ?? ''}
          error={at('/filter')}
          onChange={(event) => onChange(withText(document, 'filter', event.currentTarget.value))}
        />
        {source !== undefined && (
          <SourceFieldSelect
            visibleLabel
            clearable
            label={t('integration.mapping.effectiveDate')}
            source={{
              ...source,
              fields: source.fields?.filter((field) => field.kind === 'day' || field.kind === 'moment') ?? [],
            }}
            readOnly={readOnly}
            value={document.effectiveDate ?? ''}
            onChange={(code) => onChange(withText(document, 'effectiveDate', code))}
          />
        )}
        <Select
          label={t('integration.mapping.schedule')}
          disabled={readOnly}
          allowDeselect={false}
          data={schedules.map((each) => ({
            value: each,
            label: every(each),
          }))}
          value={schedule}
          error={at('/schedule')}
          onChange={(chosen) => onChange({ ...document, schedule: chosen ?? schedule })}
        />
        <Select
          label={t('integration.mapping.deletePolicy')}
          disabled={readOnly}
          allowDeselect={false}
          data={(['remove', 'keep'] as const).map((policy) => ({
            value: policy,
            label: t(`integration.mapping.deletePolicies.${policy}`),
          }))}
          value={document.deletePolicy ?? 'remove'}
          onChange={(policy) => onChange({ ...document, deletePolicy: policy ?? 'remove' })}
        />
        {target?.fields
          ?.filter((field) => field.exclusiveEnd === true)
          .map((field) => (
            <Select
              key={field.name}
              label={t('integration.mapping.lastDay', { field: textOf(field) })}
              disabled={readOnly}
              allowDeselect={false}
              data={(['last-day', 'first-day-after'] as const).map((rule) => ({
                value: rule,
                label: t(`integration.mapping.lastDays.${rule}`),
              }))}
              value={document.lastDayRules?.[field.name ?? ''] ?? 'last-day'}
              onChange={(rule) =>
                onChange({
                  ...document,
                  lastDayRules: { ...document.lastDayRules, [field.name ?? '']: rule ?? 'last-day' },
                })
              }
            />
          ))}
      </div>
    </Section>
  );
}

function withText(document: MappingDocument, name: 'filter' | 'effectiveDate', text: string): MappingDocument {
  const { [name]: _, ...rest } = document;
  return text === '' ? rest : { ...rest, [name]: text };
}
