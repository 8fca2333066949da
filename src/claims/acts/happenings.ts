// In: a scene and the words table happenings. Out: events told by what happens to a thing, whoever does it: a shutdown, a strike, a bill.
import type { Lexicon } from '../../language/lexicon.ts'
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { withoutTimes } from '../sentence/asides.ts'
import { particleOf } from '../sentence/phrasal.ts'
import { type Found, isQuestion, type Scene } from '../sentence/scene.ts'
import { actorsAt, canAct, refsAt, unnamedAt } from './actors.ts'
import { daysOfDeed } from './deed-days.ts'
import { wordsFrom } from './event-words.ts'
import { kindsOf } from './happening-nouns.ts'
import { ploverAsTold } from './plover-root.ts'
import { BALLOTS, voteTo } from './vote-verbs.ts'

/** One row of `happenings`: its nouns (THING: whatever a chamber decides on; other capitals: a class of `kindsOf`) as subject, object or either of its verbs; "shut_down" is a verb with its particle. */
interface Happening {
  readonly nouns: ReadonlySet<string>
  readonly particle: string
  /** What stands behind the particle ("go_on_strike"), or "". */
  readonly behind: string
  /** All words behind the verb, as they follow it. */
  readonly after: string
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
        after: parts.slice(1).join(' '),
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
  for (const noun of scene.where('lemma', STRIKE)) {
    const told = onStrike(scene, noun)
    if (told) found.push(told)
  }
  for (const verb of scene.where('lemma', rows)) {
    if (taken.has(verb) || !scene.grammar.isVerb(verb)) continue
    for (const row of rows.get(tokens.lemma[verb]!)!) {
      const one = happeningAt(scene, verb, row)
      if (!one) continue
      found.push(one)
      break
    }
  }
  return found
}

const STRIKE: ReadonlySet<string> = new Set(['strike'])

/** "Labourers have been on strike since May": that they stop work, told by a noun. */
function onStrike(scene: Scene, noun: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { lower, start, end } = doc.tokens
  if (lower[noun - 1] !== 'on' || grammar.dependents(noun, 'cop').length === 0) return undefined
  const crew = grammar.subjects(noun).filter((token) => kindsOf(scene, token).some((kind) => CREWS.has(kind)))
  const { polarity, modality } = scene.epistemics(noun)
  if (crew.length === 0 || polarity === 'denied' || modality === 'hypothetical') return undefined
  const first = grammar.dependents(noun, 'cop', 'aux').sort((a, b) => a - b)[0]!
  const { last } = grammar.predicate(noun)
  return {
    kind: 'act',
    trigger: noun,
    foundBy: 'act/happening@1',
    body: {
      type: 'strike: go on',
      plover: ploverAsTold('PROTEST', polarity, modality),
      actor: crew.map((token) =>
        fillers.nameAt(token) ? refsAt(scene, [token])[0]! : unnamedAt(scene, token),
      ),
      recipient: [],
      words: fillers.phraseOf(first, Math.max(last, noun), noun),
    },
    days: scene.days([noun]),
    roles: { object: { start: start[noun]!, end: end[noun]! } },
  }
}
const CREWS: ReadonlySet<string> = new Set(['WORKERS', 'LABOUR'])

