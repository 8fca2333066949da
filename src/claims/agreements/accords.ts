// In: a scene, the words that cards told agreements by. Out: agreements that no card can tell: what two sides agreed on, and those of sides without a name.

import type { AgreementForm, AgreementStage, ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { actorsAt, refsAt } from '../acts/actors.ts'
import { withPurpose } from '../sentence/purpose.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { isEmpty, isStand } from '../terms/commitments.ts'
import { hadOne, idiomAt, isInsight, isPlaced, isSaidOf, placedDays } from './accord-phrases.ts'
import { sidesAt, withBothSides } from './accord-sides.ts'
import { saidOf, sidesBehind } from './said-of.ts'

/** What is agreed on without a term being agreed: "agreed on the need for talks". */
const EMPTY: ReadonlySet<string> = new Set(
  'need importance urgency necessity seriousness gravity danger threat problem principle point fact thing issue matter view date time meeting talk session round'.split(
    ' ',
  ),
)
/** Modalities in which an agreement stands. */
const MADE: ReadonlySet<string> = new Set(['held', 'background'])

/**
 * "Norway and Peru agreed on a cod quota", "agreed that Lima would lift its ban, and that Oslo would not close its ports":
 * two sides at least, what they agreed by its words. "The crews and the owners reached a deal on pay": sides that have no
 * name stand by their own words. `told` holds the triggers of agreements told already, `promised` those of promises.
 */
export function findAccords(scene: Scene, told: ReadonlySet<number>, promised: ReadonlySet<number>): Found[] {
  const { doc, grammar } = scene
  const found: Found[] = []
  for (let at = 0; at < doc.tokens.count; at++) {
    if (!grammar.isVerb(at) || told.has(at) || !isOfAccords(scene, doc.tokens.lemma[at]!)) continue
    const { polarity, modality, condition } = scene.epistemics(at)
    if (polarity === 'denied' || condition) continue
    const said = MADE.has(modality) ? saidOf(scene, at) : undefined
    if (said) found.push(accordSaidOf(scene, at, said))
    else if (scene.rows('leaving-verbs').has(doc.tokens.lemma[at]!)) found.push(...leftAt(scene, at))
    else if (doc.tokens.lemma[at] !== 'agree') found.push(...reachedAt(scene, at))
    else if (MADE.has(modality)) found.push(...agreedAt(scene, at))
    if (MADE.has(modality) && !promised.has(at) && scene.rows('commitment-verbs').has(doc.tokens.lemma[at]!))
      found.push(...undertakenAt(scene, at))
  }
  return found
}

const TABLES = [
  'agreement-verbs',
  'agreement-participles',
  'agreement-phrases',
  'commitment-verbs',
  'leaving-verbs',
]

/** Whether a verb may tell of an agreement at all. */
const isOfAccords = ({ rows }: Scene, lemma: string): boolean =>
  lemma === 'agree' || lemma === 'have' || TABLES.some((table) => rows(table).has(lemma))

/** "Under a pact signed here on Friday": made by then. */
const accordSaidOf = (
  scene: Scene,
  verb: number,
  { noun, days, ...said }: NonNullable<ReturnType<typeof saidOf>>,
): Found => ({ ...accord(scene, verb, { name: termAt(scene, noun), ...said }), days })

function agreedAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  const between = sidesAt(scene, verb)
  if (between.length === 0) return truceAt(scene, verb)
  const clauses = grammar
    .dependents(verb, 'ccomp')
    .filter((token) => grammar.dependents(token, 'mark').some((mark) => doc.tokens.lower[mark] === 'that'))
    .filter((token) => isOwed(scene, token))
  const [clause] = clauses
  if (clause !== undefined) {
    const owed = [clause, ...grammar.dependents(clause, 'conj').filter((token) => isOwed(scene, token))]
    const promises = owed.flatMap((token) => owedAt(scene, token, between))
    const name = clauseAt(scene, clause)
    return promises.length > 0
      ? [accord(scene, verb, { name, between, form: 'deal', stage: 'agreed' }), ...promises]
      : []
  }
  const inPrinciple = inPrincipleAt(scene, verb) ?? namedInPrinciple(scene, verb)
  if (inPrinciple !== undefined) {
    const name = grammar.isVerb(inPrinciple) ? clauseAt(scene, inPrinciple) : termAt(scene, inPrinciple)
    const form = formAt(scene, inPrinciple) ?? 'deal'
    return [accord(scene, verb, { name, between, form, stage: 'in principle' })]
  }
  const [matter] = ['to', 'on', 'upon']
    .flatMap((word) => grammar.obliques(verb, word))
    .filter((token) => isTerm(scene, token))
  if (matter === undefined || matter < verb) return truceAt(scene, verb)
  const name = termAt(scene, matter)
  // "Agree on path": what a headline leaves of it; "agreed to lower duties": what they promise to do.
  const isBare = grammar.dependents(matter, 'det', 'nummod', 'nmod:poss').length === 0
  if (isBare && (grammar.caseOf(matter) === 'to' || !name.text.includes(' '))) return []
  return [accord(scene, verb, { name, between, form: 'deal', stage: 'agreed', about: [name] })]
}

