import type { Icon } from '@tabler/icons-react';
import classes from './StateBadge.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'watch' | 'risk';

/** The state of something that is no customer: shape and word, and colour where somebody should look. */
export function StateBadge({ tone, icon: BadgeIcon, text }: { tone: Tone; icon: Icon; text: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <BadgeIcon size={15} stroke={1.8} aria-hidden />
      {text}
    </span>
  );
}
