// In: a scene and the words table happenings. Out: events told by what happens to a thing, whoever does it: a shutdown, a strike, a bill.
import type { Lexicon } from '../../language/lexicon.ts'
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { withoutTimes } from '../asides.ts'
import type { Found, Scene } from '../scene.ts'
import { actorsAt, canAct, refsAt } from './actors.ts'
import { ploverAsTold } from './plover-root.ts'
import { BALLOTS, voteTo } from './vote-verbs.ts'

/** One row of `happenings`: its nouns (PERSON: anybody by name; CHAMBER: who votes on laws; THING: whatever a chamber decides on) as subject, object or either of its verbs; "shut_down" is a verb with its particle. */
interface Happening {
  readonly nouns: ReadonlySet<string>
  readonly particle: string
  /** What stands behind the particle ("go_on_strike"), or "". */
  readonly behind: string
  readonly as: string
  /** Nouns of which the subject must be one, where the row names any. */
  readonly by: ReadonlySet<string>
  readonly type: string
  readonly plover: string
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, readonly Happening[]>>()

function rowsOf(lexicon: Lexicon): ReadonlyMap<string, readonly Happening[]> {
  const done = known.get(lexicon)
  if (done) return done
  const rows = new Map<string, Happening[]>()
  for (const row of lexicon.table('happenings'))
    for (const word of (row.verb ?? '').split(' ')) {
      const parts = word.split('_')
      const verb = parts[0]!
      const behind = parts.length > 2 ? parts.at(-1)! : ''
      const particle = parts.slice(1, behind === '' ? undefined : -1).at(-1) ?? ''
      const one = {
        nouns: new Set((row.noun ?? '').split(' ')),
        particle,
        behind,
        as: row.as ?? 'either',
        by: new Set((row.by ?? '').split(' ').filter(Boolean)),
        type: row.type ?? '',
        plover: row.plover ?? '',
      }
      rows.set(verb, [...(rows.get(verb) ?? []), one])
    }
  known.set(lexicon, rows)
  return rows
}

/** Events of things ("the shutdown began", "the bill failed", "dockers walked off"); `taken` are verbs told already. */
export function findHappenings(scene: Scene, taken: ReadonlySet<number>): Found[] {
  const rows = rowsOf(scene.lexicon)
  const { tokens } = scene.doc
  const found: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    const here = rows.get(tokens.lemma[verb]!)
    if (!here || taken.has(verb) || !scene.grammar.isVerb(verb)) continue
    for (const row of here) {
      const one = happeningAt(scene, verb, row)
      if (!one) continue
      found.push(one)
      break
    }
  }
  return found
}

