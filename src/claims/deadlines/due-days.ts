// In: a scene. Out: deadlines told without the word: what must be by a day, what runs out, runs until or starts on a day ahead.
import type { ClaimDay, Phrase } from '../../model/index.ts'
import { claimDay, coming, nearest } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { daysOf, dueAt, dutyOf, withSubject } from './due-parts.ts'
import { deadlinePart, isOff, moved, subjectsOf } from './found-deadline.ts'
import { fateOf } from './instrument-fate.ts'
import { orElse } from './lapse.ts'
import { prepositionOf } from './moved-days.ts'
import { wasToCome } from './moved-terms.ts'
import { dayBehind } from './told-plainly.ts'
import { conditionBy, willBy } from './will-by.ts'
import { withoutBy } from './without-by.ts'

/** One claim a verb at most, the surest reading first. */
export function findDueDays(scene: Scene): Found[] {
  const { doc, grammar } = scene
  const found: Found[] = []
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!scene.tellsTime(verb)) continue
    if (!grammar.isVerb(verb) || doc.tokens.dep[verb] === 'aux') {
      const without = withoutBy(scene, verb)
      if (without) found.push(without)
      continue
    }
    const one =
      unlessBy(scene, verb) ??
      conditionBy(scene, verb) ??
      toBeDoneBy(scene, verb) ??
      isToBy(scene, verb) ??
      willBy(scene, verb) ??
      closes(scene, verb) ??
      walksOut(scene, verb) ??
      shutsDown(scene, verb) ??
      dealBy(scene, verb) ??
      runsUntil(scene, verb) ??
      starts(scene, verb) ??
      meansToStart(scene, verb) ??
      isToLeave(scene, verb) ??
      wasToCome(scene, verb)
    if (one) found.push(isPast(scene, verb) ? inThePast(one) : one)
  }
  return found
}

const inThePast = (one: Found): Found => ({
  ...one,
  epistemics: { polarity: 'affirmed', modality: 'background' },
})

const MARKS: ReadonlySet<string> = new Set(['if', 'unless'])
const FAIL: ReadonlySet<string> = new Set(['fail', 'miss', 'refuse', 'decline'])

