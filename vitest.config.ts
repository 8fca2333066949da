// In: nothing. Out: which files are tests and how long one may take.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,eval,bench,training}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
