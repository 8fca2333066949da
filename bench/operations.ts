// In: switches. Out: how often the language layer's code runs for hard texts of two sizes; with --write bench/OPERATIONS.md.
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { repository } from '../eval/data.ts'

const HELP = `node bench/operations.ts [--size N] [--write]
Counts how often each block of the language layer's code is entered while a text of N characters is read, and half of it.
  --size N   characters of the longer text (default 1000000)
  --write    writes bench/OPERATIONS.md`

const { values: given } = parseArgs({
  options: {
    size: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

/** Pieces that the hard texts repeat. */
const HARD: Readonly<Record<string, string>> = {
  quotes: '"',
  brackets: '(',
  digits: '7',
  'one word': 'tariff ',
  'no spaces': 'negotiation',
}

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}
interface Script {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly Range[] }[]
}

const session = new Session()
session.connect()

function post<T>(method: string, params: object = {}): T {
  let answer: unknown
  session.post(method, params, (error: Error | null, result: unknown) => {
    if (error) throw error
    answer = result
  })
  return answer as T
}

const language = join(repository, 'src/language') + sep

/** The layer a file belongs to: its folder below src/language, or what the files there that stand alone do. */
function layerOf(file: string): string {
  const [first, second] = file.slice(language.length).split(sep)
  if (second !== undefined) return first!
  if (/^(sentences|tokens|shadow|draft|abbreviations)\.ts$/.test(first!)) return 'sentences and tokens'
  if (/^(tag|reader|encoder|perceptron|vocabulary|kernel|lemmas|retag|pairs|stand-ins)/.test(first!))
    return 'tagger and encoder'
  if (/^(parser|transitions|tree|units|mend|finite-verbs)/.test(first!)) return 'parser'
  return 'the rest'
}

/** How often blocks of code were entered, by layer, while `text` was read. */
function countsOf(read: (text: string) => void, text: string): Map<string, number> {
  post('Profiler.takePreciseCoverage')
  read(text)
  const { result } = post<{ result: readonly Script[] }>('Profiler.takePreciseCoverage')
  const counts = new Map<string, number>()
  for (const { url, functions } of result) {
    const file = url.startsWith('file:') ? fileURLToPath(url) : ''
    if (!file.startsWith(language)) continue
    const layer = layerOf(file)
    let sum = counts.get(layer) ?? 0
    for (const { ranges } of functions) for (const { count } of ranges) sum += count
    counts.set(layer, sum)
  }
  return counts
}

async function main(): Promise<void> {
  if (given.help) {
    console.log(HELP)
    return
  }
  const size = Number(given.size)
  // V8's block counts: how often each branch or loop's body was entered. Only code compiled afterwards has them.
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { readText } = await import('#parley/language/read.ts')
  const { loadLexicon } = await import('#parley/reading/lexicon-files.ts')
  const { loadModels } = await import('#parley/reading/load.ts')
  const models = loadModels()
  const packs = join(repository, 'packs')
  const lexicon = loadLexicon([join(packs, 'core'), join(packs, 'trade')])
  const read = (text: string): void => {
    readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)
  }
  const textOf = (piece: string, length: number) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  // Tables that are made once are made here.
  read('Delegates from Peru and Chile met in Lima on Monday. “We agree,” said Ana Rey.')
  const columns = Object.entries(HARD).map(([name, piece]) => ({
    name,
    half: countsOf(read, textOf(piece, size / 2)),
    whole: countsOf(read, textOf(piece, size)),
  }))
  const layers = [...new Set(columns.flatMap(({ whole }) => [...whole.keys()]))].sort()
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const cell = (half: number, whole: number) =>
    `${(whole / size).toFixed(2)}${half > 0 && whole > size / 100 ? ` (× ${(whole / half).toFixed(2)})` : ''}`
  const row = (name: string, of: (counts: Map<string, number>) => number) =>
    `| ${[name, ...columns.map(({ half, whole }) => cell(of(half), of(whole)))].join(' | ')} |`
  const page = [
    `| entries of code for each character | ${columns.map(({ name }) => name).join(' | ')} |`,
    `| --- | ${columns.map(() => '--:').join(' | ')} |`,
    ...layers.map((layer) => row(layer, (counts) => counts.get(layer) ?? 0)),
    row('all', total),
  ].join('\n')
  console.log(page)
  if (!given.write) return
  writeFileSync(
    join(repository, 'bench/OPERATIONS.md'),
    `# Operations for bad input

Written by \`node bench/operations.ts --write\`. A text of ${size.toLocaleString('en')} characters of one kind is read whole; the numbers say how often the blocks of code of each layer (functions, branches, bodies of loops) were entered, for each character; in brackets, how many times as often as for half the text (2 is linear). They are the same on every machine, but for some entries a character that V8 loses while it optimises a loop. What goes on inside regular expressions and in the WebAssembly of the encoder is not counted here; \`npm run prove\` holds the CPU time of 30 such texts to growth with the text.

${page}
`,
  )
}

await main()