/** "if Peru does not open its ports by 3 May", "unless the sides agree by Friday": what follows is told by the main clause. */
function unlessBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  const mark = grammar.dependents(verb, 'mark').find((token) => MARKS.has(tokens.lower[token]!))
  if (mark === undefined) return undefined
  const negative = [
    ...grammar.children(verb),
    ...grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'obj').flatMap((token) => grammar.children(token)),
  ].some((child) => /^(not|n't|no)$/.test(tokens.lower[child]!))
  if (tokens.lower[mark] === 'if' && !negative && !FAIL.has(tokens.lemma[verb]!)) return undefined
  const doing = FAIL.has(tokens.lemma[verb]!) ? (grammar.dependents(verb, 'xcomp')[0] ?? verb) : verb
  const days = daysOf(scene, [verb, doing], 'by', 'before')
  if (days.length === 0) return undefined
  const head = tokens.head[verb]!
  const over = head >= 0 && head !== verb && grammar.isVerb(head) ? head : -1
  // "They are forgiven if nobody is dismissed by 3 May": a condition of what holds, no duty.
  if (head >= 0 && grammar.dependents(head, 'cop').length > 0 && grammar.dependents(head, 'aux').length === 0)
    return undefined
  const evenIf = tokens.lower[mark - 1] === 'even'
  const told = over >= 0 ? grammar.dependents(over, 'ccomp').find((clause) => clause > verb) : undefined
  const lapse = over < 0 || evenIf ? undefined : besides(scene, over, mark, verb, told)
  const duty = dutyOf(scene, doing)
  const [subject] = grammar.subjects(verb)
  // "If the bill fails to pass": the bill.
  const isAlone = duty.text === tokens.form[doing] && subject !== undefined && fillers.isMatter(subject)
  const what = isAlone ? fillers.phrase(subject, 'short') : duty
  return dueAt(verb, 'deadline/unless-by@1', what, subjectsOf(scene, verb), days, lapse)
}

/** The words of a main clause beside its "if" clause, before or after it. */
function besides(scene: Scene, over: number, mark: number, verb: number, told?: number): Phrase | undefined {
  const { doc, fillers, grammar } = scene
  const { form, sent } = doc.tokens
  const { first, last } = doc.sents[sent[over]!]!
  // "The truce ends on 3 May, and the port will close unless …": from the joining word on.
  const and = grammar
    .dependents(over, 'cc')
    .filter((word) => word < over)
    .at(-1)
  if (over < mark)
    return fillers.phraseOf(
      and === undefined ? first : and + 1,
      form[mark - 1] === ',' ? mark - 2 : mark - 1,
      over,
    )
  let from = verb + 1
  while (from < over && form[from] !== ',') from++
  if (from >= over) return undefined
  // "If it is not paid by May, he said, he would close the port": what was said.
  if (told !== undefined)
    from = Math.min(told, ...grammar.dependents(told, 'nsubj', 'aux').filter((word) => word > over)) - 1
  let end = from + 1
  while (end + 1 < last && !/^[.;?!]$/.test(form[end + 1]!)) end++
  return fillers.phraseOf(from + 1, end, over)
}

const BOUND_TO: ReadonlySet<string> = new Set(
  'be due require oblige bind have suppose schedule slate'.split(' '),
)
/** Whoever is told to do it by a day: "ordered both states to hand over their data by 3 May". */
const ORDERS: ReadonlySet<string> = new Set([
  'order',
  'instruct',
  'direct',
  'require',
  'oblige',
  'compel',
  'tell',
  'ask',
  'invite',
])

/** "A panel is to report by the end of May", "is required to pay by 3 May": what one is to do, with its last day. */
function isToBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc } = scene
  const { lower, lemma, tag } = doc.tokens
  // "is due to be completed by 3 May"
  const from = lower[verb - 1] === 'be' && tag[verb] === 'VBN' ? verb - 1 : verb
  if (tag[from] !== 'VB' || lower[from - 1] !== 'to') return undefined
  const head = doc.tokens.head[verb]!
  const ordered =
    head >= 0 && head < verb && ORDERS.has(lemma[head]!) && scene.epistemics(head).modality === 'held'
  // "Is expected to be completed by 3 May": what is only foretold of itself has no last day.
  const isAwaited = lemma[from - 2] === 'expect' && tag[from - 2] === 'VBN' && from < verb
  if (!ordered && !isAwaited && !BOUND_TO.has(lemma[from - 2] ?? '')) return undefined
  if (scene.epistemics(verb).polarity === 'denied') return undefined
  const days = daysOf(scene, [verb], 'by', 'before')
  if (days.length === 0 || grammar.subjects(verb).length === 0) return undefined
  const by = subjectsOf(scene, verb)
  const duty = ordered ? dutyOf(scene, verb) : withSubject(scene, dutyOf(scene, verb), by)
  const told = dueAt(verb, 'deadline/is-to-by@1', duty, by, days, orElse(scene, verb))
  if (!isOld(scene, from - 2)) return told
  const near = days.map(nearest)
  const behind = wordsBehind(scene, verb)
  if (PUT_RIGHT.test(behind)) return undefined
  return DID_NOT.test(behind)
    ? moved({ trigger: verb, foundBy: told.foundBy, days: near }, 'lapsed', duty)
    : { ...told, days: near }
}

/** "Were to", "was due to": a plan of then. */
const isOld = ({ doc }: Scene, bound: number): boolean =>
  [bound, bound - 1].some((at) => /^(?:was|were)$/.test(doc.tokens.lower[at] ?? ''))

/** The plan did not come about; it has another day. */
const DID_NOT = /^[^,;]* did not [.,;]/
const PUT_RIGHT = /\b(?:will|would) (?:now|instead)\b/

