// In: a scene, a noun that names a measure. Out: that what was planned or threatened of it has been given up before it began.
import type { Row } from '../../language/lexicon.ts'
import { isActual } from '../../model/index.ts'
import { verbRow } from '../sentence/phrasal.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'

/** What stands between giving up and the measure: "the plan for", "its threat to impose", "a new round of". */
const PLANS: ReadonlySet<string> = new Set([
  'announcement',
  'idea',
  'imposition',
  'intention',
  'introduction',
  'move',
  'package',
  'plan',
  'proposal',
  'round',
  'set',
  'threat',
  'vow',
  'wave',
])
/** Of a measure that has not begun: "the threatened duties". */
const AHEAD: ReadonlySet<string> = new Set([
  'impending',
  'intended',
  'looming',
  'new',
  'pending',
  'planned',
  'proposed',
  'scheduled',
  'threatened',
])
const FARTHEST = 6

/** Called off, before it began. */
export const CALLED_OFF: Row = { lemma: 'call off', effect: 'end', status: 'called off', direction: 'eases' }

/**
 * "Dropped its plan for a duty", "backed down from its threat to impose duties", "decided against a ban", "the accord averted the
 * threatened duties", "will not go ahead with its duties" (words table `giving-up-verbs`: lemma, with, whose, only). Undefined where
 * it is only hoped for, or where the words do not say that the measure was still to come.
 */
export function calledOff(scene: Scene, noun: number): Doing | undefined {
  const { doc, grammar } = scene
  const { dep, head, lemma, lower, tag } = doc.tokens
  const rows = scene.rows('giving-up-verbs')
  const tabled = offTheTable(scene, noun)
  if (tabled) return tabled
  let isAhead = isToCome(scene, noun)
  let at = noun
  for (let steps = 0; steps < FARTHEST; steps++) {
    const over = head[at]!
    if (over < 0) return undefined
    if (grammar.isVerb(over) && !(dep[at] === 'xcomp' && tag[at] === 'VBG')) {
      const notGone = notGoingAhead(scene, at, over)
      if (notGone) return notGone
      const row = verbRow(scene, over, rows)
      const planned = row ? planBefore(scene, at, over) : false
      isAhead ||= planned
      const way = planned || dep[at] === 'obj' || dep[at] === 'nsubj:pass' ? 'object' : wayOf(scene, at, over)
      if (row && row.with!.split('|').includes(way) && (isAhead || row.only !== 'ahead')) {
        const { polarity, modality } = scene.epistemics(over)
        const isMeant = modality === 'planned' && row.whose === 'doer'
        if (polarity === 'denied' || !(isActual(modality) || isMeant)) return undefined
        const doing = { token: over, tokens: [over], asObject: true }
        return { ...doing, row: CALLED_OFF, ...(row.whose === 'other' ? { byOthers: true } : {}) }
      }
      // "A threat to impose duties", "decided against imposing them": the verb of imposing is passed by.
      if (!isImposing(scene, over) || /^VB[DPZ]$/.test(tag[over]!)) return undefined
      isAhead = true
    } else if (!grammar.isVerb(over)) {
      if (PLANS.has(lemma[over]!))
        isAhead ||= !/^(?:package|round|set|wave)$/.test(lemma[over]!) || isToCome(scene, over)
      else if (dep[at] !== 'conj' && !(dep[at] === 'amod' && tag[at] === 'VBG')) return undefined
    }
    if (/^(?:acl:relcl|advcl|parataxis)/.test(dep[at]!) && /^VB[DPZ]$/.test(tag[at]!)) return undefined
    at = over
    if (lower[at] === 'without') return undefined
  }
  return undefined
}

/** The preposition by which a word hangs on a verb: its own, or that of the gerund it is ("from imposing"). */
function wayOf({ doc, grammar }: Scene, at: number, over: number): string {
  const { dep, lower } = doc.tokens
  const own = grammar.caseOf(at)
  if (own) return own
  const mark = grammar.dependents(at, 'mark', 'case').find((one) => one > over)
  if (mark !== undefined) return lower[mark]!
  return dep[at] === 'xcomp' || dep[at] === 'ccomp' ? 'object' : ''
}

