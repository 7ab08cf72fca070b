import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceSchema } from '@/api/types';
import type { CustomerLink } from './document';
import { SourceFieldSelect } from './SourceField';

interface Props {
  link: CustomerLink | undefined;
  source: SourceSchema;
  readOnly: boolean;
  error: string | null;
  onChange: (link: CustomerLink) => void;
}

/** To which customer a record belongs: by a reference in the source, or by the customer's code. */
export function CustomerLinkFields({ link, source, readOnly, error, onChange }: Props) {
  const { t } = useTranslation();
  const byCode = typeof link === 'object' && 'customerCode' in link;
  const field =
    typeof link === 'object' ? ('customerCode' in link ? link.customerCode.field : link.sourceRecord.field) : '';
  const choose = (code: string, isCode: boolean) =>
    onChange(
      isCode
        ? { customerCode: { field: code } }
        : {
            sourceRecord: {
              field: code,
              object: source.fields?.find((each) => each.code === code)?.referenceTo ?? '',
            },
          },
    );
  return (
    <>
      <Select
        label={t('integration.mapping.customerLink')}
        disabled={readOnly}
        allowDeselect={false}
        data={[
          { value: 'record', label: t('integration.mapping.customerLinks.sourceRecord') },
          { value: 'code', label: t('integration.mapping.customerLinks.customerCode') },
        ]}
        value={byCode ? 'code' : 'record'}
        error={error}
        onChange={(way) => choose('', way === 'code')}
      />
      <SourceFieldSelect
        visibleLabel
        label={t(byCode ? 'integration.mapping.customerCodeField' : 'integration.mapping.customerRecordField')}
        source={
          byCode ? source : { ...source, fields: source.fields?.filter((each) => each.referenceTo != null) ?? [] }
        }
        readOnly={readOnly}
        value={field}
        onChange={(code) => choose(code, byCode)}
      />
    </>
  );
}
