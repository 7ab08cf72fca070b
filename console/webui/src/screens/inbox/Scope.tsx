import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMember, useTeams } from '@/api/queries/directory';

const MINE = 'mine';
const ALL = 'all';

/** Whose: one's own, those of a team one is in, or everybody's. */
export function Scope({
  mine,
  teamId,
  other,
  onChange,
}: {
  mine: boolean;
  teamId: string | undefined;
  /** The list is narrowed to somebody else; none of these is chosen. */
  other: boolean;
  onChange: (scope: { mine: boolean; teamId: string | undefined }) => void;
}) {
  const { t } = useTranslation();
  const member = useMember();
  const teams = useTeams();
  const own = (teams.data ?? []).filter(
    (team) =>
      team.id === teamId || (team.active === true && team.memberIds?.includes(member.data?.memberId ?? '') === true),
  );
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('customers.scope')}
      value={mine ? MINE : (teamId ?? (other ? '' : ALL))}
      data={[
        { value: MINE, label: t('inbox.mine') },
        ...own.map((team) => ({ value: team.id ?? '', label: team.name ?? '' })),
        { value: ALL, label: t('inbox.everyone') },
      ]}
      onChange={(value) =>
        onChange({ mine: value === MINE, teamId: value === MINE || value === ALL ? undefined : value })
      }
    />
  );
}