/**
 * "Dockers and owners agreed on Friday to extend their contract", "both armies undertook to stay where they stood": what
 * sides without a name bind themselves to do; "Antwerp promised to resume deliveries": what is promised where a firm sits.
 */
function undertakenAt(scene: Scene, verb: number): Found[] {
  const { doc, grammar, fillers } = scene
  if (grammar.isPassive(verb)) return []
  const what = grammar
    .dependents(verb, 'xcomp', 'advcl')
    .find((token) => token > verb && grammar.isInfinitive(token))
  // "Agreed on three clerks to count the votes": the clerks are to count.
  const isOfThing = ['on', 'to'].some((word) =>
    grammar.obliques(verb, word).some((one) => one < (what ?? verb) && !fillers.timeAt(one)),
  )
  if (what === undefined || isOfThing || isStand(scene, verb, what) || isEmpty(scene, what)) return []
  const isTalk = (token: number) =>
    ['round-verbs', 'round-nouns'].some((table) => scene.rows(table).has(doc.tokens.lemma[token]!)) ||
    /^(?:differ|disagree)$/.test(doc.tokens.lemma[token]!)
  if ([what, ...grammar.objects(what)].some(isTalk)) return []
  const seats = grammar
    .subjects(verb)
    .filter((token) => fillers.parties(token).length === 0)
    .flatMap((token) => fillers.place(token) ?? [])
  const sides = sidesAt(scene, verb).filter(({ id }) => /^(?:phrase|name):/.test(id))
  const by = sides.length > 0 || doc.tokens.lemma[verb] === 'agree' ? sides : seats
  if (by.length === 0 || doc.tokens.lemma[verb] === 'vow') return []
  const told = undertaking(scene, what)
  const made = promise(scene, verb, by, [], told)
  // "Agreed on Friday to lift it in May": the day of agreeing is told before what is agreed.
  return [{ ...made, days: made.days?.filter(({ start }) => start < told.start) ?? [] }]
}

/** "To raise output in May", up to a comma. */
function undertaking({ doc, grammar, fillers }: Scene, what: number): Phrase {
  const { first, last } = grammar.phrase(what, 'clause')
  let end = what
  while (end < last && !/^[,;:—–.]$/.test(doc.tokens.form[end + 1]!)) end++
  return fillers.phraseOf(first, end, what)
}

/** "The lenders agreed to a standstill": several without a name who lay down arms or claims do so towards one another. */
function truceAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  const [first] = grammar.subjects(verb)
  const truce = ['to', 'on', 'upon']
    .flatMap((word) => grammar.obliques(verb, word))
    .concat(grammar.objects(verb))
    .find((token) => scene.rows('agreement-nouns').get(doc.tokens.lemma[token]!)?.form === 'truce')
  if (first === undefined || truce === undefined || doc.tokens.tag[first] !== 'NNS') return []
  const between = refsAt(scene, actorsAt(scene, first))
  return [accord(scene, verb, { name: termAt(scene, truce), between, form: 'truce', stage: 'agreed' })]
}

/** "Agreed in principle to cut the debt": what is to be done, behind the verb or, as parsers have it, the principle. */
function inPrincipleAt({ doc, grammar }: Scene, verb: number): number | undefined {
  const [principle] = grammar.obliques(verb, 'in').filter((noun) => doc.tokens.lower[noun] === 'principle')
  if (principle === undefined) return undefined
  return [verb, principle]
    .flatMap((over) => grammar.dependents(over, 'xcomp', 'acl', 'advcl'))
    .find((one) => grammar.isInfinitive(one))
}

