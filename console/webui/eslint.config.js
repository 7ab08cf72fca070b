import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['dist', 'src/api/generated', 'screens', 'playwright-report', 'test-results']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, hooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Words belong into the dictionaries, where both languages are.
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[ぁ-んァ-ヶ一-龠]|[A-Za-z]{2}/]', message: 'Put the words into src/i18n.' },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|aria-description|title|label|placeholder|alt|description)$/] > ' +
            'Literal[value=/[ぁ-んァ-ヶ一-龠]|[A-Za-z]{2}/]',
          message: 'Put the words into src/i18n.',
        },
      ],
      // One dialog, which names its buttons and gives the focus back.
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@mantine/core', importNames: ['Modal', 'Drawer'], message: 'Use kit/Dialog.' }] },
      ],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/kit/Dialog.tsx'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.test.tsx'], rules: { 'no-restricted-syntax': 'off' } },
]);