const isImposing = (scene: Scene, verb: number): boolean =>
  /^(?:set|threaten|resume)$/.test(verbRow(scene, verb, scene.rows('measure-verbs'))?.effect ?? '')

/** "The planned duties", "the duties that were to begin on Monday", "due to take effect". */
function isToCome({ doc, grammar }: Scene, noun: number): boolean {
  const { lower, lemma } = doc.tokens
  if (grammar.dependents(noun, 'amod').some((one) => AHEAD.has(lower[one]!))) return true
  return grammar
    .relativeVerbs(noun)
    .some(
      (verb) =>
        /^(?:due|threaten|plan|schedule|propose|set|slate)$/.test(lemma[verb]!) ||
        grammar.dependents(verb, 'mark').some((mark) => lower[mark] === 'to' && lemma[mark - 1] === 'be'),
    )
}

/** "Will not go ahead with its duties", "is not pressing ahead with the ban". */
function notGoingAhead(scene: Scene, at: number, over: number): Doing | undefined {
  const { doc, grammar } = scene
  const { lemma, lower } = doc.tokens
  const goesOn = /^(?:go|press|move|push|proceed|follow)$/.test(lemma[over]!)
  const ahead = lemma[over] === 'proceed' || /^(?:ahead|forward|through)$/.test(lower[over + 1] ?? '')
  if (!goesOn || !ahead || grammar.caseOf(at) !== 'with') return undefined
  if (!isRefused(scene, over)) return undefined
  return {
    token: over,
    tokens: [over],
    asObject: true,
    row: CALLED_OFF,
    mood: { polarity: 'affirmed', modality: 'held' },
  }
}

/** "Shelved its plan to impose", "dropped plans for": the plan as the verb's object, with what it is for hung on the verb. */
const planBefore = ({ doc, grammar }: Scene, at: number, verb: number): boolean =>
  /^(?:advcl|obl|xcomp)$/.test(doc.tokens.dep[at]!) &&
  grammar.objects(verb).some((one) => one > verb && one < at && PLANS.has(doc.tokens.lemma[one]!))

/** "Are off the table", said of the measure. */
function offTheTable({ doc, grammar }: Scene, noun: number): Doing | undefined {
  const table = doc.tokens.head[noun]!
  const isOff =
    table >= 0 &&
    doc.tokens.lemma[table] === 'table' &&
    doc.tokens.dep[noun] === 'nsubj' &&
    grammar.caseOf(table) === 'off'
  return isOff ? { token: table, tokens: [table], asObject: true, row: CALLED_OFF } : undefined
}

/** "Will not", "has decided not to": on no condition, and no guess ("I don't think he is going to"). */
export function isRefused(scene: Scene, token: number): boolean {
  const { polarity, modality } = scene.epistemics(token)
  const { head, dep, lemma } = scene.doc.tokens
  let over = head[token]!
  while (over >= 0 && dep[over] === 'xcomp') over = head[over]!
  const isGuess = [over, over < 0 ? -1 : head[over]!].some((at) => at >= 0 && GUESSES.has(lemma[at]!))
  const isAhead = modality === 'planned' || modality === 'expected'
  return polarity === 'denied' && isAhead && !isGuess && !isLater(scene, token)
}

/** "Will not immediately impose duties", "not at once": later. */
const isLater = ({ doc, grammar }: Scene, verb: number): boolean =>
  [
    ...grammar.dependents(verb, 'advmod'),
    ...grammar.obliques(verb, 'at'),
    ...grammar.obliques(verb, 'for'),
  ].some((at) => /^(?:automatically|immediately|instantly|now|once|yet)$/.test(doc.tokens.lower[at]!))

const GUESSES: ReadonlySet<string> = new Set(
  'think believe expect doubt guess hope predict reckon suspect assume bet imagine'.split(' '),
)
