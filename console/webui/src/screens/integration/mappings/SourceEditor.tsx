import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceSchema } from '@/api/types';
import type { FieldSource } from './document';
import { SourceFieldSelect, SourceFieldsSelect } from './SourceField';
import { ValueMapEditor } from './ValueMapEditor';
import classes from './MappingEditor.module.css';

const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;

interface Props {
  /** What the target field is called. */
  name: string;
  from: FieldSource;
  source: SourceSchema;
  readOnly: boolean;
  onChange: (from: FieldSource) => void;
}

/** The particulars of one way to fill a field. */
export function SourceEditor({ name, from, source, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const label = t('integration.mapping.fromOf', { field: name });
  const shared = { source, readOnly, label };
  if ('copy' in from) {
    return <SourceFieldSelect {...shared} value={from.copy} onChange={(copy) => onChange({ copy })} />;
  }
  if ('constant' in from) {
    return (
      <TextInput
        aria-label={label}
        disabled={readOnly}
        value={from.constant}
        onChange={(event) => onChange({ constant: event.currentTarget.value })}
      />
    );
  }
  if ('firstNonEmpty' in from) {
    return (
      <SourceFieldsSelect
        {...shared}
        value={from.firstNonEmpty}
        onChange={(firstNonEmpty) => onChange({ firstNonEmpty })}
      />
    );
  }
  if ('join' in from) {
    return (
      <div className={classes.inline}>
        <div className={classes.grow}>
          <SourceFieldsSelect
            {...shared}
            value={from.join.fields}
            onChange={(fields) => onChange({ join: { ...from.join, fields } })}
          />
        </div>
        <TextInput
          w={110}
          aria-label={t('integration.mapping.separatorOf', { field: name })}
          placeholder={t('integration.mapping.separator')}
          disabled={readOnly}
          value={from.join.separator}
          onChange={(event) => onChange({ join: { ...from.join, separator: event.currentTarget.value } })}
        />
      </div>
    );
  }
  if ('convert' in from) {
    const dated = from.convert.as === 'date' || from.convert.as === 'instant';
    return (
      <div className={classes.inline}>
        <div className={classes.grow}>
          <SourceFieldSelect
            {...shared}
            value={from.convert.field}
            onChange={(field) => onChange({ convert: { ...from.convert, field } })}
          />
        </div>
        {dated && (
          <TextInput
            w={150}
            aria-label={t('integration.mapping.patternOf', { field: name })}
            placeholder={t('integration.mapping.pattern')}
            disabled={readOnly}
            value={from.convert.pattern ?? ''}
            onChange={(event) =>
              onChange({
                convert: { ...omitting(from.convert, 'pattern'), ...texts('pattern', event.currentTarget.value) },
              })
            }
          />
        )}
      </div>
    );
  }
  if ('money' in from) {
    return (
      <div className={classes.inline}>
        <div className={classes.grow}>
          <SourceFieldSelect
            {...shared}
            value={from.money.field}
            onChange={(field) => onChange({ money: { ...from.money, field } })}
          />
        </div>
        <Select
          w={130}
          aria-label={t('integration.mapping.perOf', { field: name })}
          disabled={readOnly}
          allowDeselect={false}
          data={PERIODS.map((per) => ({ value: per, label: t(`integration.mapping.per.${per}`) }))}
          value={from.money.per}
          onChange={(per) => onChange({ money: { ...from.money, per: per ?? 'month' } })}
        />
        <TextInput
          w={110}
          aria-label={t('integration.mapping.currencyOf', { field: name })}
          placeholder={t('integration.mapping.currency')}
          disabled={readOnly}
          value={from.money.currency ?? ''}
          onChange={(event) =>
            onChange({
              money: {
                ...omitting(from.money, 'currency'),
                ...texts('currency', event.currentTarget.value.toUpperCase()),
              },
            })
          }
        />
      </div>
    );
  }
  if ('valueMap' in from) {
    return (
      <ValueMapEditor {...shared} name={name} value={from.valueMap} onChange={(valueMap) => onChange({ valueMap })} />
    );
  }
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={1}
      disabled={readOnly}
      value={from.cel}
      spellCheck={false}
      onChange={(event) => onChange({ cel: event.currentTarget.value })}
    />
  );
}

/** A text by its name; nothing when it is empty. */
function texts<Name extends string>(name: Name, text: string): { [K in Name]?: string } {
  return (text === '' ? {} : { [name]: text }) as { [K in Name]?: string };
}

function omitting<T extends object, K extends keyof T>(object: T, name: K): Omit<T, K> {
  const { [name]: _, ...rest } = object;
  return rest;
}