/** Words from a verb to the end of its sentence, at most so many. */
const BEHIND = 24
const wordsBehind = ({ doc }: Scene, verb: number): string => {
  const { lower, sent } = doc.tokens
  const end = Math.min(doc.sents[sent[verb]!]!.last, verb + BEHIND)
  return lower.slice(verb, end).join(' ')
}

/** Nouns of what stays open for a time. */
const OPEN_FOR: ReadonlySet<string> = new Set(
  'ballot vote poll bid bidding window consultation tender registration enrolment voting auction'.split(' '),
)

/** "The ballot closes on 3 May": the last day of what is open for a time. */
function closes(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { lemma, tag } = doc.tokens
  if (lemma[verb] !== 'close' && lemma[verb] !== 'end') return undefined
  const [subject] = grammar.subjects(verb)
  if (subject === undefined || !OPEN_FOR.has(lemma[subject]!)) return undefined
  const ahead = AHEAD.has(scene.epistemics(verb).modality) || /^VB[ZP]$/.test(tag[verb]!)
  const days = daysOf(scene, [verb], 'on', 'at', 'by', '')
  return ahead && days.length > 0
    ? dueAt(verb, 'deadline/closes@1', fillers.phrase(subject, 'short'), [], days)
    : undefined
}

/** "The government will shut down on 3 May unless a budget is passed": until then it is open. */
function shutsDown(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  const [subject] = grammar.subjects(verb)
  if (lemma[verb] !== 'shut' || lower[verb + 1] !== 'down' || tag[verb] !== 'VB' || subject === undefined)
    return undefined
  const { polarity, modality } = scene.epistemics(verb)
  const days = daysOf(scene, [verb], 'on', 'at', '')
  if (
    polarity === 'denied' ||
    !AHEAD.has(modality) ||
    grammar.dependents(verb, 'obj').length > 0 ||
    days.length === 0
  )
    return undefined
  const what = fillers.phraseOf(grammar.phrase(subject, 'short').first, verb + 1, verb)
  return onCondition(scene, verb, dueAt(verb, 'deadline/shuts-down@1', what, subjectsOf(scene, verb), days))
}

/** "Members would walk out on 14 May unless …", "could strike again from 20 May": a stoppage with its day ahead. */
function walksOut(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { lemma, lower } = doc.tokens
  const behind = lower.slice(verb + 1, verb + 4).join(' ')
  const out = /^(?:walk|come|go)$/.test(lemma[verb]!)
    ? /^(?:out\b(?! of)|off the job|on strike)\b/.exec(behind)
    : null
  if (!out && !(lemma[verb] === 'strike' && grammar.objects(verb).length === 0)) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  // "Plan to walk out on 14 May".
  const over = doc.tokens.head[verb]!
  const isPlan = lower[verb - 1] === 'to' && over >= 0 && MEANS.has(lemma[over]!)
  if (polarity === 'denied' || !(AHEAD.has(modality) || isPlan)) return undefined
  const days = daysOf(scene, [verb], 'on', 'from', '')
  const doer = isPlan ? over : verb
  const by = subjectsOf(scene, doer)
  if (days.length === 0 || (by.length === 0 && grammar.subjects(doer).length === 0)) return undefined
  const what = withSubject(
    scene,
    fillers.phraseOf(verb, verb + (out ? out[0].split(' ').length : 0), verb),
    by,
  )
  const found = dueAt(verb, 'deadline/walks-out@1', what, by, days)
  // "Could strike from 20 May": it may, nobody plans it.
  return modality === 'possible'
    ? { ...found, epistemics: { polarity, modality } }
    : onCondition(scene, verb, found)
}

const REACHES: ReadonlySet<string> = new Set(
  'reach sign conclude finish finalize finalise strike complete clinch seal negotiate agree'.split(' '),
)