function happeningAt(scene: Scene, verb: number, row: Happening): Found | undefined {
  const { grammar, fillers } = scene
  if (row.particle === '' ? particleOf(scene, verb) !== undefined : !hasParticle(scene, verb, row))
    return undefined
  const isOne = (token: number) => kindsOf(scene, token).some((kind) => row.nouns.has(kind))
  const passive = grammar.isPassive(verb)
  const subjects = ownOf(scene, verb, grammar.subjects(verb))
  // "Pushed through the bill": of a verb with its particle the thing may hang behind that.
  const objects = [
    ...ownOf(scene, verb, grammar.objects(verb)),
    // "Have called a walkout", parsed as what somebody is called.
    ...grammar.dependents(verb, 'xcomp').filter((token) => scene.doc.tokens.tag[token]!.startsWith('NN')),
    ...(row.particle === ''
      ? []
      : [...grammar.obliques(verb, row.particle), ...grammar.dependents(verb, 'obl:unmarked')]),
  ]
  // "Declared illegal by a court": who rules is told behind the passive.
  const isCourt = row.nouns.has('JUDGE') || row.nouns.has('REGULATOR')
  const asSubject = row.as !== 'object' && (!passive || isCourt) ? subjects.find(isOne) : undefined
  const asObject = row.as !== 'subject' ? objects.find(isOne) : undefined
  // "The overhaul passed the chamber": whatever it is, who passed it shows that it was voted on.
  const chambers = !passive && row.type.startsWith('vote: ') ? chambersAt(scene, verb) : []
  const asAny = chambers.length > 0 ? subjects.find((token) => isThing(scene, token)) : undefined
  const thing = asObject ?? asSubject ?? (row.nouns.has('THING') ? asAny : undefined)
  if (thing === undefined) return undefined
  if (row.type === 'strike: begin' && isOtherSense(scene, verb, objects)) return undefined
  const isBy = (token: number) => kindsOf(scene, token).some((kind) => row.by.has(kind))
  const byAny = row.by.has('THING') && asAny !== undefined
  // "The appeal was dismissed": only courts do that.
  const isClear = row.nouns.has('LAWSUIT') && passive && subjects.length === 0
  if (row.by.size > 0 && !byAny && !isClear && !subjects.some(isBy)) return undefined
  const { lemma } = scene.doc.tokens
  const isVote = row.type === 'vote' && BALLOTS.has(lemma[thing]!)
  // "A vote is expected on Friday", "they called a vote"
  const isHearing = row.nouns.has('HEARING') && PLANS.has(lemma[verb]!)
  // "The vote expected on Thursday will be held on Monday": the verb behind it tells when.
  const isOldPlan =
    scene.doc.tokens.dep[verb]!.startsWith('acl') &&
    scene.doc.tokens.dep[thing]!.startsWith('nsubj') &&
    grammar.isPassive(verb)
  if (isVote && isOldPlan && PLANS.has(lemma[verb]!)) return undefined
  // "The hearing, set for 12 May, was put off"
  if (isHearing && scene.doc.tokens.dep[verb]!.startsWith('acl')) return undefined
  // "The ballot had been planned for Sunday": what became of it, other words tell.
  const isOver = grammar.dependents(verb, 'aux').some((aux) => scene.doc.tokens.lower[aux] === 'had')
  if ((isVote || isHearing) && isOver && PLANS.has(lemma[verb]!)) return undefined
  const worded = WORDED.test(row.type)
  const isPlan =
    (isVote && PLANS.has(lemma[verb]!)) ||
    isHearing ||
    isDue(scene, verb) ||
    ((worded || row.type === 'vote') && isTimetabled(scene, verb))
  const epistemics = isPlan ? plannedBy(scene, verb) : scene.epistemics(verb)
  const { polarity, modality } = epistemics
  if ((isVote || SILENT.test(row.type)) && polarity === 'denied') return undefined
  if (isSpokenOf(scene, verb) || (!isPlan && isPurpose(scene, verb)) || isQuestion(scene.doc, verb))
    return undefined
  if (isEnabled(scene, verb)) return undefined
  if (modality === 'hypothetical') return undefined
  // A court rules and nurses strike; a shutdown only happens, to a government too.
  const acts = asObject !== undefined || isCourt || (!row.type.startsWith('shutdown') && canAct(scene, thing))
  const who = acts
    ? subjects.flatMap((token) => {
        const found = actorsAt(scene, token)
        return found.length > 0 || !isCrew(scene, row, token) ? found : [token]
      })
    : []
  const doers = who.length > 0 || !row.nouns.has('STOPPAGE') ? who : strikersOf(scene, thing)
  const voters =
    chambers.length > 0 ? chambers : isVote && doers.length === 0 ? votersOf(scene, thing) : doers
  // "Judges in Lima" are no town; "a court" without a name is itself.
  const actor: Ref[] =
    (isCourt && asObject === undefined && !fillers.nameAt(thing) && fillers.parties(thing).length === 0) ||
    (doers.length === 1 && isCrew(scene, row, doers[0]!))
      ? [unnamedAt(scene, isCourt ? thing : doers[0]!)]
      : refsAt(scene, voters)
  /** What it is told of: the thing itself; what a vote is on; of who acts what he does it to. */
  const aboutOf = (): number | undefined => {
    if (isVote) return clauseOf(scene, thing) ?? votedOn(scene, verb, thing)
    if (row.type === 'vote') return clauseOf(scene, verb) ?? votedOn(scene, verb, thing) ?? objects[0]
    const isDoer = asObject === undefined && chambers.length === 0 && actor.length > 0
    if (isDoer && row.type.startsWith('strike')) return objects[0]
    return isDoer ? (objects[0] ?? clauseOf(scene, verb)) : (approved(scene, verb, thing) ?? thing)
  }
  const about = whole(scene, aboutOf())
  const object =
    about === undefined
      ? undefined
      : grammar.isVerb(about)
        ? fillers.phrase(about, 'clause')
        : withoutOpenEnd(withoutAside(row, withoutTimes(scene, about)))
  const isDone = (actor.length > 0 && doers === who && !passive) || (isOwn(row) && isFar(verb, thing))
  const words = worded ? wordsFrom(scene, verb, isDone) : undefined
  const isOfThings = asObject !== undefined && /: (?:begin|end)$/.test(row.type)
  const event = worded && !isOfThings ? [verb] : [verb, thing]
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/happening@1',
    ...(isPlan ? { epistemics } : {}),
    body: {
      type:
        (row.type === 'vote' &&
          (isAgainst(scene, verb)
            ? 'vote: reject'
            : about !== undefined && voteTo(scene.doc.tokens.lemma[about]!))) ||
        row.type,
      ...(row.plover === '' ? {} : { plover: ploverAsTold(row.plover, polarity, modality) }),
      actor,
      recipient: [],
      ...(object ? { object } : {}),
      ...(words && /\s/.test(words.text) ? { words } : {}),
    },
    days: (isPlan ? scene.days(event) : daysOfDeed(scene, verb, event))
      .filter((day) => !isOfThing(scene, verb, thing, day))
      .filter((day) => !(PUTS.test(row.type) && isPutTo(scene, verb, { thing, type: row.type }, day))),
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}

