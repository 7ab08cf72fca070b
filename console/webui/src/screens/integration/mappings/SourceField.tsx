import { MultiSelect, Select } from '@mantine/core';
import type { SourceSchema } from '@/api/types';

const SHOWN = 200;

interface Props {
  label: string;
  source: SourceSchema;
  readOnly: boolean;
}

/** A field of the source, by label or code. */
export function SourceFieldSelect({
  value,
  onChange,
  label,
  source,
  readOnly,
  clearable = false,
  visibleLabel = false,
}: Props & { value: string; onChange: (code: string) => void; clearable?: boolean; visibleLabel?: boolean }) {
  return (
    <Select
      size="sm"
      {...(visibleLabel ? { label } : { 'aria-label': label })}
      searchable
      disabled={readOnly}
      clearable={clearable}
      allowDeselect={false}
      limit={SHOWN}
      data={options(source, [value])}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
    />
  );
}

/** Several fields of the source, in their order. */
export function SourceFieldsSelect({
  value,
  onChange,
  label,
  source,
  readOnly,
}: Props & { value: string[]; onChange: (codes: string[]) => void }) {
  return (
    <MultiSelect
      size="sm"
      aria-label={label}
      searchable
      disabled={readOnly}
      limit={SHOWN}
      data={options(source, value)}
      value={value}
      onChange={onChange}
    />
  );
}

/** What the source has; and what the mapping names although the source does not have it, so that it can be seen. */
function options(source: SourceSchema, chosen: readonly string[]) {
  const known = (source.fields ?? []).filter((field) => field.readable !== false);
  const codes = new Set(known.map((field) => field.code));
  return [
    ...known.map((field) => ({
      value: field.code ?? '',
      label: field.label === field.code ? (field.code ?? '') : `${field.label} (${field.code})`,
    })),
    ...chosen.filter((code) => code !== '' && !codes.has(code)).map((code) => ({ value: code, label: code })),
  ];
}