/** "Pushed to reach a deal by the end of May", "a pact would be signed by 3 May", "did not agree by Friday": the last day for an accord. */
function dealBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  if (!REACHES.has(doc.tokens.lemma[verb]!)) return undefined
  const object = grammar
    .objects(verb)
    .find((token) => scene.rows('agreement-nouns').has(doc.tokens.lemma[token]!))
  if (object === undefined) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  // What was reached by a day tells when, not until when.
  if (polarity === 'affirmed' && !AHEAD.has(modality)) return undefined
  const told = grammar.dependents(verb, 'aux').every((aux) => doc.tokens.tag[aux] !== 'MD')
  const days = daysOf(scene, [verb], 'by', 'before').map((day) => (told ? nearest(day) : day))
  // "Did not reach a deal by the end of May": the day went by without one.
  const missed =
    polarity === 'denied' && grammar.dependents(verb, 'aux').some((aux) => doc.tokens.lower[aux] === 'did')
  if (missed && days.length > 0) return missedBy(scene, verb, object, days)
  return days.length > 0
    ? dueAt(verb, 'deadline/deal-by@1', fillers.phrase(object, 'short'), [], days)
    : undefined
}

const missedBy = (scene: Scene, verb: number, object: number, days: readonly ClaimDay[]): Found =>
  moved(
    { trigger: verb, foundBy: 'deadline/deal-by@1', days },
    'lapsed',
    scene.fillers.phrase(object, 'short'),
  )

/** "a text to be signed by 3 May": a passive infinitive with a last day. */
function toBeDoneBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  if (!grammar.isPassive(verb) || tokens.tag[verb] !== 'VBN') return undefined
  if (!grammar.isInfinitive(verb)) return undefined
  const days = daysOf(scene, [verb], 'by', 'before')
  const [object] = grammar.objects(verb)
  if (days.length === 0 || object === undefined || !fillers.isMatter(object)) return undefined
  const known =
    scene.rows('agreement-nouns').has(tokens.lemma[object]!) ||
    scene.rows('term-nouns').has(tokens.lemma[object]!) ||
    scene.rows('measure-nouns').has(tokens.lemma[object]!)
  return known
    ? dueAt(verb, 'deadline/to-be-done-by@1', fillers.phrase(object, 'short'), [], days)
    : undefined
}

const LEAVES: ReadonlySet<string> = new Set('leave exit quit withdraw secede'.split(' '))

/** "Norway is due to leave the pact on 3 May": the last day of being in it. */
function isToLeave(scene: Scene, verb: number): Found | undefined {
  const { doc, fillers } = scene
  const { lower, lemma, tag } = doc.tokens
  if (!LEAVES.has(lemma[verb]!) || tag[verb] !== 'VB' || lower[verb - 1] !== 'to') return undefined
  if (!/^(?:due|set|scheduled|slated|supposed|meant|bound)$/.test(lower[verb - 2]!)) return undefined
  const time = dayBehind(scene, verb, 10)
  if (!time || !/^(?:on|at|by|in|)$/.test(prepositionOf(scene, time))) return undefined
  let last = time.first - 1
  while (last > verb && /^(?:IN|DT)$/.test(tag[last]!)) last--
  const who = scene.grammar.subjects(doc.tokens.head[verb]!)
  // "The envoys are due to leave the city on Monday": a journey.
  if (!who.some((token) => fillers.nameAt(token) && fillers.persons(token).length === 0)) return undefined
  const by = who.flatMap((token) => fillers.parties(token))
  const day = coming(claimDay(doc, time, 'due'))
  return dueAt(verb, 'deadline/is-to-leave@1', fillers.phraseOf(verb, last, verb), by, [day])
}

/** Verbs that give a term; those of moving one are told by the finder of moves. */
const CARRY: ReadonlySet<string> = new Set([
  'fund',
  'finance',
  'pay',
  'reopen',
  'renew',
  'raise',
  'suspend',
  'lift',
])

