// In: the schemas in src and docs/schema. Out: that the files are current and the outputs are of their shape.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import { recordJson } from '../views/record-json.ts'
import { SavedRecordSchema, schemaFiles } from './schemas.ts'

test.each([...schemaFiles()])(
  'docs/schema/%s is what the code says (else: node scripts/write-schemas.ts)',
  (name, text) => {
    expect(readFileSync(new URL(`../../docs/schema/${name}`, import.meta.url), 'utf8')).toBe(text)
  },
)

test('a saved record is of its shape', () => {
  const record = JSON.parse(JSON.stringify(recordJson(harbourRecord())))
  expect(SavedRecordSchema.safeParse(record).error).toBeUndefined()
})
