// In: a scene and what its finders told. Out: what was to be on a day, told when that day is over or was given up.
import type { ClaimDay, Modality } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { clauseAt, datedSentences, eventAt, isDoers, isOfThing, tellsDays, toldDays } from './event-words.ts'

/**
 * "Transit had been meant to begin on 1 September", "the fee was to have ended on Monday", "the opinion had been due on 3
 * May", "the round, planned for 7 October, fell through": a plan with a day that no other claim of the sentence has, in the
 * words of its clause. Whether the day is over shows once the report is placed: what may still come about is told elsewhere.
 */
export function findPlansOfThen(scene: Scene, found: readonly Found[]): Found[] {
  const { doc, grammar } = scene
  const told = toldDays(found.filter(tellsDays))
  const plans: Found[] = []
  const dated = datedSentences(scene)
  for (let head = 0; head < doc.tokens.count; head++) {
    if (!dated.has(scene.sentenceOf(head)) || doc.tokens.dep[head] === 'aux') continue
    if (scene.attributions(head)[0]?.form === 'direct') continue
    if (!grammar.isVerb(head) && grammar.dependents(head, 'cop').length === 0) continue
    const plan = planAt(scene, head)
    if (!plan) continue
    const isOpen = plan.isOpen === true && isLeftOpen(scene, head)
    const days = daysAt(scene, head, plan.isOver || isOpen).filter(({ start }) => !told.has(start))
    if (days.length === 0) continue
    const epistemics = { polarity: 'affirmed', modality: plan.modality } as const
    const isWeekday = days.some(({ relative }) => relative?.kind === 'weekday')
    const foundBy = isOpen && isWeekday ? 'act/was-to@1' : 'act/then@1'
    const at = { days, foundBy, epistemics }
    const one = (isOpen ? eventAt(scene, head, at) : undefined) ?? clauseAt(scene, head, at)
    if (!one) continue
    plans.push(one)
    for (const { start } of days) told.add(start)
  }
  return plans
}

const PLANNED = 'due|set|scheduled|slated|supposed|meant|billed|intended|booked|listed|planned|asked'
const FORETOLD = 'expected|hoped'
const MEANT = 'hoped|planned|intended|meant|wanted|promised|pledged|threatened|agreed|undertaken'
const TO = '(?: to)(?<have> have)?(?: been| be)?$'

/** Words in front of the verb of a plan, and whether they say that it did not come about. */
const BEFORE: readonly {
  readonly words: RegExp
  readonly modality: Modality
  readonly isOver?: true
  readonly isOpen?: true
}[] = [
  {
    words: /\b(?:was|were)(?: (?:due|set|scheduled|slated))? to(?: be)?$/,
    modality: 'planned',
    isOpen: true,
  },
  { words: new RegExp(`\\b(?:was|were)(?: \\w+ly| first)?${TO}`), modality: 'planned' },
  { words: new RegExp(`\\b(?:was|were|been)(?: \\w+ly| first)? (?:${PLANNED})${TO}`), modality: 'planned' },
  { words: new RegExp(`\\b(?:was|were|been)(?: \\w+ly| first)? (?:${FORETOLD})${TO}`), modality: 'expected' },
  { words: new RegExp(`\\bhad (?:\\w+ly )?(?:${MEANT})${TO}`), modality: 'planned' },
  { words: /\b(?:should|ought to) have(?: been)?$/, modality: 'planned', isOver: true },
]
/** Words before the verb that are looked at. */
const REACH = 8

/** Whether a clause tells a plan of then. */
function planAt(
  scene: Scene,
  head: number,
): { readonly modality: Modality; readonly isOver: boolean; readonly isOpen?: true } | undefined {
  const { lower, sent } = scene.doc.tokens
  if (scene.grammar.dependents(head, 'mark').some((mark) => SUPPOSED.has(lower[mark]!))) return undefined
  // "What the ministry did was to suspend it": done.
  if (lower[scene.doc.sents[sent[head]!]!.first] === 'what') return undefined
  let first = head
  while (first > 0 && head - first < REACH && sent[first - 1] === sent[head]) first--
  const before = lower.slice(first, head).join(' ')
  for (const { words, modality, isOver, isOpen } of BEFORE) {
    const match = before.match(words)
    if (match)
      return {
        modality,
        isOver: isOver === true || match.groups?.have !== undefined,
        ...(isOpen ? { isOpen } : {}),
      }
  }
  if (!isArranged(scene, head)) return undefined
  return { modality: scene.doc.tokens.lemma[head] === 'expect' ? 'expected' : 'planned', isOver: false }
}

/** "The envoys were to meet on Friday": the Friday may be ahead, unless the sentence tells what became of it. */
function isLeftOpen({ doc }: Scene, head: number): boolean {
  const { lower, sent } = doc.tokens
  const { first, last } = doc.sents[sent[head]!]!
  return !lower.slice(first, last).some((word, at) => UPSETS.has(word) && first + at !== head)
}
const UPSETS: ReadonlySet<string> = new Set(
  'but before until originally initially first once had instead cancelled canceled postponed delayed scrapped after when'.split(
    ' ',
  ),
)

/** "If it was to open on 3 May": nobody says it was. */
const SUPPOSED: ReadonlySet<string> = new Set(['if', 'unless', 'whether'])

/** "Had been planned for", "was set for", "had been due on", "was promised for": arranged then. */
function isArranged({ doc, grammar, rows }: Scene, head: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  const auxiliaries = grammar.dependents(head, 'aux', 'cop').map((aux) => lower[aux]!)
  if (!auxiliaries.some((aux) => /^(?:was|were|had)$/.test(aux))) return false
  if (lower[head] === 'due') return true
  return tag[head] === 'VBN' && (rows('arranging-verbs').has(lemma[head]!) || SAID.has(lemma[head]!))
}

/** Verbs by which a day is told ahead. */
const SAID: ReadonlySet<string> = new Set(['promise', 'threaten', 'mean', 'announce'])

/** The days of a plan, as those on which it was to be; a weekday may still be ahead, unless the plan is told as over. */
const daysAt = (scene: Scene, head: number, isOver: boolean): ClaimDay[] =>
  scene.days([head]).flatMap((day) => {
    const { type, value, relative, role, relation, start } = day
    if ((type !== 'DATE' && type !== 'TIME') || relation === 'since' || role === 'to') return []
    if (isOfThing(scene, head, start) || isDoers(scene, head, start)) return []
    const isDay =
      value !== undefined
        ? /^\d{4}-\d\d-\d\d/.test(value)
        : relative !== undefined &&
          ((relative.kind === 'month' && relative.date !== undefined) ||
            relative.kind === 'date' ||
            (relative.kind === 'shift' && relative.grain === 'day' && Number(relative.count) <= 0) ||
            (isOver && relative.kind === 'weekday'))
    return isDay ? [{ ...day, role: 'on' as const }] : []
  })