const FUNDS: ReadonlySet<string> = new Set(['fund', 'finance', 'pay', 'reopen'])

/** "extend the mandate until 3 May", "fund the agency through June": a term that somebody gives. */
function runsUntil(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  if (!CARRY.has(tokens.lemma[verb]!)) return undefined
  const [object] = tokens.lemma[verb] === 'pay' ? grammar.obliques(verb, 'for') : grammar.objects(verb)
  if (object === undefined || fillers.timeAt(object) || fillers.persons(object).length > 0) return undefined
  if (isGivenUp(scene, verb)) return undefined
  const lemma = tokens.lemma[object]!
  const measure = scene.rows('measure-nouns').has(lemma)
  if (scene.rows('deadline-nouns').has(lemma) || (measure && tokens.lemma[verb] !== 'suspend'))
    return undefined
  const own = daysOf(scene, [verb, object], 'until', 'through')
  const behind = own.length > 0 ? undefined : dayBehind(scene, grammar.phrase(object, 'short').last, 4)
  const isLimit = behind !== undefined && /^(?:until|through)$/.test(prepositionOf(scene, behind))
  const days = (isLimit ? [coming(claimDay(doc, behind, 'due'))] : own.slice(0, 1)).map(monthAhead)
  const fate = fateOf(scene, verb)
  if (days.length === 0 || fate === 'proposed' || !/^(?:NN|PRP|VBG)/.test(tokens.tag[object]!))
    return undefined
  const by = subjectsOf(scene, verb)
  // A measure that is suspended until a day: what ends on it is the suspension.
  // What ends where something is funded is the money.
  const funded = FUNDS.has(tokens.lemma[verb]!)
  const what =
    measure || funded || /^(?:suspend|lift)$/.test(tokens.lemma[verb]!)
      ? fillers.phraseOf(verb, grammar.phrase(object, 'short').last, verb)
      : fillers.phrase(object, 'short')
  const move = measure ? 'set' : 'extended'
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'deadline/runs-until@1',
    ...(fate === 'law' ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const } : {}),
    body: {
      type: `deadline: ${move}`,
      actor: by,
      recipient: [],
      about: deadlinePart(what, { move, movedBy: measure ? [] : by }),
    },
    days,
  }
}

/** "Checks that have been suspended until May will never be introduced": nothing ends then. */
function isGivenUp({ doc, grammar }: Scene, clause: number): boolean {
  const { dep, head, lower } = doc.tokens
  const over = /^acl/.test(dep[clause]!) ? head[head[clause]!]! : -1
  return (
    over >= 0 &&
    grammar.isVerb(over) &&
    /^nsubj/.test(dep[head[clause]!]!) &&
    grammar.dependents(over, 'advmod').some((word) => /^(?:never|not|n't)$/.test(lower[word]!))
  )
}

const START: ReadonlySet<string> = new Set(['begin', 'start', 'kick', 'commence'])
const TAKE: ReadonlySet<string> = new Set(['take', 'go', 'come', 'enter'])
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'conditional', 'hypothetical', 'possible'])

/** "the duties take effect on 3 May", "the cuts were due to start on Monday": a start that lies ahead. */
function starts(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  const lemma = tokens.lemma[verb]!
  const effect = TAKE.has(lemma) && hasEffect(scene, verb)
  if (!effect && !START.has(lemma)) return undefined
  const [subject] = grammar.subjects(verb)
  if (subject === undefined) return undefined
  const noun = tokens.lemma[subject]!
  // "It will now start on 3 May": later than told before.
  if (tokens.tag[subject] === 'PRP' && tokens.lower[verb - 1] === 'now') {
    const due = daysOf(scene, [verb], 'on', 'from', 'by', '')
    const at = { trigger: verb, foundBy: 'deadline/moved-start@1', days: due }
    return due.length > 0 ? moved(at, 'extended', fillers.phraseOf(subject, subject, subject)) : undefined
  }
  if (!scene.rows('measure-nouns').has(noun) && !scene.rows('start-nouns').has(noun)) return undefined
  if (isOff(scene, subject) || isForIt(scene, verb)) return undefined
  const days = daysOf(scene, [verb], 'on', 'from', 'by', '')
  const ahead =
    AHEAD.has(scene.epistemics(verb).modality) ||
    tokens.tag[verb] === 'VBZ' ||
    tokens.tag[verb] === 'VBP' ||
    grammar.isInfinitive(verb)
  return days.length > 0 && ahead
    ? onCondition(scene, verb, dueAt(verb, 'deadline/starts@1', upToClause(scene, subject), [], days))
    : undefined
}

