// In: nothing. Out: on standard output the wall and CPU milliseconds from the start of the process to the first sentence read.
import { join } from 'node:path'
import { readText } from '#parley/language/read.ts'
import { loadLexicon } from '#parley/reading/lexicon-files.ts'
import { loadModels } from '#parley/reading/load.ts'

const packs = join(import.meta.dirname, '../packs')
const models = loadModels()
const lexicon = loadLexicon([join(packs, 'core'), join(packs, 'trade')])
const text = 'Delegates from Peru and Chile met in Lima on Monday.'
const doc = readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)
if (doc.tokens.count === 0) throw new Error('nothing was read')
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ wall: performance.now(), cpu: (user + system) / 1000 }))
