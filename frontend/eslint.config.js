import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Syntax is lowered for chrome80 and safari14, these are not, and no polyfill brings them. */
const tooNew = ['at', 'replaceAll', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'].map((name) => ({
  selector: `CallExpression > MemberExpression.callee > Identifier.property[name='${name}']`,
  message: `.${name}() is missing in chrome80 or safari14.`,
}))

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/*.d.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['(', ')', ',', '.', '·', '/', ':', '÷', '=', '+', '%', '—', '–', '−', '×', '…', 'N', 'Ctrl', 'Enter', '→', '↔', '¥'] },
      ],
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/html-button-has-type': 'error',
      // A style attribute would need 'unsafe-inline' in the content security policy.
      'vue/no-static-inline-styles': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-globals': ['error', 'structuredClone', 'alert', 'confirm', 'prompt'],
      'no-restricted-syntax': ['error', ...tooNew],
      'no-console': 'error',
    },
  },
  {
    // Run as they stand, in browsers that know nothing newer.
    files: ['public/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: globals.browser },
    rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  { files: ['scripts/**', '*.config.{js,ts}', 'tests/**'], languageOptions: { globals: globals.node } },
)