/** "A date chosen so that a strike could begin on May Day": made possible, not set. */
const isForIt = ({ grammar, doc: { tokens } }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((one) => /^(?:can|could|may|might)$/.test(tokens.lower[one]!)) &&
  grammar
    .dependents(verb, 'mark')
    .some((one) =>
      [one, one - 1].some((word) => tokens.lower[word] === 'so' || tokens.lower[word] === 'order'),
    )

/** "The strike by dockers that was to begin today": without the clause said of it. */
function upToClause({ grammar, fillers, doc: { tokens } }: Scene, head: number): Phrase {
  const { first, last } = grammar.phrase(head, 'short')
  let end = head
  while (end < last && !/^(?:W|MD|VB[DZP])/.test(tokens.tag[end + 1]!) && tokens.form[end + 1] !== ',') end++
  return fillers.phraseOf(first, end, head)
}

/** "Fees will begin on Monday if nothing is agreed": what stands under a condition is told with it. */
function onCondition(scene: Scene, verb: number, found: Found): Found {
  const { modality, condition } = scene.epistemics(verb)
  return modality === 'conditional' && condition
    ? { ...found, epistemics: { polarity: 'affirmed', modality, condition } }
    : found
}

const MEANS: ReadonlySet<string> = new Set(['plan', 'intend', 'aim', 'prepare', 'threaten'])

/** "Plans to start filling the dam on 1 July": a doing that somebody means to begin on a day. */
function meansToStart(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  if (!START.has(lemma[verb]!) || tag[verb + 1] !== 'VBG') return undefined
  if (lower[verb - 1] !== 'to' || !MEANS.has(lemma[verb - 2] ?? '')) return undefined
  const doing = verb + 1
  const days = daysOf(scene, [verb, doing], 'on', 'from', '')
  if (days.length === 0 || scene.epistemics(verb - 2).polarity === 'denied') return undefined
  const [object] = grammar.objects(doing)
  const last = object === undefined ? doing : grammar.phrase(object, 'short').last
  const by = subjectsOf(scene, verb - 2)
  return dueAt(
    verb,
    'deadline/means-to-start@1',
    fillers.phraseOf(doing, Math.max(doing, last), doing),
    by,
    days,
  )
}

/** "take effect", "go into effect", "come into force". */
function hasEffect(scene: Scene, verb: number): boolean {
  const { tokens } = scene.doc
  for (let at = verb + 1; at < verb + 4 && at < tokens.count; at++)
    if (tokens.lower[at] === 'effect' || tokens.lower[at] === 'force') return true
  return false
}

/** "Through December", of a term given now: the next one. */
const monthAhead = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' && day.relative.date === undefined && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: 1 } }
    : day

/** "Had pushed for a deal by May", "did not reach one by May": a day of long ago, or one that has passed. */
function isPast({ doc, grammar }: Scene, trigger: number): boolean {
  const { lower, head } = doc.tokens
  const says = (verb: number, word: string) =>
    grammar.dependents(verb, 'aux').some((aux) => lower[aux] === word)
  const over = head[trigger]!
  if (says(trigger, 'did') && doc.stances.get(trigger)?.polarity === 'denied') return true
  return says(trigger, 'had') || (over >= 0 && grammar.isVerb(over) && says(over, 'had'))
}