/** "The strike was suspended, and filming resumed": with a subject of its own, nothing that the verb before has. */
function ownOf({ doc, grammar }: Scene, verb: number, found: readonly number[]): number[] {
  const { dep, head, tag } = doc.tokens
  // "Filming", taken for the verb that was joined.
  const isGerund = dep[verb] === 'xcomp' && head[verb] === verb - 1 && tag[verb - 1] === 'VBG'
  const joined = isGerund ? verb - 1 : verb
  const isOwn = dep[joined] === 'conj' && (isGerund || grammar.dependents(verb, 'nsubj').length > 0)
  return isOwn ? found.filter((one) => head[one] === verb) : [...found]
}

/** "Struck a convoy", "walked out of the talks": no work stops. */
const isOtherSense = ({ doc }: Scene, verb: number, objects: readonly number[]): boolean => {
  const { lemma, lower } = doc.tokens
  if (lemma[verb] === 'strike') return objects.length > 0
  return lemma[verb] === 'walk' && lower[verb + 1] === 'out' && lower[verb + 2] === 'of'
}

/** "Porters begin a strike on Monday": what a present tense tells of a day is to come. */
const isTimetabled = (scene: Scene, verb: number): boolean =>
  /^VB[PZ]$/.test(scene.doc.tokens.tag[verb]!) &&
  scene.grammar.dependents(verb, 'aux', 'aux:pass').length === 0 &&
  scene.epistemics(verb).polarity === 'affirmed' &&
  scene.days([verb]).some(({ type, relative }) => type === 'DATE' && relative !== undefined)

/** "Concerns include ratifying the deal": spoken of, not done. */
const isSpokenOf = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.tag[verb] === 'VBG' &&
  !grammar.isPassive(verb) &&
  !/^(?:root|advcl|ccomp)/.test(doc.tokens.dep[verb]!) &&
  grammar.dependents(verb, 'aux').length === 0

/** What did not happen is no news of these. */
const SILENT = /^(?:rule: hear|strike: (?:notice|call))$/

/** Happenings whose own words say more than their kind and thing: how long, against what, under which terms. */
const WORDED = /^(?:strike|lockout|rule)/

/** What is done about a thing that is to come, on another day than its own. */
const PUTS = /^(?:strike: (?:notice|call|call off|suspend|postpone|extend)|rule: adjourn)$/

/** "Adjourned to 3 May", "gave notice of a strike on 3 May": the day of what is to come. */
function isPutTo(
  { doc, grammar }: Scene,
  verb: number,
  { thing, type }: { thing: number; type: string },
  { start, relative }: ClaimDay,
): boolean {
  const { lower } = doc.tokens
  const time = doc.times.find((one) => one.start === start)
  if (!time) return false
  const before = lower[time.first - 1] ?? ''
  if (/^(?:to|until|till|for|from|by|and)$/.test(before)) return true
  // "Gave notice of a strike on 12 May": of the strike; a weekday may be that of the notice.
  if (/(?:notice|call)$/.test(type) && thing > verb && time.first > thing)
    return relative?.kind !== 'weekday' || type.endsWith('call')
  const { last } = grammar.phrase(thing, 'clause')
  return thing > verb && time.first > thing && time.first <= last && lower[time.first - 1] !== ','
}