function happeningAt(scene: Scene, verb: number, row: Happening): Found | undefined {
  const { grammar, fillers } = scene
  if (row.particle !== '' && !hasParticle(scene, verb, row)) return undefined
  const isOne = (token: number) => kindsOf(scene, token).some((kind) => row.nouns.has(kind))
  const passive = grammar.isPassive(verb)
  const subjects = grammar.subjects(verb)
  // "Pushed through the bill": of a verb with its particle the thing may hang behind that.
  const objects = [
    ...grammar.objects(verb),
    ...(row.particle === '' ? [] : grammar.obliques(verb, row.particle)),
  ]
  const asSubject = row.as !== 'object' && !passive ? subjects.find(isOne) : undefined
  const asObject = row.as !== 'subject' ? objects.find(isOne) : undefined
  // "The overhaul passed the chamber": whatever it is, who passed it shows that it was voted on.
  const chambers = !passive && row.type.startsWith('vote: ') ? chambersAt(scene, verb) : []
  const asAny = chambers.length > 0 ? subjects.find((token) => isThing(scene, token)) : undefined
  const thing = asObject ?? asSubject ?? (row.nouns.has('THING') ? asAny : undefined)
  if (thing === undefined) return undefined
  const isBy = (token: number) => kindsOf(scene, token).some((kind) => row.by.has(kind))
  const byAny = row.by.has('THING') && asAny !== undefined
  if (row.by.size > 0 && !byAny && !subjects.some(isBy)) return undefined
  const { lemma } = scene.doc.tokens
  const isVote = row.type === 'vote' && BALLOTS.has(lemma[thing]!)
  // "A vote is expected on Friday", "they called a vote"
  const isPlan = (isVote && PLANS.has(lemma[verb]!)) || isDue(scene, verb)
  const epistemics = isPlan ? plannedBy(scene, verb) : scene.epistemics(verb)
  const { polarity, modality } = epistemics
  if (isVote && polarity === 'denied') return undefined
  if (isSpokenOf(scene, verb) || (!isPlan && isPurpose(scene, verb)) || isAsked(scene, verb)) return undefined
  if (modality === 'hypothetical') return undefined
  // A court rules and nurses strike; a shutdown only happens, to a government too.
  const acts = asObject !== undefined || (!row.type.startsWith('shutdown') && canAct(scene, thing))
  const doers = acts ? subjects.flatMap((token) => actorsAt(scene, token)) : []
  const voters =
    chambers.length > 0 ? chambers : isVote && doers.length === 0 ? votersOf(scene, thing) : doers
  const actor: Ref[] = refsAt(scene, voters)
  /** What it is told of: the thing itself; what a vote is on; of who acts what he does it to. */
  const aboutOf = (): number | undefined => {
    if (isVote) return clauseOf(scene, thing) ?? votedOn(scene, verb, thing)
    if (row.type === 'vote') return clauseOf(scene, verb) ?? votedOn(scene, verb, thing) ?? objects[0]
    const isDoer = asObject === undefined && chambers.length === 0 && actor.length > 0
    return isDoer ? (objects[0] ?? clauseOf(scene, verb)) : (approved(scene, verb, thing) ?? thing)
  }
  const about = aboutOf()
  const object =
    about === undefined
      ? undefined
      : grammar.isVerb(about)
        ? fillers.phrase(about, 'clause')
        : withoutOpenEnd(withoutTimes(scene, about))
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/happening@1',
    ...(isPlan ? { epistemics } : {}),
    body: {
      type:
        (row.type === 'vote' && about !== undefined && voteTo(scene.doc.tokens.lemma[about]!)) || row.type,
      ...(row.plover === '' ? {} : { plover: ploverAsTold(row.plover, polarity, modality) }),
      actor,
      recipient: [],
      ...(object ? { object } : {}),
    },
    days: scene.days([verb, thing]).filter((day) => !isOfThing(scene, verb, thing, day)),
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}

/** "Concerns include ratifying the deal": spoken of, not done. */
const isSpokenOf = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.tag[verb] === 'VBG' &&
  !grammar.isPassive(verb) &&
  !/^(?:root|advcl|ccomp)/.test(doc.tokens.dep[verb]!) &&
  grammar.dependents(verb, 'aux').length === 0

/** What a vote is arranged by. */
const PLANS: ReadonlySet<string> = new Set(['expect', 'schedule', 'slate', 'set', 'plan', 'call'])

/** "Were to vote", "is due to vote", "are likely to strike": ahead, whatever else the words are. */
const isDue = ({ doc }: Scene, verb: number): boolean => {
  const { lower, lemma } = doc.tokens
  if (lower[verb - 1] !== 'to') return false
  return lemma[verb - 2] === 'be' || (DUE.has(lower[verb - 2] ?? '') && lemma[verb - 3] === 'be')
}
const DUE: ReadonlySet<string> = new Set(['due', 'set', 'scheduled', 'slated', 'poised'])

const plannedBy = (scene: Scene, verb: number) => {
  const told = scene.epistemics(verb)
  return /^(?:held|ongoing|background|expected|hypothetical)$/.test(told.modality)
    ? { ...told, modality: 'planned' as const }
    : told
}

/** Who passed or stopped what came before it: "passed the senate", "failed in the lower house", "won approval from parliament". */
export function chambersAt(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  const objects = grammar.objects(verb)
  return [
    ...objects,
    ...[verb, ...objects].flatMap((token) =>
      ['in', 'by', 'from', 'through', 'of'].flatMap((word) => grammar.obliques(token, word)),
    ),
  ].filter((token) => kindsOf(scene, token).includes('CHAMBER'))
}

/** A common noun that does nothing itself. */
const isThing = (scene: Scene, token: number): boolean =>
  /^(?:NN|W|PRP$)/.test(scene.doc.tokens.tag[token]!) && !canAct(scene, token)

