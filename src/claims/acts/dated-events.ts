// In: a scene and the verbs that other finders told. Out: what else happened on a day that its sentence gives, in the report's own verb.
import { UPOS } from '../../language/doc.ts'
import type { ClaimDay, Phrase } from '../../model/index.ts'
import type { Found, Scene } from '../scene.ts'
import { actorsAt, refsAt } from './actors.ts'

const VERB = UPOS.indexOf('VERB')
const PRON = UPOS.indexOf('PRON')

/** Where a clause stands in which something is told to have happened, or to be ahead. */
const CLAUSES = /^(?:root|conj|ccomp|acl:relcl|advcl|parataxis|dep)$/
/** "Before the talks began", "if it fails", "unless", "whether": not told as having happened. */
const UNSURE: ReadonlySet<string> = new Set('if unless whether before until lest though'.split(' '))
const TOLD: ReadonlySet<string> = new Set(['held', 'planned', 'background'])
/** Auxiliaries of what is over. */
const DONE = /^(?:was|were|has|have|had|been)$/
const CARRIES: ReadonlySet<string> = new Set(['xcomp', 'ccomp'])

/**
 * What no row of words names ("the crossing reopened on Monday", "Lund, who was shot on May 3", "fighting broke out late on
 * Friday"): a finite verb of something that happens (`lasting-verbs` are none), with a day of its own. `taken` are verbs
 * and nouns told already; a verb that carries one of these is told with it.
 */
export function findDatedEvents(scene: Scene, taken: ReadonlySet<number>): Found[] {
  const { tokens } = scene.doc
  const found: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    if (tokens.pos[verb] !== VERB || taken.has(verb) || !isEvent(scene, verb)) continue
    const days = daysAt(scene, verb)
    if (days.length === 0 || carries(scene, verb, taken)) continue
    const { polarity, modality } = scene.epistemics(verb)
    if (polarity !== 'affirmed' || !TOLD.has(modality)) continue
    const one = eventAt(scene, verb, days)
    if (one) found.push(one)
  }
  return found
}

function isEvent(scene: Scene, verb: number): boolean {
  const { grammar, rows } = scene
  const { tag, lemma, dep, lower, head } = scene.doc.tokens
  const name = lemma[verb]!
  if (rows('lasting-verbs').has(name) || isOnlySaid(scene, verb)) return false
  // "Picture taken on Monday": nothing is told of the picture.
  const isReduced = dep[verb] === 'acl' && tag[verb] === 'VBN' && dep[head[verb]!] !== 'root'
  if (!isReduced && !CLAUSES.test(dep[verb]!)) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  if (!isReduced && !isPast(scene, verb, auxiliaries) && !auxiliaries.includes('will')) return false
  const marks = grammar.dependents(verb, 'mark', 'advmod').map((mark) => lower[mark]!)
  if (marks.some((mark) => UNSURE.has(mark))) return false
  if (dep[verb] === 'ccomp' && head[verb]! >= 0 && !rows('speech-verbs').has(lemma[head[verb]!]!))
    return false
  return scene.attributions(verb)[0]?.form !== 'direct'
}

/** Words alone are a statement; "approved the takeover", "addressed parliament" are deeds. */
function isOnlySaid({ grammar, rows, doc }: Scene, verb: number): boolean {
  if (!rows('speech-verbs').has(doc.tokens.lemma[verb]!)) return false
  return grammar.objects(verb).length === 0 || grammar.dependents(verb, 'ccomp', 'xcomp').length > 0
}

const isPast = ({ doc }: Scene, verb: number, auxiliaries: readonly string[]): boolean =>
  doc.tokens.tag[verb] === 'VBD' ||
  (doc.tokens.tag[verb] === 'VBN' && auxiliaries.length > 0 && auxiliaries.every((aux) => DONE.test(aux)))

/** Its days of one date or weekday; those of months, years and hours alone tell no day. */
const daysAt = (scene: Scene, verb: number): ClaimDay[] =>
  scene.days([verb]).filter(({ type, value, relative, role, mod }) => {
    if (type === 'DURATION' || type === 'SET' || mod !== undefined || (role !== 'on' && role !== 'from'))
      return false
    if (value !== undefined) return /^\d{4}-\d\d-\d\d/.test(value)
    if (!relative) return false
    if (relative.kind === 'shift') return relative.grain === 'day' || relative.grain === 'hour'
    if (relative.kind === 'month') return relative.date !== undefined
    return relative.kind === 'weekday' || relative.kind === 'date' || relative.kind === 'clock'
  })

/** Whether it tells what another claim tells: "held talks", "reached a deal". */
const carries = ({ grammar }: Scene, verb: number, taken: ReadonlySet<number>): boolean =>
  [...grammar.objects(verb), ...grammar.subjects(verb), ...grammar.dependents(verb, ...CARRIES)].some((one) =>
    taken.has(one),
  )

function eventAt(scene: Scene, verb: number, days: readonly ClaimDay[]): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { pos, lemma } = doc.tokens
  const subjects = grammar.subjects(verb)
  // "The vote takes place on Friday": it is the vote that happens.
  const happens = lemma[verb] === 'take' && grammar.objects(verb).some((token) => lemma[token] === 'place')
  const objects = happens ? [] : grammar.objects(verb)
  const thing = objects[0] ?? subjects[0]
  if (thing === undefined) return undefined
  const actor = refsAt(
    scene,
    subjects.filter((token) => !objects.includes(token)).flatMap((token) => actorsAt(scene, token)),
  )
  const isOpen = pos[thing] === PRON && actor.length === 0
  if (isOpen) return undefined
  const object: Phrase | undefined =
    objects[0] === undefined && actor.length > 0 ? undefined : fillers.phrase(thing, 'short')
  const { first, last } = grammar.predicate(verb)
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/dated@1',
    body: {
      type: `event: ${lemma[happens ? thing : verb]}`,
      actor,
      recipient: [],
      ...(object ? { object } : {}),
      words: fillers.phraseOf(Math.min(first, verb), Math.max(last, verb), verb),
    },
    days,
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}
