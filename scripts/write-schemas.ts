// In: the schemas in src. Out: docs/schema/*.json written.
import { mkdirSync, writeFileSync } from 'node:fs'
import { schemaFiles } from '../src/serve/schemas.ts'

const folder = new URL('../docs/schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of schemaFiles()) writeFileSync(new URL(name, folder), text)
