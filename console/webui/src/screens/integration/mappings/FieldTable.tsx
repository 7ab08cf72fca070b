import { useTranslation } from 'react-i18next';
import type { SourceSchema, TargetSchema } from '@/api/types';
import { withSource, type MappingDocument, type Mistake } from './document';
import { FieldRow } from './FieldRow';
import classes from './MappingEditor.module.css';

interface Props {
  document: MappingDocument;
  onChange: (document: MappingDocument) => void;
  target: TargetSchema;
  source: SourceSchema;
  mistakes: ReadonlyMap<string, Mistake[]>;
  readOnly: boolean;
  label: string;
}

/** Every field of the target and what fills it. */
export function FieldTable({ document, onChange, target, source, mistakes, readOnly, label }: Props) {
  const { t } = useTranslation();
  const fields = target.fields ?? [];
  const filled = new Map(document.fields.map((field) => [field.target, field.from]));
  return (
    <div className={classes.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '24%' }}>
              {t('integration.mapping.target')}
            </th>
            <th scope="col" style={{ width: 130 }}>
              {t('integration.mapping.kind')}
            </th>
            <th scope="col" style={{ width: 190 }}>
              {t('integration.mapping.way')}
            </th>
            <th scope="col">{t('integration.mapping.from')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              from={filled.get(field.name ?? '')}
              source={source}
              mistakes={mistakes.get(field.name ?? '') ?? []}
              readOnly={readOnly}
              onChange={(from) => onChange(withSource(document, fields, field.name ?? '', from))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
