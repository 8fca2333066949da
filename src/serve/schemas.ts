// In: the schemas of the nouns. Out: JSON Schemas of the two machine-readable outputs.
import * as z from 'zod'
import { RecordJson } from '../model/index.ts'
import { Annotation } from '../reading/annotation.ts'

/** What `parley record` prints: the record and the days it is for. */
export const SavedRecordSchema = RecordJson.extend({
  asOf: z.string().optional(),
  knownOn: z.string().optional(),
  on: z.string().optional(),
  /** SHA-256 over the JSON of everything but this field. */
  sha256: z.string(),
})

/** The files of docs/schema by name (JSON Schema 2020-12). */
export function schemaFiles(): ReadonlyMap<string, string> {
  const file = (title: string, schema: z.ZodType) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { reused: 'ref' }) }, null, 2)}\n`
  return new Map([
    ['record.schema.json', file('parley record', SavedRecordSchema)],
    ['annotation.schema.json', file('parley annotate, one line', Annotation)],
  ])
}
