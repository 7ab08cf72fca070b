/** Fills the places `{name}` of a text; one without a value stays as it is. */
export function filled(text: string, values: Readonly<Record<string, string | null | undefined>>): string {
  return text.replace(/\{([\w.]+)\}/g, (place, name: string) => values[name] ?? place);
}