/** "Agreed in principle on the Callao Framework": what is agreed on, which parsers hang on the principle. */
function namedInPrinciple(scene: Scene, verb: number): number | undefined {
  const { doc, grammar, rows } = scene
  const [principle] = grammar.obliques(verb, 'in').filter((noun) => doc.tokens.lower[noun] === 'principle')
  if (principle === undefined) return undefined
  return ['on', 'to', 'upon']
    .flatMap((word) => [...grammar.obliques(principle, word), ...grammar.obliques(verb, word)])
    .find(
      (one) => one > principle && (rows('agreement-nouns').has(doc.tokens.lemma[one]!) || isTerm(scene, one)),
    )
}

/** "… would lift its ban": a clause with somebody who is to do something. */
const isOwed = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.isVerb(verb) &&
  grammar.dependents(verb, 'nsubj', 'nsubj:pass').length > 0 &&
  grammar.dependents(verb, 'cop').length === 0 &&
  grammar
    .dependents(verb, 'aux')
    .some((aux) => /^(?:will|shall|must|would|'ll|can|could)$/.test(doc.tokens.lower[aux]!))

/** Each does what the clause says that it will; what it says of nobody who agreed is owed by none. */
function owedAt(scene: Scene, verb: number, between: readonly Ref[]): Found[] {
  const { grammar, fillers } = scene
  const doers = grammar.dependents(verb, 'nsubj').flatMap((token) => refsAt(scene, [token]))
  const by = between.filter((side) =>
    doers.some(
      (one) => one.id === side.id || fillers.sideOf(one)?.id === (fillers.sideOf(side)?.id ?? side.id),
    ),
  )
  if (by.length === 0) return []
  const to = between.filter((side) => !by.includes(side))
  return [promise(scene, verb, by, to, clauseAt(scene, verb))]
}

/** The claim that sides bind themselves to do something. */
const promise = (scene: Scene, verb: number, by: Ref[], to: Ref[], what: Phrase): Found => ({
  kind: 'act',
  trigger: verb,
  foundBy: 'accord/owed@1',
  epistemics: { polarity: 'affirmed', modality: 'held' },
  body: {
    type: 'commitment: made',
    plover: 'AGREE',
    actor: by,
    recipient: [],
    about: { thread: 'commitment', by, to, what, status: 'open' },
  },
  days: scene.days([verb]).filter(({ type }) => type !== 'DURATION'),
})

/** Something that can be agreed: no day, place or party, no empty word, no agreement (a card tells that), nothing done. */
function isTerm(scene: Scene, token: number): boolean {
  const { doc, grammar, fillers } = scene
  const lemma = doc.tokens.lemma[token]!
  if (grammar.isVerb(token) || EMPTY.has(lemma) || scene.rows('agreement-nouns').has(lemma)) return false
  if (fillers.timeAt(token) || fillers.place(token) || fillers.partyNamed(token).length > 0) return false
  return (
    /^NNS?$/.test(doc.tokens.tag[token]!) &&
    (fillers.isMatter(token) || fillers.quantityAt(token) !== undefined)
  )
}

/** The words of a term up to a comma or a day. */
function termAt(scene: Scene, head: number): Phrase {
  const { doc, grammar, fillers } = scene
  const { first, last } = grammar.phrase(head, 'whole')
  const end = upTo(scene, head, Math.max(last, head), doc.tokens.form)
  // "A system to avoid clashes": one noun alone says too little.
  const isBare = end === head && head - first < 2
  const over = isBare ? withPurpose(scene, head) : withBothSides(scene, head, end)
  return fillers.phraseOf(Math.min(first, head), over, head)
}

/** The words of a clause from who is to do it, up to a day or what is joined to it. */
function clauseAt(scene: Scene, verb: number): Phrase {
  const { doc, grammar, fillers } = scene
  const [subject = verb] = grammar.dependents(verb, 'nsubj', 'nsubj:pass')
  const { last } = grammar.phrase(verb, 'clause')
  const first = Math.min(grammar.phrase(subject, 'short').first, verb)
  return fillers.phraseOf(first, upTo(scene, verb, Math.max(last, verb), doc.tokens.form), verb)
}

/** The last token before a comma, a day or "and that". */
function upTo({ doc, fillers, grammar }: Scene, head: number, last: number, form: readonly string[]): number {
  const isClause = grammar.isVerb(head)
  // "The accord signed on Monday": what was done with it is no part of its name.
  const isDone = (at: number) => doc.tokens.tag[at] === 'VBN' && doc.tokens.head[at] === head
  const isInside = (at: number) =>
    fillers.timeAt(at)!.type === 'DURATION' && /^NNS?$/.test(doc.tokens.tag[fillers.timeAt(at)!.last] ?? '')
  let end = head
  for (let at = head + 1; at <= last; at++) {
    if (/^[,;:—–.]$/.test(form[at]!)) break
    // "A new six-year contract": how long it runs says which.
    if (fillers.timeAt(at) && !isInside(at)) break
    if (!isClause && isDone(at)) break
    if (!isClause && /^W/.test(doc.tokens.tag[at]!)) break
    // "The deal made by Berg and the adoption of a cap": what has an article of its own is another thing.
    if (!isClause && doc.tokens.tag[at] === 'CC' && doc.tokens.tag[at + 1] === 'DT') break
    // "A deal to be signed": what is still to be done with it.
    if (!isClause && doc.tokens.lower[at] === 'to' && doc.tokens.lower[at + 1] === 'be') break
    end = at
  }
  while (
    end > head &&
    (/^(IN|TO|CC|DT)$/.test(doc.tokens.tag[end]!) || /^(early|late)$/.test(doc.tokens.lower[end]!))
  )
    end--
  return end
}

/**
 * "The crews and the owners reached a deal", of doers that no card names; "the treaty was signed on May 3", where a day
 * is told; "a pact, to be signed by June 3".
 */
function reachedAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  const { lemma, lower } = doc.tokens
  const idiom = idiomAt(scene, verb)
  const row = idiom ?? scene.rows('agreement-verbs').get(lemma[verb]!) ?? hadOne(scene, verb)
  const later = isAfterwards(scene, verb)
  const noun = later ? agreedBefore(scene, verb) : (idiom?.noun ?? grammar.objects(verb)[0])
  if (later && isWantedDone(scene, verb)) return []
  const kind = noun === undefined ? undefined : kindAt(scene, verb, noun)
  if (!row || !kind || noun === undefined || lemma[noun] === 'statement') return []
  const words = grammar.dependents(noun, 'det', 'amod').map((token) => lower[token]!)
  if (words.some((word) => /^(no|any|every|each|such|all)$/.test(word))) return []
  const stage = row.stage as AgreementStage
  const isThis = words.includes('the') || grammar.dependents(noun, 'nmod:poss').length > 0
  const wasDone = grammar.dependents(verb, 'aux:pass').some((aux) => /^(?:was|were|been)$/.test(lower[aux]!))
  const isStep =
    stage === 'signed' ||
    stage === 'ratified' ||
    (stage !== 'proposed' && !later && wasDone) ||
    (stage === 'agreed' && later && isSaidOf(scene, verb, noun))
  const about = ['on', 'over'].flatMap((word) => [
    ...grammar.obliques(noun, word),
    ...grammar.obliques(verb, word).filter((token) => token > noun && noun > verb),
  ])
  const told = {
    name: termAt(scene, noun),
    form: kind.form as AgreementForm,
    stage,
    about: about.filter((token) => isTerm(scene, token)).map((token) => termAt(scene, token)),
  }
  const isPassive = grammar.isPassive(verb)
  const { modality } = scene.epistemics(verb)
  const ahead = later && grammar.isInfinitive(verb)
  if (isStep && isPassive && (ahead || modality === 'planned' || MADE.has(modality))) {
    const by = grammar.governor(noun)
    const between = later && by >= 0 ? sidesAt(scene, by) : sidesBehind(scene, noun, verb)
    const made = accord(scene, verb, { ...told, between })
    const isHere = stage === 'agreed' && later
    const step = isHere && made.days?.length === 0 ? { ...made, days: placedDays(scene, verb) } : made
    if (step.days?.length === 0 && !(isHere && isPlaced(scene, verb))) return []
    return [ahead ? { ...step, epistemics: { polarity: 'affirmed', modality: 'planned' } } : step]
  }
  const isActive = !isPassive && !later && MADE.has(modality)
  const sides = isActive ? sidesAt(scene, verb, noun) : []
  if (stage === 'ratified' && isActive) {
    const doers = refsAt(
      scene,
      grammar.subjects(verb).flatMap((token) => actorsAt(scene, token)),
    )
    const approvals = doers.map((who) => ({ who, done: true }))
    return doers.length > 0 ? [accord(scene, verb, { ...told, between: [], approvals })] : []
  }
  if (lemma[verb] === 'have') return [hadAt(scene, verb, told)]
  // "Members rejected the contract", "envoys initialled the treaty": who acts has no name, the agreement is a known one.
  if (isThis && sides.length === 0 && isActive && stage !== 'proposed' && actsFor(scene, verb)) {
    const step = accord(scene, verb, { ...told, between: [] })
    if ((step.days ?? []).length > 0 || told.name.text.split(' ').length > 2) return [step]
  }
  const isMade = stage === 'agreed' || stage === 'in principle' || stage === 'signed'
  // "The drivers have reached a tentative agreement": whose it is with, the words do not say.
  if (isActive && sides.length === 0 && words.some((word) => /^(?:tentative|preliminary)$/.test(word)))
    return [
      accord(scene, verb, {
        ...told,
        between: refsAt(
          scene,
          grammar.subjects(verb).flatMap((token) => actorsAt(scene, token)),
        ),
      }),
    ]
  // "Norway, Peru and Chile reached agreements": each its own, with somebody else.
  const isOneEach = doc.tokens.tag[noun] === 'NNS' && !words.length && sides.length > 2
  return isMade && sides.length > 0 && !isOneEach ? [accord(scene, verb, { ...told, between: sides })] : []
}

/** "Norway and Peru said on Friday they had an agreement in principle": theirs, announced that day. */
function hadAt(scene: Scene, verb: number, told: Omit<Told, 'between'>): Found {
  const [said] = scene.attributions(verb)
  const cue = said?.cue[0] === undefined ? -1 : tokenAt(scene, said.cue[0].start)
  const tellers = (said?.speakers ?? []).map((id) => ({ id, name: scene.fillers.name(id) }))
  const sides = unique(tellers.map((one) => scene.fillers.sideOf(one) ?? one))
  const isTheirs = scene.grammar
    .subjects(verb)
    .some((token) => /^(?:they|we)$/.test(scene.doc.tokens.lower[token]!))
  const made = accord(scene, verb, { ...told, between: isTheirs && sides.length > 1 ? sides : [] })
  if ((made.days ?? []).length > 0 || cue < 0) return made
  const days = scene.days([cue]).filter(({ role, type }) => role === 'on' && type !== 'DURATION')
  return { ...made, days: days.map((day) => ({ ...day, role: 'announced' as const })) }
}

/** An agreement, or a paper that becomes one by being signed: "the text was initialled". */
const kindAt = ({ doc, rows }: Scene, verb: number, noun: number): { form?: string } | undefined =>
  isInsight({ doc }, noun)
    ? undefined
    : (rows('agreement-nouns').get(doc.tokens.lemma[noun]!) ??
      (SIGNS.has(doc.tokens.lemma[verb]!) && rows('agreement-papers').has(doc.tokens.lemma[noun]!)
        ? { form: 'deal' }
        : undefined))

const SIGNS: ReadonlySet<string> = new Set(['sign', 'initial', 'ink'])

/** "Wants the treaty signed by May": a wish. */
export function isWantedDone({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): boolean {
  const { tag, head, dep, lemma } = doc.tokens
  const noun = head[verb]!
  if (tag[verb] !== 'VBN' || noun < 0) return false
  const over = grammar.isVerb(noun) ? noun : dep[noun]?.startsWith('obj') ? head[noun]! : -1
  return over >= 0 && /^(?:want|need|like|see|demand|prefer|seek)$/.test(lemma[over]!)
}

/** People who act for a side that is not named: "negotiators", "members". */
const actsFor = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar.subjects(verb).some((token) => ACTING.has(doc.tokens.lemma[token]!))

const ACTING: ReadonlySet<string> = new Set(
  'ambassador delegate delegation diplomat employee envoy lawyer leader member minister negotiator representative shareholder staff worker'.split(
    ' ',
  ),
)

/** "…, to be signed by June 3": of the noun before it, or of the object of the verb before it. */
const isAfterwards = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^(acl|advcl)/.test(doc.tokens.dep[verb]!) &&
  grammar.isPassive(verb) &&
  grammar.dependents(verb, 'nsubj', 'nsubj:pass').every((token) => /^W/.test(doc.tokens.tag[token]!))

/** The agreement that such a clause is said of: "a pact on quotas, to be signed by June 3". */
function agreedBefore(scene: Scene, verb: number): number | undefined {
  const { doc, grammar } = scene
  const { head, dep, lemma } = doc.tokens
  const over = head[verb]!
  let noun = grammar.isVerb(over) ? grammar.objects(over)[0] : over
  for (let steps = 0; noun !== undefined && steps < 3; steps++) {
    if (scene.rows('agreement-nouns').has(lemma[noun]!)) return noun
    noun = /^(nmod|obl)/.test(dep[noun]!) ? head[noun] : undefined
  }
  return undefined
}

/** "Norway withdrew from the pact", "quit the treaty": who leaves ends it for himself; who takes another out does not. */
function leftAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  const words = scene.rows('leaving-verbs').get(doc.tokens.lemma[verb]!)!.words!.split(' ')
  const objects = grammar.objects(verb)
  const left = words
    .flatMap((word) => (word === 'object' ? objects : objects.length > 0 ? [] : grammar.obliques(verb, word)))
    .find((token) => LEFT.has(formAt(scene, token) ?? ''))
  const { modality } = scene.epistemics(verb)
  if (left === undefined || grammar.isPassive(verb) || !(MADE.has(modality) || modality === 'planned'))
    return []
  const leaver = refsAt(
    scene,
    grammar.subjects(verb).flatMap((token) => actorsAt(scene, token)),
  )
  if (leaver.length === 0) return []
  const others = refsAt(scene, grammar.obliques(left, 'with'))
  const between = unique([...leaver, ...others])
  const name = termAt(scene, left)
  const told = accord(scene, verb, { name, between, form: formAt(scene, left)!, stage: 'left' })
  return [{ ...told, body: { ...told.body, plover: 'REJECT' } as Found['body'] }]
}

/** The form that a noun for an agreement tells. */
const formAt = ({ doc, rows }: Scene, token: number): AgreementForm | undefined =>
  rows('agreement-nouns').get(doc.tokens.lemma[token]!)?.form as AgreementForm | undefined

/** Forms that one can leave. */
const LEFT: ReadonlySet<string> = new Set(['deal', 'treaty', 'truce', 'contract'])

interface Told {
  readonly name: Phrase
  readonly between: Ref[]
  readonly form: AgreementForm
  readonly stage: AgreementStage
  readonly about?: Phrase[]
  /** Who has approved it. */
  readonly approvals?: { who: Ref; done: boolean }[]
}

/** "At 3:10 in the morning on Tuesday": the hour says no day. */
const withoutHour = (days: readonly ClaimDay[]): ClaimDay[] =>
  days.filter(({ value }) => days.length < 2 || !value?.startsWith('T'))

/** The days told with a verb; "met on Monday and agreed on a pact": where it has none, those of the verb it is joined to. */
function daysAt(scene: Scene, verb: number): ClaimDay[] {
  const { dep, head } = scene.doc.tokens
  const days = scene.days([verb])
  const before = head[verb]!
  const isJoined = days.length === 0 && dep[verb] === 'conj' && before >= 0 && scene.grammar.isVerb(before)
  return isJoined ? scene.days([before]).filter(({ role }) => role === 'on') : days
}

/** The claim that an agreement is at a stage, found at a token, with the days told there. */
export function accord(
  scene: Scene,
  trigger: number,
  { name, between, form, stage, about = [], approvals = [] }: Told,
): Found {
  return {
    kind: 'act',
    trigger,
    foundBy: 'accord/made@1',
    body: {
      type: 'agreement',
      plover: 'AGREE',
      actor: between.slice(0, 1),
      recipient: between.slice(1),
      about: {
        thread: 'agreement',
        name,
        between,
        form,
        stage,
        about,
        approvals,
        leftOpen: [],
        accountBy: [],
      },
    },
    days: withoutHour(daysAt(scene, trigger)).filter(
      ({ role, type }) => type !== 'DURATION' || !(role === 'on' || role === 'from'),
    ),
  }
}
