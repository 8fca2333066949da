// In: the folder of the weights. Out: the decoded models.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeModels, type Models } from '../language/reader/models.ts'
import { problem } from '../problem.ts'

/** `models/en` of this package, from `src/` and from `dist/` alike. */
const shipped = (): string => fileURLToPath(new URL('../../models/en', import.meta.url))

/** Reads and decodes the weights in `dir`. */
export function loadModels(dir: string = shipped()): Models {
  const read = (name: string): Uint8Array => {
    const path = join(dir, name)
    if (!existsSync(path)) throw problem('model-missing', { path })
    return readFileSync(path)
  }
  return decodeModels({
    words: read('words.tsv'),
    lemmas: read('lemmas.tsv'),
    reader: read('reader.bin'),
    finder: existsSync(join(dir, 'finder.bin')) ? read('finder.bin') : undefined,
  })
}
