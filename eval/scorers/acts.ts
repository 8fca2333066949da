// In: PLV's sentences. Out: macro F1 of PLOVER roots, source and target given or found, and how often direction is right.
import type { Doc } from '#parley/language/doc.ts'
import type { Lexicon } from '#parley/language/lexicon.ts'
import type { Claim } from '#parley/model/claim.ts'
import type { Range } from '#parley/model/range.ts'
import { countClasses, f1, macroF1, share } from '../counts.ts'
import { plv, type RootedSentence } from '../gold/plv.ts'
import { rootBetween } from '../root-between.ts'
import { scorerOf } from '../task.ts'

/** One act the system tells of: its root and where it finds who does it and to whom. */
interface FoundAct {
  readonly root: string
  readonly actor: readonly Range[]
  readonly recipient: readonly Range[]
}

const overlaps = (spans: readonly Range[], other: Range): boolean =>
  spans.some(({ start, end }) => start < other.end && other.start < end)

type Direction = 'right' | 'wrong'

/** Whether an act joins source and target, and which way. */
function joins(act: FoundAct, { source, target }: RootedSentence): Direction | undefined {
  if (overlaps(act.actor, source) && overlaps(act.recipient, target)) return 'right'
  if (overlaps(act.actor, target) && overlaps(act.recipient, source)) return 'wrong'
  return undefined
}

/** What the system says of a sentence: its acts, and the root between source and target where both are given. */
interface Answer {
  readonly acts: readonly FoundAct[]
  readonly root: string | undefined
}

/** The claim between a given source and target: one that joins them, else one with either, else the first. */
function claimBetween(acts: readonly FoundAct[], item: RootedSentence): FoundAct | undefined {
  const touches = (act: FoundAct, range: Range) => overlaps([...act.actor, ...act.recipient], range)
  return (
    joined(acts, item) ??
    acts.find((act) => overlaps(act.actor, item.source)) ??
    acts.find((act) => touches(act, item.source) || touches(act, item.target)) ??
    acts[0]
  )
}

const joined = (acts: readonly FoundAct[], item: RootedSentence): FoundAct | undefined =>
  acts.find((act) => joins(act, item) === 'right') ?? acts.find((act) => joins(act, item) === 'wrong')

const ROW = {
  given: 'PLV: PLOVER root, source and target given, macro F1',
  found: 'PLV: PLOVER root, source and target found, macro F1',
  direction: '— direction right where both are found',
  both: '— share where both are found',
  micro: '— root right, source and target given',
  claims: '— given, by the claims of the record alone, macro F1',
} as const

/** Spans of a role and of its further pieces ("recipient2"). */
const spansOf = (claim: Claim, ...roles: string[]): Range[] =>
  Object.entries(claim.evidence.roles).flatMap(([name, span]) =>
    roles.includes(name.replace(/\d+$/, '')) ? [span] : [],
  )

/** An act's two actors stand for both sides where nobody is named as recipient (they met, they agreed). */
function actOf(claim: Claim): FoundAct | undefined {
  if (claim.kind !== 'act') return undefined
  const actor = spansOf(claim, 'actor', 'by', 'party')
  const recipient = spansOf(claim, 'recipient', 'on', 'object', 'with')
  return {
    root: (claim.body.plover ?? '').toUpperCase(),
    actor,
    recipient:
      claim.body.recipient.length > 0 || claim.body.actor.length < 2 ? recipient : [...recipient, ...actor],
  }
}

export const acts = scorerOf<RootedSentence, Answer>({
  name: 'acts',
  data: 'events/PLV_train.tsv',
  definition:
    "PLV (Hu et al. 2022), gold PLOVER roots, macro F1 over roots. Given: what rootBetween says of the marked source and target. Found: only acts whose actor and recipient (or object) overlap them. Direction: of the sentences where an act joins them, the share with the actor on the source; the target stands before the source in 21 of 778 work sentences only, so this says little. Split by sha1 of the sentence's number.",
  rows: [
    { name: ROW.given, floor: 0.58, target: 0.7 },
    { name: ROW.found, floor: 0.42, target: 0.55 },
    { name: ROW.direction, floor: 0.93, target: 0.97, bounded: false },
    { name: ROW.both, floor: 0.6, target: 0.75 },
    { name: ROW.micro },
    { name: ROW.claims },
  ],
  items: plv,
  perfect: ({ root, source, target }) => ({ acts: [{ root, actor: [source], recipient: [target] }], root }),
  nothing: () => ({ acts: [], root: undefined }),
  missing: (layers) => layers.lacks('readText', 'findClaims', 'loadEngine'),
  answer: ({ text, name, source, target }, layers) => {
    const find = layers.find('findClaims') as (doc: Doc, report: string, engine: unknown) => Claim[]
    const engine = layers.engine as { claims: { lexicon: Lexicon } }
    const doc = layers.read(text)
    return {
      acts: find(doc, name, engine.claims).flatMap((claim) => actOf(claim) ?? []),
      root: rootBetween(doc, engine.claims.lexicon, source, target),
    }
  },
  measure: (items, answers) => {
    const given = items.map((item, i) => [item.root, answers[i]!.root] as const)
    const found = items.map((item, i) => joined(answers[i]!.acts, item))
    const both = items.filter((_, i) => found[i] !== undefined)
    const right = items.filter((item, i) => found[i] !== undefined && joins(found[i], item) === 'right')
    return {
      [ROW.given]: macroF1(countClasses(given)),
      [ROW.found]: macroF1(countClasses(items.map((item, i) => [item.root, found[i]?.root] as const))),
      [ROW.direction]: share(right.length, both.length),
      [ROW.both]: share(both.length, items.length),
      [ROW.claims]: macroF1(
        countClasses(
          items.map((item, i) => [item.root, claimBetween(answers[i]!.acts, item)?.root] as const),
        ),
      ),
      [ROW.micro]: share(given.filter(([gold, root]) => gold === root).length, items.length),
    }
  },
  errors: (item, answer) => {
    const { text, source, target, root, name } = item
    const words = ({ start, end }: Range) => text.slice(start, end)
    const act = joined(answer.acts, item)
    const way = act === undefined ? 'not joined' : joins(act, item)
    if (act?.root === root && way === 'right' && answer.root === root) return []
    const shown = (act === undefined ? answer.acts : [act])
      .map((one) => ` ${one.root || '(no root)'} [${one.actor.map(words)}] → [${one.recipient.map(words)}]`)
      .join(';')
    return [
      `${name} gold ${root} given ${answer.root ?? '-'} [${words(source)}] → [${words(target)}]; ${way}${shown} ${JSON.stringify(text)}`,
    ]
  },
  details: (items, answers) => {
    const classes = countClasses(items.map((item, i) => [item.root, answers[i]!.root] as const))
    return [
      'root          n    F1 (source and target given)',
      ...[...classes]
        .filter(([, { gold }]) => gold > 0)
        .sort(([, a], [, b]) => b.gold - a.gold)
        .map(
          ([root, counts]) =>
            `${root.padEnd(12)} ${String(counts.gold).padStart(3)} ${(100 * f1(counts).value).toFixed(1).padStart(5)}`,
        ),
    ]
  },
})
