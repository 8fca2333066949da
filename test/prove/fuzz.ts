// In: a seed and a time. Out: nothing; throws with the text where a reading throws, leaves its text or differs.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '#parley/reading/engine.ts'
import { type Random, randomFrom } from './random.ts'
import { watchedReader } from './watched-reader.ts'

/** The example's own reports: what real text looks like. */
function examples(): string[] {
  const folder = join(home, 'examples/madrid-2025')
  return readdirSync(folder)
    .filter((name) => /\.(txt|md|html)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

const PIECES = [
  '"',
  '“',
  '”',
  '‘',
  "'",
  '(',
  ')',
  '[',
  ']',
  '.',
  '...',
  ',',
  ';',
  ':',
  '—',
  '-',
  '\n',
  '\n\n',
  '\t',
  '\u00a0',
  '\u200b',
  '\ud83d',
  '\u0000',
  '\ufffd',
  '\u202e',
  '🏛️',
  '%',
  '$',
  '€',
  '12',
  '1,000',
  '3.5',
  '2025-09-14',
  '31 February',
  'Sept.',
  'U.S.',
  'No.',
  ' said',
  ' not',
  ' if',
  ' by',
  ' until',
  ' the',
  ' of',
  ' Peru',
  ' Mr.',
  ' Ministry',
  ' tariffs',
  ' and',
]

function bytes(random: Random): string {
  const buffer = Buffer.from(Array.from({ length: random.below(3000) }, () => random.below(256)))
  return random.below(2) === 0 ? buffer.toString('utf8') : buffer.toString('latin1')
}

function shuffled(random: Random): string {
  return Array.from({ length: random.below(400) }, () => random.pick(PIECES)).join('')
}

/** Real text with pieces cut out, doubled, moved and put in; half pairs of UTF-16 come of it too. */
function mutated(random: Random, texts: readonly string[]): string {
  let text = random.pick(texts)
  for (let i = random.below(30); i >= 0; i--) {
    const at = random.below(text.length + 1)
    const to = Math.min(text.length, at + random.below(80))
    switch (random.below(4)) {
      case 0:
        text = text.slice(0, at) + text.slice(to)
        break
      case 1:
        text = text.slice(0, to) + text.slice(at)
        break
      case 2:
        text = text.slice(0, at) + random.pick(PIECES) + text.slice(at)
        break
      default: {
        const other = random.pick(texts)
        const from = random.below(other.length + 1)
        text = text.slice(0, at) + other.slice(from, from + random.below(200)) + text.slice(to)
      }
    }
  }
  return text
}

/** A few words out of real text: what a report may begin or break off with. */
function cut(random: Random, texts: readonly string[]): string {
  const words = random.pick(texts).split(/\s+/)
  const at = random.below(words.length)
  return words.slice(at, at + 1 + random.below(16)).join(' ')
}

/** A reading of a few thousand characters takes some 50 ms. */
const LIMIT_MS = 10_000

/** Reads made-up texts for `seconds`; the seed of one that fails is said, and makes the same text again. */
export async function fuzz({ seed, seconds }: { seed: number; seconds: number }): Promise<string> {
  const texts = examples()
  const makers = [
    bytes,
    shuffled,
    (random: Random) => mutated(random, texts),
    (random: Random) => mutated(random, texts),
    (random: Random) => cut(random, texts),
  ]
  const reader = await watchedReader()
  const until = performance.now() + seconds * 1000
  let count = 0
  let characters = 0
  try {
    while (performance.now() < until || count === 0) {
      const own = seed + count
      const random = randomFrom(own)
      const text = random.pick(makers)(random)
      const { wrong } = await reader.read({ text, twice: count % 20 === 0 }, LIMIT_MS)
      if (wrong.length > 0)
        throw new Error(`seed ${own}: ${wrong.join('; ')}\n${JSON.stringify(text).slice(0, 600)}`)
      count++
      characters += text.length
    }
  } finally {
    await reader.close()
  }
  return `${count} texts of ${characters} characters read from seed ${seed}: nothing thrown, every span inside, the same twice`
}
