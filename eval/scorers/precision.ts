// In: the verdicts of a blind judgement, kept without text. Out: precision over all kinds, yield, modality, sentences that yield.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { share } from '../counts.ts'
import { repository } from '../data.ts'
import { type Measure, scorerOf } from '../task.ts'

/** A claim as judged: `wrong` is the first field that its sentence does not bear out. */
export interface ClaimVerdict {
  readonly story: string
  readonly article: string
  readonly claim: string
  readonly spans: readonly (readonly [start: number, end: number])[]
  readonly kind: string
  readonly foundBy: string
  readonly right: boolean
  readonly wrong?: string
  readonly modality: boolean
  /** How a script made it false. */
  readonly planted?: string
}

/** A sentence as judged: does it hold a claim, and did it yield a right one of the right kind? */
export interface SentenceVerdict {
  readonly story: string
  readonly article: string
  readonly span: readonly [start: number, end: number]
  readonly holds: boolean
  readonly yields: boolean
}

interface Judged {
  readonly commit: string
  readonly seed: number
}

interface Claims extends Judged {
  /** Tokens of the stories. */
  readonly tokens: number
  /** Claims in the records, by the kind of their entry. */
  readonly counts: Readonly<Record<string, number>>
  readonly verdicts: readonly ClaimVerdict[]
}

interface Sentences extends Judged {
  readonly verdicts: readonly SentenceVerdict[]
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(repository, 'eval/precision', name), 'utf8'))
export const claims = read('verdicts.json') as Claims
const sentences = read('recall.json') as Sentences

const KINDS = Object.keys(claims.counts).sort()
const at = ({ commit }: Judged): string => `judged at ${commit.slice(0, 7)}`

const ROW = {
  precision: `claims right, over all kinds (${at(claims)})`,
  weighted: '— each kind by its share of the records',
  modality: '— modality right',
  yield: '— right claims per 1,000 tokens of the stories, in hundredths',
  caught: '— planted false ones caught',
  recall: `sentences that hold a claim and yield a right one (${at(sentences)})`,
} as const
const ofKind = (kind: string): string => `— ${kind}`

type Item =
  | { readonly is: 'claim'; readonly verdict: ClaimVerdict }
  | { readonly is: 'sentence'; readonly verdict: SentenceVerdict }

/** What counts in the end: is it right, and its modality. */
interface Answer {
  readonly right: boolean
  readonly modality: boolean
}

const drawn = (items: readonly Item[], answers: readonly Answer[]) =>
  items.flatMap((item, i) =>
    item.is === 'claim' && item.verdict.planted === undefined ? [{ ...item.verdict, ...answers[i]! }] : [],
  )

const rightOf = (list: readonly { readonly right: boolean }[]): Measure =>
  share(list.filter(({ right }) => right).length, list.length)

export const precision = scorerOf<Item, Answer>({
  name: 'precision',
  data: '',
  definition:
    'Claims drawn over all kinds by eval/precision/draw.ts from the records of the two work stories, judged by claim and sentence alone, with planted false ones among them; sentences drawn by the same seed. Judged by hand at the commit named: it does not follow the code.',
  rows: [
    { name: ROW.precision, floor: 0.85, target: 0.93 },
    { name: ROW.weighted },
    { name: ROW.modality, floor: 0.9, target: 0.96 },
    { name: ROW.yield, floor: 4, target: 8, bounded: false },
    { name: ROW.caught, floor: 0.9, bounded: false },
    ...KINDS.map((kind) => ({ name: ofKind(kind) })),
    { name: ROW.recall, floor: 0.4, target: 0.6 },
  ],
  alike: true,
  items: (side) =>
    side === 'check'
      ? []
      : [
          ...claims.verdicts.map((verdict) => ({ is: 'claim' as const, verdict })),
          ...sentences.verdicts.map((verdict) => ({ is: 'sentence' as const, verdict })),
        ],
  perfect: () => ({ right: true, modality: true }),
  nothing: () => ({ right: false, modality: false }),
  missing: () => undefined,
  answer: ({ is, verdict }) =>
    is === 'claim'
      ? { right: verdict.right, modality: verdict.modality }
      : { right: verdict.yields, modality: true },
  measure: (items, answers) => {
    const all = drawn(items, answers)
    const byKind = KINDS.map((kind) => rightOf(all.filter((one) => one.kind === kind)))
    const kept = KINDS.reduce((sum, kind) => sum + claims.counts[kind]!, 0)
    const right = KINDS.reduce((sum, kind, i) => sum + byKind[i]!.value * claims.counts[kind]!, 0)
    // A false modality is caught where modality is judged.
    const planted = items.flatMap((item, i) =>
      item.is === 'claim' && item.verdict.planted !== undefined
        ? [{ right: !answers[i]!.right || (item.verdict.planted === 'epistemics' && !answers[i]!.modality) }]
        : [],
    )
    const holding = items.flatMap((item, i) =>
      item.is === 'sentence' && item.verdict.holds ? [answers[i]!] : [],
    )
    return {
      [ROW.precision]: rightOf(all),
      [ROW.weighted]: { value: kept === 0 ? 0 : right / kept, n: all.length },
      [ROW.modality]: share(all.filter((one) => one.modality).length, all.length),
      [ROW.yield]: { value: (1000 * right) / claims.tokens, n: all.length },
      [ROW.caught]: rightOf(planted),
      ...Object.fromEntries(KINDS.map((kind, i) => [ofKind(kind), byKind[i]!])),
      [ROW.recall]: rightOf(holding),
    }
  },
  errors: ({ is, verdict }) =>
    is === 'claim' && verdict.planted === undefined && !verdict.right
      ? [
          `${verdict.foundBy} ${verdict.wrong ?? ''} ${verdict.story} ${verdict.article} ${verdict.spans[0]?.join('–') ?? ''}`,
        ]
      : [],
  details: (items, answers) => {
    const rules = Map.groupBy(drawn(items, answers), ({ foundBy }) => foundBy)
    return [...rules]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([rule, list]) => `${rule}: ${list.filter(({ right }) => right).length} of ${list.length} right`)
  },
})
