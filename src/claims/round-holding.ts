// In: a scene and a word that tells of a meeting. Out: how it holds: held, to come, only asked for, moved from another day, turned down.
import type { ClaimDay } from '../model/index.ts'
import { holdsMeetings } from './meeters.ts'
import { nearby } from './nearby.ts'
import type { Scene } from './scene.ts'

/** Verbs whose object, or what stands behind their preposition, is only wished for. */
const WISHING: Readonly<Record<string, readonly string[]>> = {
  ask: ['for'],
  call: ['for'],
  press: ['for'],
  push: ['for'],
  appeal: ['for'],
  hope: ['for'],
  apply: ['for'],
  seek: [],
  request: [],
  demand: [],
  want: [],
  propose: [],
  suggest: [],
  offer: [],
}
/** The same as nouns: "a request for talks". */
const WISHES: ReadonlySet<string> = new Set(
  'request call appeal demand proposal invitation plea offer bid hope'.split(' '),
)

/** "Had asked for a meeting", "offered talks", "her call for a summit": none is told of as agreed. */
function isWished({ doc, grammar }: Scene, trigger: number): boolean {
  const { head, dep, lemma } = doc.tokens
  const over = head[trigger]!
  if (over < 0) return false
  const word = grammar.caseOf(trigger)
  if (!grammar.isVerb(over))
    return WISHES.has(lemma[over]!) && /^(nmod|obl)/.test(dep[trigger]!) && (word === 'for' || word === 'of')
  const behind = WISHING[lemma[over]!]
  if (!behind) return false
  return behind.length === 0 ? /^(obj|nsubj:pass)/.test(dep[trigger]!) : behind.includes(word)
}

/** "…, the first talks between them since June": a word on the meeting just told, and no number in a row. */
export function isComment(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const { dep, head, form, lower, sent } = doc.tokens
  const [first] = grammar.dependents(trigger, 'amod').filter((word) => lower[word] === 'first')
  if (first === undefined || (/^nsubj/.test(dep[trigger]!) && holdsMeetings(scene, head[trigger]!)))
    return false
  const { last } = doc.sents[sent[trigger]!]!
  if (form[first - 2] !== ',') return false
  for (let at = trigger + 1; at < last && form[at] !== ','; at++) if (lower[at] === 'since') return true
  return false
}

const PLANNED: ReadonlySet<string> = new Set(['plan', 'schedule', 'set', 'slate', 'due', 'expect', 'fix'])

const BEFORE: ReadonlySet<string> = new Set(['originally', 'initially', 'previously', 'had', 'was', 'were'])

/**
 * "The round, which had been planned for May 3, will now open on May 9": the first is the day of the old plan, where the
 * words say "originally" or the sentence gives another day.
 */
export function movedFrom({ doc }: Scene, trigger: number, days: readonly ClaimDay[]): ClaimDay[] {
  const { tokens } = doc
  const planBefore = (day: ClaimDay): string | undefined => {
    const time = nearby(doc.times, trigger).find(({ start }) => start === day.start)
    for (let at = (time?.first ?? 0) - 1; at > trigger && at >= (time?.first ?? 0) - 4; at--)
      if (PLANNED.has(tokens.lemma[at]!)) {
        const words = tokens.lower.slice(Math.max(trigger, at - 3), at)
        return words.find((word) => BEFORE.has(word))
      }
    return undefined
  }
  const plans = days.map(planBefore)
  return days.map((day, at) => {
    const said = plans[at]
    const old = said !== undefined && (/ly$/.test(said) || plans.some((other) => other === undefined))
    return old ? { ...day, role: 'originalDue' as const } : day
  })
}

/** "Talks are days away", "ahead of the summit", "before a third round": it is still to come. */
function isAhead(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const { lower, head, dep } = doc.tokens
  const over = head[trigger]!
  if (dep[trigger] === 'nsubj' && over >= 0 && (lower[over] === 'away' || lower[over + 1] === 'away'))
    return true
  const [mark] = grammar.dependents(trigger, 'case')
  if (mark === undefined) return false
  const some = grammar.dependents(trigger, 'det').some((det) => /^(an?|another)$/.test(lower[det]!))
  return lower[mark] === 'ahead' || lower[mark - 1] === 'ahead' || (lower[mark] === 'before' && some)
}

const verbOver = (scene: Scene, trigger: number): number => {
  if (scene.grammar.isVerb(trigger) || scene.doc.stances.has(trigger)) return trigger
  const head = scene.doc.tokens.head[trigger]!
  return head >= 0 && /^(nsubj|obj|obl)/.test(scene.doc.tokens.dep[trigger]!) && scene.grammar.isVerb(head)
    ? head
    : trigger
}

/** How the meeting holds; a clause on the noun ("the talks, set to begin on Friday, …") weighs more than its verb. */
export function epistemicsOf(scene: Scene, trigger: number) {
  for (const clause of scene.grammar.dependents(trigger, 'acl'))
    for (const verb of [clause, ...scene.grammar.dependents(clause, 'xcomp')]) {
      const own = scene.epistemics(verb)
      if (own.modality === 'planned' || own.modality === 'expected') return own
    }
  if (isWished(scene, trigger)) return { polarity: 'affirmed' as const, modality: 'possible' as const }
  if (isAhead(scene, trigger)) return { polarity: 'affirmed' as const, modality: 'planned' as const }
  return scene.epistemics(verbOver(scene, trigger))
}

/** "break off": a verb with its particle. */
const phrasal = ({ doc, grammar }: Scene, verb: number): string =>
  [verb, ...grammar.dependents(verb, 'compound:prt', 'advmod').slice(0, 1)]
    .map((token) => doc.tokens.lemma[token]!)
    .join(' ')

export function phaseOf(scene: Scene, trigger: number, modality: string) {
  const head = scene.doc.tokens.head[trigger]!
  const verbs = scene.rows('round-phases')
  const row =
    verbs.get(scene.doc.tokens.lemma[trigger]!) ??
    (head >= 0 ? (verbs.get(phrasal(scene, head)) ?? verbs.get(scene.doc.tokens.lemma[head]!)) : undefined)
  if (
    modality === 'planned' ||
    modality === 'expected' ||
    modality === 'possible' ||
    modality === 'conditional'
  )
    return 'planned'
  if (row?.phase) return row.phase
  return modality === 'ongoing' ? 'in session' : 'held'
}

/** Told with a verb of refusing: "rejected a meeting". */
export function isRefused(scene: Scene, trigger: number): boolean {
  const { head, dep, lemma } = scene.doc.tokens
  const over = head[trigger]!
  return (
    over >= 0 &&
    /^(obj|nsubj:pass)/.test(dep[trigger]!) &&
    scene.rows('round-phases').get(lemma[over]!)?.phase === 'refused'
  )
}
