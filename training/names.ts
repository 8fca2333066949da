// In: the open sets of marked names, the packs, the tagger in a folder of weights. Out: finder.bin in that folder.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '#parley/reading/lexicon-files.ts'
import { loadModels } from '#parley/reading/load.ts'
import { encodeFinder, trainFinder } from './finder.ts'
import { columnNames, treebankNames } from './finder-data.ts'

/** Sentences of wikigold that are read as one document. */
const TOGETHER = 12

const FINDER = { buckets: 1 << 17, epochs: 6, seeds: 3 }

/**
 * Trains on GUM-open train, MEANTIME's work part and wikigold; tweets (WNUT17, BTC) were tried and cost 1.5 points on
 * news. `folder` holds the tagger's weights already.
 */
export function writeFinder(folder: string, log: (line: string) => void): void {
  const here = fileURLToPath(new URL('..', import.meta.url))
  const models = loadModels(folder)
  const lexicon = loadLexicon([join(here, 'packs/core'), join(here, 'packs/trade')])
  const documents = [...treebankNames(), ...columnNames('wikigold.conll', TOGETHER)]
  const finder = trainFinder(documents, lexicon, models.vocabulary, models, FINDER, log)
  writeFileSync(join(folder, 'finder.bin'), encodeFinder(finder))
}

if (import.meta.main)
  writeFinder(process.argv[2] ?? fileURLToPath(new URL('../models/en', import.meta.url)), console.log)
