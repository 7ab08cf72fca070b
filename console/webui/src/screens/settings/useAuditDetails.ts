import { useTranslation } from 'react-i18next';
import { useMembers, useTeams } from '@/api/queries/directory';
import { useMappings, useTargetSchemas } from '@/api/queries/mappings';
import type { AuditRow } from '@/api/queries/settings';
import { formatDate, textOf } from '@/kit/format';
import { DELIVERY_STATES } from '../notifications/words';
import { detailName, detailRank, partsOf, type DetailName } from './auditWords';

interface Detail {
  name: string;
  label: string;
  text: string;
}

const RUN_KINDS = ['full', 'incremental', 'reconciliation', 'remap', 'republish'] as const;
const VISIBILITIES = ['all', 'owner-and-team'] as const;
const SYSTEMS = ['salesforce', 'kintone'] as const;
const APP_TOKEN = 'appToken:';
/** What the trail writes where there is nothing. */
const NOTHING = 'null';

/** Tells what an entry of the trail says beside action and subject, in the words of the screens. */
export function useAuditDetails(): (entry: AuditRow) => Detail[] {
  const { t } = useTranslation();
  const nameOf = useNames();

  function secret(field: string): string {
    if (field.startsWith(APP_TOKEN)) {
      return t('settings.audit.appToken', { id: field.slice(APP_TOKEN.length) });
    }
    return field === 'clientSecret'
      ? t('integration.form.clientSecret')
      : field === 'privateKeyPem'
        ? t('integration.form.privateKey')
        : field;
  }
  function list(value: string, each: (part: string) => string): string {
    return partsOf(value).map(each).join(t('integration.listJoin')) || t('settings.audit.nothing');
  }
  /** The word for a value, if it is one of those that have words. */
  function word<V extends string>(value: string, known: readonly V[], words: (value: V) => string): string {
    const found = known.find((each) => each === value);
    return found === undefined ? value : words(found);
  }
  function textFor(name: DetailName, value: string): string {
    switch (name) {
      case 'active':
      case 'untilNews':
      case 'confirmRemovals':
        return t(value === 'true' ? 'settings.audit.yes' : 'settings.audit.no');
      case 'visibility':
        return word(value, VISIBILITIES, (each) => t(`settings.workspace.visibilities.${each}`));
      case 'teams':
        return list(value, nameOf.team);
      case 'from':
        return word(value, DELIVERY_STATES, (each) => t(`notices.state.${each}`));
      case 'system':
        return word(value, SYSTEMS, (each) => t(`integration.system.${each}`));
      case 'secretsGiven':
        return list(value, secret);
      case 'mappingId':
        return nameOf.mapping(value);
      case 'kind':
        return word(value, RUN_KINDS, (each) => t(`integration.run.kind.${each}`));
      case 'dataset':
        return nameOf.dataset(value);
      case 'until':
        return formatDate(value);
      default:
        return value;
    }
  }
  return (entry) =>
    inOrder(entry.details ?? {}).flatMap(([name, value]) => {
      if (entry.action === 'owners-linked') {
        const text = value === NOTHING ? t('integration.owners.nobody') : nameOf.member(value);
        return [{ name, label: t('settings.audit.owner', { id: name }), text }];
      }
      const known = detailName(name);
      if (value === '' || value === NOTHING) {
        return [];
      }
      return known === null
        ? [{ name, label: name, text: value }]
        : [{ name, label: t(`settings.audit.details.${known}`), text: textFor(known, value) }];
    });
}

/** The details in the order in which they are read best: what it is called first. */
function inOrder(details: Record<string, string>): [string, string][] {
  return Object.entries(details).sort(([one], [other]) => detailRank(one) - detailRank(other));
}

/** Names of what entries name by their ids; an id stays where its name is not known. */
function useNames() {
  const members = useMembers();
  const teams = useTeams();
  const mappings = useMappings();
  const schemas = useTargetSchemas();
  return {
    member: (id: string) => members.data?.get(id)?.name ?? id,
    team: (id: string) => teams.data?.find((team) => team.id === id)?.name ?? id,
    mapping: (id: string) => mappings.data?.find((mapping) => mapping.id === id)?.name ?? id,
    dataset: (code: string) => {
      const schema = schemas.data?.find((each) => each.dataset === code);
      return schema === undefined ? code : textOf(schema);
    },
  };
}
