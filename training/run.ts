// In: the open treebanks and word clusters (`PARLEY_DATA` or ../shared/data). Out: the weights in models/en.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeVocabulary } from '#parley/language/vocabulary.ts'
import { buildLemmas } from './lemmas.ts'
import { writeFinder } from './names.ts'
import { labelsOf, trainParser } from './parser.ts'
import { encodePerceptron } from './perceptron.ts'
import { FOLDS, PARSER, TAGGER } from './plan.ts'
import { score } from './score.ts'
import { jackknife, tagClasses, trainTagger } from './tagger.ts'
import { readTreebank } from './treebank.ts'
import { buildVocabulary } from './vocabulary.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const data = join(process.env['PARLEY_DATA'] ?? join(here, '../shared/data'), 'parsing')
const models = process.argv[2] ?? join(here, 'models/en')
const log = (line: string): void => console.log(line)

const trees = ['ewt-train', 'gum-open-train'].flatMap((name) => readTreebank(join(data, `${name}.conllu`)))
mkdirSync(models, { recursive: true })
const words = buildVocabulary(trees, join(data, 'glove-clusters-512.tsv'))
const vocabulary = decodeVocabulary(words)
writeFileSync(join(models, 'words.tsv'), words)
writeFileSync(join(models, 'lemmas.tsv'), buildLemmas(trees, vocabulary))

const tags = tagClasses(trees)
const tagger = trainTagger(trees, tags, vocabulary, TAGGER, log)
writeFileSync(join(models, 'tagger.bin'), encodePerceptron(tagger.net, { shape: TAGGER.shape, tags }))

const classes = jackknife(trees, tags, vocabulary, TAGGER, FOLDS, log)
const labels = labelsOf(trees)
const shape = { words: PARSER.words, pairs: PARSER.pairs, labels: labels.length }
const parser = trainParser(trees, classes, labels, vocabulary, { ...PARSER, shape }, log)
writeFileSync(join(models, 'parser.bin'), encodePerceptron(parser.net, { shape, labels }))

writeFinder(models, log)

for (const name of ['ewt-dev', 'gum-open-dev']) {
  log(
    `${name} ${JSON.stringify(score(readTreebank(join(data, `${name}.conllu`)), tagger, parser, vocabulary))}`,
  )
}
