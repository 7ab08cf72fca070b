/** What a condition looked at, for people: a sentence, a quotation, and named values. */
export interface ReadEvidence {
  reason: string | undefined;
  quote: string | undefined;
  facts: Fact[];
  /** Values of variables that have no name of ours. */
  others: [string, string][];
}

const FACTS = [
  ['points', 'health.points'],
  ['previousPoints', 'health.previousPoints'],
  ['band', 'health.band'],
  ['previousBand', 'health.bandFellFrom'],
  ['contract', 'contract.contractNumber'],
  ['product', 'contract.productName'],
  ['deadline', 'contract.noticeDeadline'],
  ['lastDay', 'contract.lastDay'],
  ['mrr', 'contract.mrr.amount'],
  ['subject', 'message.subject'],
  ['from', 'message.fromAddress'],
  ['sentAt', 'message.sentAt'],
] as const;

export type FactName = (typeof FACTS)[number][0];

export interface Fact {
  name: FactName;
  value: string;
  /** Of an amount. */
  currency?: string;
}

/** Said elsewhere, or true only at the time. */
const UNSAID = ['daysLeft', 'currency', 'contract.mrr.currency', 'contract.inForce', 'health.bandFellAt'];

/** Sorts out a condition's evidence; each value is told once, under the name that people know. */
export function readEvidence(evidence: Readonly<Record<string, string>>, language: 'ja' | 'en'): ReadEvidence {
  const rest = new Map(Object.entries(evidence));
  function take(...names: string[]): string | undefined {
    const value = names.map((name) => rest.get(name)).find((each) => each !== undefined && each !== '');
    names.forEach((name) => rest.delete(name));
    return value;
  }
  const ja = take('reason.ja', 'health.reasonJa');
  const en = take('reason.en', 'health.reasonEn');
  const quote = take('quote', 'message.text');
  const currency = evidence['contract.mrr.currency'] ?? evidence.currency;
  const facts = FACTS.flatMap(([name, ...aliases]): Fact[] => {
    const value = take(name, ...aliases);
    return value === undefined
      ? []
      : [{ name, value, ...(name === 'mrr' && currency !== undefined ? { currency } : {}) }];
  });
  UNSAID.forEach((name) => rest.delete(name));
  return { reason: language === 'ja' ? (ja ?? en) : (en ?? ja), quote, facts, others: [...rest] };
}
