import type { Layer } from './layers.ts'

/** One entry of `overrides` in .oxlintrc.json. */
export interface LintOverride {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
}

/** The layer table in the words of the linter: what a layer may not import is an error while typing.
 *  Tests are left out; the architecture test checks them and everything the linter cannot see. */
export function lintOverrides(table: readonly Layer[]): LintOverride[] {
  const perLayer = table.map(({ folder, mayImport, packages }) => ({
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '*',
                '!./**',
                '!../**',
                ...mayImport.flatMap((name) => [`!@/${name}/**`, `!@/${name}.ts`]),
                ...packages.flatMap((name) => [`!${name}`, `!${name}/**`]),
              ],
              message: `${folder} may not import this: see test/guards/layers.ts`,
            },
          ],
        },
      ],
    },
  }))
  return [
    ...perLayer,
    {
      files: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'electron/**/*.test.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
  ]
}