/** What is told of the stoppage itself, as its subject. */
const isOwn = ({ type }: Happening): boolean => type === 'strike: hit'
/** Words between a stoppage and its verb above which only those from the verb on are told. */
const isFar = (verb: number, thing: number): boolean => verb - thing > 12

/** "Holm Air flight attendants walked out": they, not the line they work for; "RMT members" are of their union. */
const isCrew = (scene: Scene, { type }: Happening, thing: number): boolean => {
  const { doc, fillers, grammar } = scene
  const ofLine = grammar
    .dependents(thing, 'compound', 'nmod:poss')
    .some((token) => fillers.partyNamed(token).length > 0)
  return (
    type.startsWith('strike') &&
    !fillers.nameAt(thing) &&
    (fillers.parties(thing).length === 0 || (ofLine && !BODIES.has(doc.tokens.lemma[thing]!))) &&
    (kindsOf(scene, thing).includes('WORKERS') || CRAFT.test(doc.tokens.lower[thing]!))
  )
}
const BODIES: ReadonlySet<string> = new Set(
  'union federation confederation guild syndicate member'.split(' '),
)
/** "Bakers ended a walkout": several who are called by what they do. */
const CRAFT = /(?:ers|ists|ians|men)$/

/** Whose stoppage it is: "a strike by crane drivers", "the pilots' walkout". */
const strikersOf = (scene: Scene, thing: number): number[] =>
  [
    ...scene.grammar.obliques(thing, 'by'),
    ...scene.grammar.dependents(thing, 'nmod:poss', 'compound'),
  ].filter((token) => kindsOf(scene, token).some((kind) => CREWS.has(kind)))

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

/** "Voted against the plan": turned down by whoever voted. */
const isAgainst = ({ grammar }: Scene, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.obliques(verb, 'against').length > 0

/** What is voted on: "a vote on the treaty", "voted against the plan". */
const votedOn = ({ grammar, fillers }: Scene, verb: number, vote: number): number | undefined =>
  [verb, vote]
    .flatMap((token) => ['on', 'over', 'for', 'against'].flatMap((word) => grammar.obliques(token, word)))
    .find((token) => !fillers.timeAt(token) && !fillers.quantityAt(token))

/** "A walkout of three days that the board declared unlawful": the walkout, not the days. */
function whole({ doc, fillers }: Scene, token: number | undefined): number | undefined {
  const { dep, head } = doc.tokens
  if (token === undefined || !fillers.timeAt(token)) return token
  return dep[token]!.startsWith('nmod') && head[token]! >= 0 ? head[token] : token
}

/** "The strike" of "the strike, which began". */
function withoutAside({ type }: Happening, told: Phrase): Phrase {
  const at = WORDED.test(type) ? told.text.indexOf(', ') : -1
  return at < 0 ? told : { ...told, text: told.text.slice(0, at), end: told.start + at }
}

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

function hasParticle({ doc, grammar }: Scene, verb: number, { particle, behind, after }: Happening): boolean {
  const { lower, lemma } = doc.tokens
  if (behind !== '')
    return (
      lower.slice(verb + 1, verb + 1 + after.split(' ').length).join(' ') === after ||
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
  doc.tokens.dep[verb] !== 'xcomp' && grammar.isInfinitive(verb)

/** "Rules that let the house pass a bill", "can afford to lose two and still pass it": what may be done is not done. */
function isEnabled({ doc: { tokens }, grammar }: Scene, verb: number): boolean {
  const { dep, head, lemma, tag } = tokens
  let at = verb
  while (
    dep[at] === 'conj' &&
    tag[at] === 'VB' &&
    grammar.dependents(at, 'aux').length === 0 &&
    head[at]! >= 0
  )
    at = head[at]!
  return tag[at] === 'VB' && head[at]! >= 0 && ENABLES.has(lemma[head[at]!]!)
}
const ENABLES: ReadonlySet<string> = new Set(
  'afford allow authorise authorize empower enable entitle free let permit'.split(' '),
)
