// In: a seed, a folder. Out: there, a blind sample of claims with planted false ones (cases.txt) and its key (key.json), and sentences (sentences.txt).
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Doc } from '#parley/language/doc.ts'
import { repository } from '../data.ts'
import { loadLayers } from '../layers.ts'
import { claimWords } from './claim-words.ts'
import { FALSEHOODS, planted } from './planted.ts'
import { seeded } from './seeded.ts'
import { claimsOfStories, type ToldClaim } from './story-claims.ts'

const HELP = `node eval/precision/draw.ts --out DIR [--seed N] [--claims N] [--planted N] [--sentences N]
Draws claims over all kinds of entries from the records of the two work stories, with planted false ones, for judging blind.
The folder lies outside the repository: cases.txt and sentences.txt hold text of the stories.`

const { values: given } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '20260704' },
    claims: { type: 'string', default: '300' },
    planted: { type: 'string', default: '30' },
    sentences: { type: 'string', default: '200' },
  },
})

/** At least this many of a kind, where there are that many. */
const LEAST = 15

/** How many of each kind: the least of each, what is left by the square root of how many there are. */
function shares(counts: ReadonlyMap<string, number>, all: number): Map<string, number> {
  const taken = new Map([...counts].map(([kind, n]) => [kind, Math.min(n, LEAST)]))
  const left = all - [...taken.values()].reduce((sum, n) => sum + n, 0)
  const roots = new Map([...counts].filter(([, n]) => n > LEAST).map(([kind, n]) => [kind, Math.sqrt(n)]))
  const total = [...roots.values()].reduce((sum, n) => sum + n, 0)
  for (const [kind, root] of roots)
    taken.set(kind, Math.min(counts.get(kind)!, taken.get(kind)! + Math.floor((left * root) / total)))
  const largest = [...counts].sort((a, b) => b[1] - a[1])[0]![0]
  taken.set(largest, taken.get(largest)! + all - [...taken.values()].reduce((sum, n) => sum + n, 0))
  return taken
}

/** The two sentences before a place, for what a pronoun points back to. */
function before(doc: Doc, start: number): string {
  const at = doc.sents.findIndex((sent) => sent.end > start)
  return doc.sents
    .slice(Math.max(0, at - 2), at)
    .map((sent) => doc.text.slice(sent.start, sent.end))
    .join(' / ')
    .replace(/\s+/g, ' ')
}

const line = (told: ToldClaim, n: number): string =>
  [
    `#${n} [report of ${told.published}] ${claimWords(told)}`,
    `   before: ${before(told.doc, told.evidence.spans[0]?.start ?? 0)}`,
    `   SENTENCE: ${told.evidence.quote.replace(/\s+/g, ' ')}`,
  ].join('\n')

async function main(out: string): Promise<void> {
  const seed = Number(given.seed)
  const random = seeded(seed)
  const { claims, docs, tokens } = await claimsOfStories(await loadLayers())
  const byKind = new Map<string, ToldClaim[]>()
  for (const told of random.shuffled(claims)) byKind.set(told.kind, [...(byKind.get(told.kind) ?? []), told])
  const counts = new Map([...byKind].map(([kind, list]) => [kind, list.length]))
  const drawn: ToldClaim[] = []
  const rest: ToldClaim[] = []
  for (const [kind, n] of shares(counts, Number(given.claims))) {
    drawn.push(...byKind.get(kind)!.slice(0, n))
    rest.push(...byKind.get(kind)!.slice(n))
  }
  const false_: { told: ToldClaim; how: string }[] = []
  const spare = random.shuffled(rest)
  for (const how of FALSEHOODS) {
    const wanted = Number(given.planted) / FALSEHOODS.length
    for (let made = 0; made < wanted && spare.length > 0; ) {
      const told = spare.shift()!
      const others = claims.filter((other) => other.article === told.article)
      const made_ = planted(told, how, others, random)
      if (made_) {
        false_.push({ told: made_, how })
        made++
      } else spare.push(told)
    }
  }
  const cases = random.shuffled([
    ...drawn.map((told) => ({ told, how: undefined as string | undefined })),
    ...false_,
  ])
  const sentences = random
    .shuffled(
      docs.flatMap(({ story, article, doc }) => doc.sents.map((sent) => ({ story, article, doc, sent }))),
    )
    .slice(0, Number(given.sentences))
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' }).trim()
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'cases.txt'), `${cases.map(({ told }, i) => line(told, i + 1)).join('\n\n')}\n`)
  writeFileSync(
    join(out, 'key.json'),
    JSON.stringify({
      seed,
      commit,
      tokens,
      counts: Object.fromEntries(counts),
      cases: cases.map(({ told, how }, i) => ({
        n: i + 1,
        story: told.story,
        article: told.article,
        claim: told.claim.id,
        spans: told.evidence.spans.map(({ start, end }) => [start, end]),
        kind: told.kind,
        foundBy: told.evidence.foundBy,
        ...(how === undefined ? {} : { planted: how }),
      })),
      sentences: sentences.map(({ story, article, sent }, i) => ({
        n: i + 1,
        story,
        article,
        span: [sent.start, sent.end],
      })),
    }),
  )
  writeFileSync(
    join(out, 'sentences.txt'),
    `${sentences
      .map(({ article, doc, sent }, i) => {
        const here = claims.filter(
          (told) =>
            told.article === article &&
            told.evidence.spans.some((span) => span.start < sent.end && span.end > sent.start),
        )
        return [
          `#${i + 1} ${doc.text.slice(sent.start, sent.end).replace(/\s+/g, ' ')}`,
          ...here.map((told) => `   - ${claimWords(told)}`),
        ].join('\n')
      })
      .join('\n\n')}\n`,
  )
}

if (given.out === undefined) console.log(HELP)
else await main(given.out)
