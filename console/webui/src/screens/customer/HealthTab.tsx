import { Explanation } from './Explanation';
import { ScoreHistory } from './ScoreHistory';
import type { TabProps } from './CustomerTabs';

/** Why the score is what it is, and how it came there. */
export function HealthTab({ customerId, knownAt }: TabProps) {
  return (
    <>
      <Explanation customerId={customerId} knownAt={knownAt} />
      <ScoreHistory customerId={customerId} knownAt={knownAt} />
    </>
  );
}
