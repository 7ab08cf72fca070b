// The services' words, as the dictionaries have them. One that is not known yet is shown as the most general one.

export function originKey(origin: string | null | undefined): 'person' | 'alert' | 'playbook' {
  return origin === 'alert' || origin === 'playbook' ? origin : 'person';
}

const DATASETS = ['customer', 'contact', 'contract', 'usage', 'ticket', 'survey-response', 'message'] as const;

export function datasetKey(dataset: string | null | undefined): (typeof DATASETS)[number] | undefined {
  return DATASETS.find((each) => each === dataset);
}
