// In: the open treebanks and word clusters (`PARLEY_DATA` or ../shared/data). Out: the weights in models/en.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeReader } from '#parley/language/reader/reader.ts'
import { decodeVocabulary } from '#parley/language/reader/vocabulary.ts'
import { labelsOf, tagClasses } from './classes.ts'
import { buildLemmas } from './lemmas.ts'
import { writeFinder } from './names.ts'
import { READER, SPELLER } from './plan.ts'
import { trainReader } from './reader.ts'
import { scoreReader } from './score.ts'
import { trainTagger } from './tagger.ts'
import { readTreebank } from './treebank.ts'
import { buildVocabulary } from './vocabulary.ts'
import { encodeReader } from './weights.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const data = join(process.env.PARLEY_DATA ?? join(here, '../shared/data'), 'parsing')
if (process.argv[2]?.startsWith('-')) {
  console.error(
    'npm run train -- [FOLDER] [PLAN]\n  FOLDER  where the weights are written (default models/en)\n  PLAN    JSON of what differs from training/plan.ts, as \'{"epochs": 1}\'',
  )
  process.exit(process.argv[2] === '--help' ? 0 : 2)
}
const models = process.argv[2] ?? join(here, 'models/en')
const plan = { ...READER, ...(JSON.parse(process.argv[3] ?? '{}') as Partial<typeof READER>) }
const log = (line: string): void => console.log(line)

const trees = ['ewt-train', 'gum-open-train'].flatMap((name) => readTreebank(join(data, `${name}.conllu`)))
const words = buildVocabulary(trees, join(data, 'glove-clusters-512.tsv'))
const vocabulary = decodeVocabulary(new TextEncoder().encode(words))
mkdirSync(models, { recursive: true })
writeFileSync(join(models, 'words.tsv'), words)
writeFileSync(join(models, 'lemmas.tsv'), buildLemmas(trees, vocabulary))

const held = ['ewt-dev', 'gum-open-dev'].map((name) => ({
  name,
  trees: readTreebank(join(data, `${name}.conllu`)),
}))
const tags = tagClasses(trees)
const speller = trainTagger(trees, tags, vocabulary, SPELLER, log)
trainReader(trees, tags, labelsOf(trees), vocabulary, plan, log, (trained) => {
  const bytes = encodeReader(trained, speller, SPELLER.shape)
  writeFileSync(join(models, 'reader.bin'), bytes)
  const reader = decodeReader(bytes)
  for (const { name, trees } of held) log(`${name} ${JSON.stringify(scoreReader(trees, reader, vocabulary))}`)
})
writeFinder(models, log)
