import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceSchema } from '@/api/types';
import { SourceFieldSelect } from './SourceField';
import classes from './MappingEditor.module.css';

interface ValueMap {
  field: string;
  map: Record<string, string>;
  otherwise?: string;
}

interface Props {
  name: string;
  label: string;
  value: ValueMap;
  source: SourceSchema;
  readOnly: boolean;
  onChange: (value: ValueMap) => void;
}

/** Which text of the source becomes which of ours. Pairs are kept as a list while they are typed. */
export function ValueMapEditor({ name, label, value, source, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const [pairs, setPairs] = useState<[string, string][]>(() => Object.entries(value.map));
  const put = (next: [string, string][]) => {
    setPairs(next);
    onChange({ ...value, map: Object.fromEntries(next.filter(([from]) => from !== '')) });
  };
  return (
    <>
      <SourceFieldSelect
        label={label}
        source={source}
        readOnly={readOnly}
        value={value.field}
        onChange={(field) => onChange({ ...value, field })}
      />
      {pairs.map(([from, to], at) => (
        <div key={at} className={classes.inline}>
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('integration.mapping.valueFrom', { field: name, at: at + 1 })}
            disabled={readOnly}
            value={from}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              put(pairs.map((pair, index) => (index === at ? [typed, pair[1]] : pair)));
            }}
          />
          <IconArrowRight size={16} className={classes.kind ?? ''} aria-hidden />
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('integration.mapping.valueTo', { field: name, at: at + 1 })}
            disabled={readOnly}
            value={to}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              put(pairs.map((pair, index) => (index === at ? [pair[0], typed] : pair)));
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={readOnly}
            aria-label={t('integration.mapping.removePair', { field: name, at: at + 1 })}
            onClick={() => put(pairs.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.inline}>
        <Button
          size="xs"
          variant="default"
          disabled={readOnly}
          leftSection={<IconPlus size={14} />}
          onClick={() => put([...pairs, ['', '']])}
        >
          {t('integration.mapping.addPair')}
        </Button>
        <TextInput
          className={classes.grow ?? ''}
          size="xs"
          aria-label={t('integration.mapping.otherwiseOf', { field: name })}
          placeholder={t('integration.mapping.otherwise')}
          disabled={readOnly}
          value={value.otherwise ?? ''}
          onChange={(event) => {
            const { otherwise: _, ...rest } = value;
            const typed = event.currentTarget.value;
            onChange(typed === '' ? rest : { ...rest, otherwise: typed });
          }}
        />
      </div>
    </>
  );
}
