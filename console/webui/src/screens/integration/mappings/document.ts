import type { TargetField } from '@/api/types';

/** A table mapping as the API writes it. */
export interface MappingDocument {
  name: string;
  connection: string;
  object: string;
  filter?: string;
  dataset: string;
  key?: string;
  customerLink?: CustomerLink;
  fields: FieldMapping[];
  lastDayRules?: Record<string, string>;
  effectiveDate?: string;
  schedule?: string;
  deletePolicy?: string;
  excludedFields?: string[];
}

export type CustomerLink =
  'self' | { sourceRecord: { field: string; object: string } } | { customerCode: { field: string } };

export interface FieldMapping {
  target: string;
  from: FieldSource;
  default?: string;
  onFailure?: string;
}

export type FieldSource =
  | { copy: string }
  | { constant: string }
  | { valueMap: { field: string; map: Record<string, string>; otherwise?: string } }
  | { firstNonEmpty: string[] }
  | { join: { fields: string[]; separator: string } }
  | { convert: { field: string; as: string; pattern?: string; times?: string } }
  | { money: { field: string; currency?: string; currencyField?: string; per: string; times?: string } }
  | { cel: string };

export const WAYS = ['copy', 'convert', 'money', 'valueMap', 'constant', 'firstNonEmpty', 'join', 'cel'] as const;

export type Way = (typeof WAYS)[number];

export function wayOf(source: FieldSource): Way {
  return WAYS.find((way) => way in source) ?? 'copy';
}

/** The ways that can fill a kind of field. */
export function waysFor(kind: string | undefined): readonly Way[] {
  switch (kind) {
    case 'money':
      return ['money'];
    case 'text':
      return ['copy', 'convert', 'valueMap', 'constant', 'firstNonEmpty', 'join', 'cel'];
    case 'member':
      return ['copy', 'cel'];
    default:
      return ['copy', 'convert', 'valueMap', 'constant', 'firstNonEmpty', 'cel'];
  }
}

const CONVERSIONS: Record<string, string> = {
  text: 'text',
  whole_number: 'wholeNumber',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
};

/** A way as it begins, keeping the source field that was chosen before. */
export function sourceOf(way: Way, field: TargetField, before?: FieldSource): FieldSource {
  const code = before === undefined ? '' : (fieldsOf(before)[0] ?? '');
  switch (way) {
    case 'copy':
      return { copy: code };
    case 'constant':
      return { constant: '' };
    case 'valueMap':
      return { valueMap: { field: code, map: {} } };
    case 'firstNonEmpty':
      return { firstNonEmpty: code === '' ? [] : [code] };
    case 'join':
      return { join: { fields: code === '' ? [] : [code], separator: ' ' } };
    case 'convert':
      return { convert: { field: code, as: CONVERSIONS[field.kind ?? 'text'] ?? 'text' } };
    case 'money':
      return { money: { field: code, per: 'month' } };
    case 'cel':
      return { cel: code === '' ? '' : `f("${code}")` };
  }
}

/** The source fields a way reads; those of a formula are its own affair. */
export function fieldsOf(source: FieldSource): string[] {
  if ('copy' in source) {
    return [source.copy];
  }
  if ('valueMap' in source) {
    return [source.valueMap.field];
  }
  if ('firstNonEmpty' in source) {
    return source.firstNonEmpty;
  }
  if ('join' in source) {
    return source.join.fields;
  }
  if ('convert' in source) {
    return [source.convert.field];
  }
  if ('money' in source) {
    return [source.money.field, ...(source.money.currencyField === undefined ? [] : [source.money.currencyField])];
  }
  return [];
}

/**
 * The document with what fills a field, whatever else is said of it; null leaves the field out. Fields keep the order of
 * the target schema.
 */
export function withSource(
  document: MappingDocument,
  order: readonly TargetField[],
  target: string,
  from: FieldSource | null,
): MappingDocument {
  const others = document.fields.filter((field) => field.target !== target);
  const before = document.fields.find((field) => field.target === target);
  const fields = from === null ? others : [...others, { ...before, target, from }];
  const place = (name: string) => order.findIndex((field) => field.name === name);
  return { ...document, fields: fields.sort((one, other) => place(one.target) - place(other.target)) };
}

/** The document without those mapped fields whose source fields a source does not have; also which these were. */
export function fitted(document: MappingDocument, codes: ReadonlySet<string>): [MappingDocument, string[]] {
  const fits = ({ from }: FieldMapping) => {
    const formula = 'cel' in from ? [...from.cel.matchAll(/f\("([^"]+)"\)/g)].map((match) => match[1] ?? '') : [];
    return [...fieldsOf(from), ...formula].every((code) => codes.has(code));
  };
  return [
    { ...document, fields: document.fields.filter(fits) },
    document.fields.filter((field) => !fits(field)).map((field) => field.target),
  ];
}

export function emptyDocument(connection: string, object: string, dataset: string): MappingDocument {
  return {
    name: '',
    connection,
    object,
    dataset,
    customerLink: dataset === 'customer' ? 'self' : { sourceRecord: { field: '', object: '' } },
    fields: [],
    schedule: 'PT5M',
    deletePolicy: 'remove',
  };
}

export interface Mistake {
  pointer?: string;
  code?: string;
  ja?: string;
  en?: string;
}

/** Mistakes by the target field they belong to; those of the whole document under the empty name. */
export function byTarget(document: MappingDocument, mistakes: readonly Mistake[]): Map<string, Mistake[]> {
  const sorted = new Map<string, Mistake[]>();
  for (const mistake of mistakes) {
    const at = /^\/fields\/(\d+)/.exec(mistake.pointer ?? '');
    const target = at === null ? '' : (document.fields[Number(at[1])]?.target ?? '');
    sorted.set(target, [...(sorted.get(target) ?? []), mistake]);
  }
  return sorted;
}
