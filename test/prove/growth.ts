// In: a largest size. Out: how reading time grows with the size of hard texts; throws where it grows faster than the text.
import { type WatchedReader, watchedReader } from './watched-reader.ts'

/** Texts that make careless readers slow, each by repeating a piece. */
const HARD: Readonly<Record<string, string>> = {
  'straight quotes': '"',
  'open quotes': '“',
  'single quotes': "' ",
  'quotes about words': '"a" ',
  brackets: '(',
  'nested brackets': '([{',
  digits: '7',
  'digits with commas': '1,000,',
  'numbers in words': 'two hundred and ',
  'one word': 'tariff ',
  'no spaces': 'negotiation',
  capitals: 'Lima Quito ',
  'one capital': 'X ',
  initials: 'A. ',
  dots: '.',
  commas: ', and ',
  'empty lines': '\n\n',
  months: 'May ',
  weekdays: 'Monday, Tuesday and ',
  'said said': 'said she said he ',
  'if if': 'if not until ',
  'of of': 'the talks of ',
  currencies: '$ % € ',
  dashes: '— ',
  'half pairs': '\ud83d',
  'no end of sentence': 'Peru said that Chile said that ',
  sentences: 'Peru raised tariffs on copper from Chile to 25 % on Monday. ',
  quotations: '“We agree,” Ana Rey said. ',
  'measures and': 'Norway imposed a tariff of 5 percent on Peru and ',
  'talks and days': 'talks between Norway and Peru in Oslo on Monday and ',
  'deadlines and': 'the deadline for Norway to sell fish is Monday and ',
}

const SIZES = [31_250, 62_500, 125_000, 250_000, 500_000, 1_000_000]

/** Twice the text may take 2.9 times as long (2 is linear, 4 quadratic), where it takes long enough to be measured. */
const MOST_GROWTH = 2.9
const MEASURABLE_MS = 150

/** Wall time granted a megabyte, many times what prose needs; smaller texts get their share and ten seconds. */
const LIMIT_MS = 300_000
const limitOf = (size: number): number => 10_000 + LIMIT_MS * (size / SIZES.at(-1)!)

interface Growth {
  readonly name: string
  /** CPU milliseconds at each size. */
  readonly ms: readonly number[]
  /** Time of the largest text over that of half of it. */
  readonly ratio: number
  readonly wrong: readonly string[]
}

async function growthOf(
  name: string,
  piece: string,
  sizes: readonly number[],
  reader: WatchedReader,
): Promise<Growth> {
  const ms: number[] = []
  for (const size of sizes) {
    const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
    let answer = await reader.read({ text, twice: false }, limitOf(size))
    // A slow measurement may be the machine's doing: only what is slow twice counts.
    if (answer.ms >= MEASURABLE_MS && answer.ms > MOST_GROWTH * (ms.at(-1) ?? answer.ms)) {
      const again = await reader.read({ text, twice: false }, limitOf(size))
      if (again.ms < answer.ms) answer = again
    }
    ms.push(answer.ms)
    const ratio = ms.length > 1 ? answer.ms / ms.at(-2)! : 1
    const fast = answer.ms < MEASURABLE_MS || ratio <= MOST_GROWTH
    const wrong = fast
      ? answer.wrong
      : [...answer.wrong, `twice the text takes ${ratio.toFixed(1)} times as long`]
    if (wrong.length > 0 || size === sizes.at(-1)) return { name, ms, ratio, wrong }
  }
  return { name, ms, ratio: 1, wrong: [] }
}

/** The growth of all hard texts as a table; throws where one grows faster than the text, fails or leaves the text. */
export async function growth({ largest }: { largest: number }): Promise<string> {
  const sizes = SIZES.filter((size) => size <= largest)
  const reader = await watchedReader()
  const rows: Growth[] = []
  try {
    // The first readings also compile the reader.
    for (let i = 0; i < 3; i++)
      await reader.read({ text: HARD.sentences!.repeat(500), twice: false }, limitOf(SIZES[0]!))
    for (const [name, piece] of Object.entries(HARD)) rows.push(await growthOf(name, piece, sizes, reader))
  } finally {
    await reader.close()
  }
  const table = rows
    .map(({ name, ms, ratio, wrong }) => {
      const times = ms.map((t) => `${t.toFixed(0)} ms`.padStart(9)).join(' ')
      return `${wrong.length > 0 ? '!' : ' '} ${name.padEnd(20)} ${times}   × ${ratio.toFixed(1)}  ${wrong.join('; ').slice(0, 200)}`
    })
    .join('\n')
  const bad = rows.filter(({ wrong }) => wrong.length > 0).map(({ name }) => name)
  if (bad.length > 0)
    throw new Error(`not read in time that grows with the text: ${bad.join(', ')}\n${table}`)
  return `${rows.length} hard texts of ${sizes.join(', ')} characters, read in CPU time that grows with them\n${table}`
}