/** Whose vote it is: "a senate vote", "the union's ballot", "a vote in parliament". */
const votersOf = (scene: Scene, vote: number): number[] =>
  [
    ...scene.grammar.dependents(vote, 'nmod:poss', 'compound'),
    ...['in', 'by', 'of'].flatMap((word) => scene.grammar.obliques(vote, word)),
  ].filter((token) => canAct(scene, token))

/** What is voted on: "a vote on the treaty", "voted against the plan". */
const votedOn = ({ grammar, fillers }: Scene, verb: number, vote: number): number | undefined =>
  [verb, vote]
    .flatMap((token) => ['on', 'over', 'for', 'against'].flatMap((word) => grammar.obliques(token, word)))
    .find((token) => !fillers.timeAt(token) && !fillers.quantityAt(token))

/** "A walkout" of "a walkout of more than three days": no phrase ends on "of more". */
function withoutOpenEnd(told: Phrase): Phrase {
  const open = /\s+of (?:more|less|fewer|about|around|nearly|over|under)$/.exec(told.text)
  return open ? { ...told, text: told.text.slice(0, open.index), end: told.end - open[0].length } : told
}

/** "Called off Friday's vote": the day of what is done away with or put off, none of the deed's. */
function isOfThing({ doc, grammar }: Scene, verb: number, thing: number, { start, end }: ClaimDay): boolean {
  const { tokens } = doc
  const { first } = grammar.phrase(thing, 'short')
  return first > verb && start >= tokens.start[first]! && end <= tokens.start[thing]!
}

/** What somebody or something is: the last word of a name ("Supreme Court"), else the lemma; PERSON or CHAMBER where it is one. */
function kindsOf({ doc, fillers, lexicon }: Scene, token: number): string[] {
  const name = fillers.nameAt(token)
  const word = name ? doc.tokens.lower[name.last - 1]! : doc.tokens.lemma[token]!
  // A presidential palace votes on nothing.
  const chamber = lexicon.list('chamber-nouns').has(word) && name?.type !== 'government' ? ['CHAMBER'] : []
  return [word, ...chamber, ...(name?.type === 'person' ? ['PERSON'] : [])]
}

/** What is approved: "gave approval to the plan", "the plan won approval". */
function approved({ doc, grammar }: Scene, verb: number, noun: number): number | undefined {
  if (!APPROVALS.has(doc.tokens.lemma[noun]!)) return undefined
  const to = [noun, verb].flatMap((token) => grammar.obliques(token, 'to'))
  return to[0] ?? (GAINS.has(doc.tokens.lemma[verb]!) ? grammar.subjects(verb)[0] : undefined)
}
const APPROVALS: ReadonlySet<string> = new Set(['approval', 'backing', 'passage'])
const GAINS: ReadonlySet<string> = new Set(['win', 'gain', 'receive'])

/** The infinitive a verb governs ("voted to end debate"). */
const clauseOf = ({ grammar, doc }: Scene, verb: number): number | undefined =>
  grammar
    .dependents(verb, 'xcomp', 'advcl')
    .find((token) => token > verb && grammar.isVerb(token) && doc.tokens.tag[token] !== 'VBG')

function hasParticle({ doc, grammar }: Scene, verb: number, { particle, behind }: Happening): boolean {
  const { lower, lemma } = doc.tokens
  if (behind !== '')
    return (
      (lower[verb + 1] === particle && lemma[verb + 2] === behind) ||
      grammar.obliques(verb, particle).some((token) => lemma[token] === behind)
    )
  return (
    lower[verb + 1] === particle ||
    grammar.dependents(verb, 'compound:prt', 'advmod', 'obj').some((child) => lower[child] === particle) ||
    grammar.obliques(verb, particle).length > 0
  )
}

/** "a plan to reopen the ports": what is meant to happen has not; what is expected to is told so. */
const isPurpose = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.dep[verb] !== 'xcomp' &&
  grammar.dependents(verb, 'mark').some((mark) => doc.tokens.lower[mark] === 'to')

const isAsked = (scene: Scene, token: number): boolean => {
  const sentence = scene.doc.sents[scene.sentenceOf(token)]!
  return scene.doc.tokens.form[sentence.last - 1] === '?'
}
