import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceSchema, TargetField } from '@/api/types';
import { textOf } from '@/kit/format';
import { sourceOf, wayOf, waysFor, type FieldSource, type Mistake } from './document';
import { SourceEditor } from './SourceEditor';
import integration from '../IntegrationScreen.module.css';
import classes from './MappingEditor.module.css';

const NONE = 'none';

interface Props {
  field: TargetField;
  from: FieldSource | undefined;
  source: SourceSchema;
  mistakes: readonly Mistake[];
  readOnly: boolean;
  onChange: (from: FieldSource | null) => void;
}

/** One field of the target: how it is filled, from what, and what is wrong with that. */
export function FieldRow({ field, from, source, mistakes, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const name = textOf(field);
  const kind = (field.kind ?? 'text') as 'text' | 'whole_number' | 'boolean' | 'date' | 'instant' | 'money' | 'member';
  return (
    <tr className={classes.row ?? ''} data-wrong={mistakes.length > 0}>
      <td>
        <span className={classes.target}>
          <span>
            {name}
            {field.required === true && (
              <span className={classes.required} title={t('integration.form.required')} aria-hidden>
                *
              </span>
            )}
          </span>
          <span className={integration.code}>{field.name}</span>
        </span>
      </td>
      <td>
        <span className={classes.kind}>{t(`integration.mapping.kinds.${kind}`)}</span>
      </td>
      <td>
        <Select
          size="sm"
          aria-label={t('integration.mapping.wayOf', { field: name })}
          allowDeselect={false}
          disabled={readOnly}
          data={[
            { value: NONE, label: t('integration.mapping.ways.none') },
            ...waysFor(field.kind).map((way) => ({ value: way, label: t(`integration.mapping.ways.${way}`) })),
          ]}
          value={from === undefined ? NONE : wayOf(from)}
          onChange={(way) => onChange(way === NONE || way === null ? null : sourceOf(way, field, from))}
        />
      </td>
      <td>
        <div className={classes.source}>
          {from !== undefined && (
            <SourceEditor name={name} from={from} source={source} readOnly={readOnly} onChange={onChange} />
          )}
          {mistakes.length > 0 && (
            <ul className={classes.mistakes}>
              {mistakes.map((mistake) => (
                <li key={`${mistake.pointer}${mistake.code}`}>{textOf(mistake)}</li>
              ))}
            </ul>
          )}
        </div>
      </td>
    </tr>
  );
}
