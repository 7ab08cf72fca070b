import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Indigo (藍), the one accent: never a meaning, so that the colours of the bands can speak. */
const ai: MantineColorsTuple = [
  '#eef1fd',
  '#dbe2fb',
  '#b9c6f6',
  '#93a8f4',
  '#7089e6',
  '#5470d8',
  '#4560c6',
  '#3451b2',
  '#2b4399',
  '#1f3277',
];

export const theme = createTheme({
  primaryColor: 'ai',
  // In both themes white reads on it: a colour's contrast is worked out once, not for each theme.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { ai },
  fontFamily: 'var(--mi-font)',
  fontFamilyMonospace: 'var(--mi-mono)',
  defaultRadius: 'md',
  radius: { sm: '6px', md: '8px', lg: '12px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--mi-font)', fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A menu begins with its first entry: what the library would put the focus on instead may not be in a menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

/** The library's own variables follow the tokens, so that its parts look like ours. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--mi-surface)',
    '--mantine-color-text': 'var(--mi-text)',
    '--mantine-color-dimmed': 'var(--mi-text-muted)',
    '--mantine-color-default': 'var(--mi-surface)',
    '--mantine-color-default-hover': 'var(--mi-hover)',
    '--mantine-color-default-color': 'var(--mi-text)',
    '--mantine-color-default-border': 'var(--mi-line-strong)',
    '--mantine-color-placeholder': 'var(--mi-text-muted)',
    '--mantine-color-anchor': 'var(--mi-accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
