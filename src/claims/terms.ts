// In: a scene. Out: what an agreement lays down: whom it makes do what, who is to watch over it, and terms that it puts on nobody.
import type { Phrase, Ref } from '../model/index.ts'
import { type Found, type Scene, tokenAt } from './scene.ts'

/** Verbs of an agreement that lay a duty on somebody: "It commits Norway to dredge the river". */
const BINDS: ReadonlySet<string> = new Set(['commit', 'oblige', 'obligate', 'require', 'bind'])
/** Verbs of watching over an agreement: "The United Nations will monitor it". */
const WATCHES: ReadonlySet<string> = new Set(['monitor', 'verify', 'oversee', 'supervise', 'police'])
const DUE: ReadonlySet<string> = new Set(['will', 'shall', 'must', 'would', "'ll"])
const TERMS: ReadonlySet<string> = new Set(['term', 'terms', 'provision', 'condition'])
/** Sentences back in which the agreement meant by "it" or "its terms" is looked for. */
const BACK = 2

/** Verbs of which an agreement is the subject where they tell what stands in it: "the deal provides for", "it permits". */
const LAYS_DOWN: ReadonlySet<string> = new Set(
  'provide permit allow require oblige obligate commit bind entitle include contain cover call foresee envisage stipulate specify set cap limit ban bar forbid prohibit guarantee grant incorporate freeze exempt exclude introduce establish swap replace run last expire'.split(
    ' ',
  ),
)
/** Verbs that tell it too, or only what comes of it: taken where the deal is to do it ("would cut"), by no one's verdict. */
const CHANGES: ReadonlySet<string> = new Set(
  'give cut lower reduce raise increase lift remove abolish scrap extend keep maintain restore double triple halve protect preserve create phase open reopen'.split(
    ' ',
  ),
)

/**
 * One commitment for each verb that tells what is owed or laid down; its `under` names the agreement in the report's
 * words. A term that is put on nobody by name has no `by`, and its words tell who or what it is about.
 */
export function findTerms(scene: Scene): Found[] {
  const { doc, grammar } = scene
  const { lemma } = doc.tokens
  const found: Found[] = []
  let told: ToldLast | undefined
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!grammar.isVerb(verb)) continue
    const sentence = scene.sentenceOf(verb)
    const under = fronted(scene, verb) ?? (told && isInPhase(scene, verb, told) ? told.under : undefined)
    const before = found.length
    if (under)
      for (const one of joined(scene, verb))
        found.push(...termAt(scene, one, subjectsOf(scene, one), under, 'term/under@2'))
    else if (WATCHES.has(lemma[verb]!)) found.push(...watchAt(scene, verb))
    if (found.length === before && BINDS.has(lemma[verb]!)) found.push(...boundAt(scene, verb))
    if (found.length === before) found.push(...laidDownAt(scene, verb))
    if (found.length === before && told && (goesOn(scene, verb, told) || runsOn(scene, verb, told)))
      found.push(...termAt(scene, verb, meantBy(scene, verb, told), told.under, 'term/goes-on@1'))
    // What a phase lays down goes on in the next sentence, also where its own clause was not read.
    if (
      told &&
      sentence > told.sentence &&
      sentence - told.sentence <= PHASES_BACK &&
      isPhase(scene, sentence)
    )
      told = { ...told, sentence, isTerm: true }
    const text = found.length === before ? textAt(scene, verb) : undefined
    if (text)
      for (const clause of grammar.dependents(verb, 'ccomp').filter((one) => isMeant(scene, one)))
        found.push(...termAt(scene, clause, subjectsOf(scene, clause), text, 'term/text@1'))
    const last = found.at(-1)
    const made = found.length > before && last ? underOf(last) : (text ?? madeAt(scene, verb))
    if (made) {
      const isTerm = found.length > before || text !== undefined
      const by = found.length > before && last ? (last.body as { actor: readonly Ref[] }).actor : []
      told = {
        under: made,
        sentence,
        isTerm,
        by,
        sides: isTerm ? (told?.sides ?? []) : namedIn(scene, sentence),
      }
    }
  }
  return found
}

/** The agreement that terms were told of last. */
interface ToldLast {
  readonly under: Phrase
  readonly sentence: number
  /** Whether a term was told there, or only that there is an agreement. */
  readonly isTerm: boolean
  /** Who does what the last term says. */
  readonly by: readonly Ref[]
  /** Who was named where the agreement was told. */
  readonly sides: readonly Ref[]
}

function namedIn({ doc, fillers }: Scene, sentence: number): Ref[] {
  const { first, last } = doc.sents[sentence]!
  const named: Ref[] = []
  for (let at = first; at < last; at++) named.push(...fillers.partyNamed(at))
  return named
}

/** "Under the first phase, Peru is to free 33 men", shortly after the accord was told of: a sentence on a part of it. */
function isPhase({ doc }: Scene, sentence: number): boolean {
  const { lower, lemma } = doc.tokens
  const { first } = doc.sents[sentence]!
  if (!/^(?:under|in|during)$/.test(lower[first]!)) return false
  return [2, 3].some((step) => /^(?:phase|stage)$/.test(lemma[first + step] ?? ''))
}

/** Sentences after an accord within which its phases are told. */
const PHASES_BACK = 4

/** Whether the clause is one of a sentence on a phase, in which it is owed. */
const isInPhase = (scene: Scene, verb: number, { sentence }: ToldLast): boolean =>
  scene.sentenceOf(verb) - sentence <= PHASES_BACK &&
  isPhase(scene, scene.sentenceOf(verb)) &&
  owes(scene, verb) &&
  scene.doc.tokens.dep[verb] === 'root'

/** "In a joint statement, both say that …", "in the accord, …": the text that the words stand in. */
function textAt(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  const text = grammar.obliques(verb, 'in').find((noun) => {
    const isJoint = grammar
      .dependents(noun, 'amod', 'compound')
      .some((one) => doc.tokens.lower[one] === 'joint')
    return noun < verb && (isAgreement(scene, noun) || (isJoint && doc.tokens.lemma[noun] === 'statement'))
  })
  return text === undefined ? undefined : nameAt(scene, text)
}

/** "That their firms intend to invest", "that it will open": what is meant to be done. */
const isMeant = (scene: Scene, verb: number): boolean =>
  owes(scene, verb) || /^(?:intend|plan|commit|undertake|pledge)$/.test(scene.doc.tokens.lemma[verb]!)

/** The agreement that is reached or signed here: what it foresees may follow. */
function madeAt(scene: Scene, verb: number): Phrase | undefined {
  const row = scene.rows('agreement-verbs').get(scene.doc.tokens.lemma[verb]!)
  const isMade = /^(?:agreed|signed)$/.test(row?.stage ?? '') || scene.doc.tokens.lemma[verb] === 'agree'
  if (!isMade || scene.epistemics(verb).modality !== 'held') return undefined
  const { grammar, doc } = scene
  const on =
    doc.tokens.lemma[verb] === 'agree' ? ['on', 'to'].flatMap((word) => grammar.obliques(verb, word)) : []
  // "The outlines of a deal": the deal.
  const made = [...grammar.objects(verb), ...on, ...on.flatMap((noun) => grammar.obliques(noun, 'of'))].find(
    (object) => isAgreement(scene, object),
  )
  return made === undefined ? undefined : nameAt(scene, made)
}

const underOf = ({ body }: Found): Phrase => (body as { about: { under: Phrase } }).about.under

/** "The accord would swap the notes for a bond", "it permits ports to …": the agreement itself says it. */
function laidDownAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  // "What it calls unfair fees" calls for nothing.
  const isLed = !/^(?:call|provide)$/.test(lemma[verb]!) || grammar.obliques(verb, 'for').length > 0
  const laid = LAYS_DOWN.has(lemma[verb]!) && isLed
  if (!laid && !CHANGES.has(lemma[verb]!)) return []
  const [subject] = grammar.dependents(verb, 'nsubj')
  if (subject === undefined || subject > verb || grammar.isPassive(verb)) return []
  if (grammar.objects(verb).some((object) => WIDE.has(lemma[object]!))) return []
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const isAhead = modals.some((word) => word === 'would' || word === 'will')
  const isNow = /^VB[ZP]$/.test(tag[verb]!) || modals.some((word) => /^do(?:es)?$/.test(word))
  if (!isAhead && !(laid && isNow)) return []
  if (!laid && isInMarks(scene, verb)) return []
  const under = isAgreement(scene, subject)
    ? isDefinite(scene, subject)
      ? nameAt(scene, subject)
      : undefined
    : lower[subject] === 'it' && laid && fillers.parties(subject).length === 0
      ? lastAgreement(scene, subject)
      : undefined
  return under ? termAt(scene, verb, [], under, 'term/laid-down@1', true) : []
}

/** "Covers a wide range of issues": which, the words do not say. */
const WIDE: ReadonlySet<string> = new Set(
  'range array variety series host number lot raft issue topic area'.split(' '),
)

/** "The pact", "this deal", "Peru's accord"; "a deal would …" is any. */
const isDefinite = ({ grammar, doc }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some(
      (word) => !/^(?:an?|any|no|every|each|some|such|what|which|my|our|your)$/.test(doc.tokens.lower[word]!),
    )

/** Whether somebody's own words hold the verb: a verdict more often than a term. */
const isInMarks = (scene: Scene, verb: number): boolean =>
  scene.attributions(verb).some(({ form }) => form === 'direct')

/** Verbs that tell what comes of a deal, or what somebody makes of it. */
const COMMENTS: ReadonlySet<string> = new Set(
  'be mean help make need like love prefer say expect hope welcome mark benefit hurt cost save boost ease avoid avert come have depend require take continue face struggle want see bring lead become represent give allow seem appear know think end hit fall'.split(
    ' ',
  ),
)

/** "Crews would also get …" right behind a term: one more, where the sentence says so or goes on in the same mood. */
function goesOn(scene: Scene, verb: number, { sentence, isTerm }: ToldLast): boolean {
  const { grammar, doc } = scene
  const behind = scene.sentenceOf(verb) - sentence
  const { lower, dep, lemma } = doc.tokens
  const toBe = isToBe(scene, verb) && scene.fillers.parties(subjectOfToBe(scene, verb)).length > 0
  if (behind < 1 || behind > BACK || COMMENTS.has(lemma[verb]!) || isInMarks(scene, verb)) return false
  // "Norway is to open its ports, and it will pay": one that is named, right behind.
  if (toBe) return isTerm
  if (dep[verb] !== 'root') return false
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const also = grammar.dependents(verb, 'advmod').some((word) => lower[word] === 'also')
  const inReturn = grammar
    .obliques(verb, 'in')
    .some((noun) => /^(?:return|exchange)$/.test(lower[noun]!) && noun < verb)
  const isJoined = grammar.dependents(verb, 'advcl').some((one) => isToBe(scene, one) && one < verb)
  if (!modals.includes('would') && !(modals.includes('will') && (also || inReturn || isJoined))) return false
  if (behind > 1 && !also && !inReturn) return false
  const subject = toldOf(scene, verb)
  const isSaid = subject === undefined || /^(?:PRP|W|EX|DT)/.test(doc.tokens.tag[subject]!)
  return (!isSaid || isJoined) && !hasCondition(scene, verb)
}

/** What an accord lets or makes somebody do, of what is no deed: "will apply", "will get", "will be able to". */
const ENTITLES: ReadonlySet<string> = new Set(
  'able allowed apply cease cover expire entitled exempt free get last open receive run start take'.split(
    ' ',
  ),
)
/** What is done about an accord, or beside it, by those who made it. */
const BESIDE: ReadonlySet<string> = new Set(
  'approve brief debate decide discuss fly inform meet present publish ratify report review send sign speak submit tell travel visit vote'.split(
    ' ',
  ),
)

/**
 * What goes on telling terms, sentence by sentence: "is to", "are to" and "must" behind a term, whoever it is said of;
 * "will" where one of the sides does it, where something is done to a thing, or somebody is let do it.
 */
function runsOn(scene: Scene, verb: number, { sentence, isTerm, sides }: ToldLast): boolean {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, dep, tag } = doc.tokens
  const behind = scene.sentenceOf(verb) - sentence
  if (behind < 1 || behind > BACK) return false
  let first = verb
  while (dep[first] === 'conj' && doc.tokens.head[first]! >= 0) first = doc.tokens.head[first]!
  if (dep[first] !== 'root' || scene.attributions(verb).length > 0) return false
  const passive = grammar.isPassive(verb)
  if (BESIDE.has(lemma[verb]!) || (!passive && COMMENTS.has(lemma[verb]!))) return false
  if (scene.rows('round-verbs').has(lemma[verb]!) && !passive) return false
  const subject = toldOf(scene, verb)
  if (subject === undefined || scene.rows('round-nouns').has(lemma[subject]!)) return false
  if (grammar.objects(verb).some((one) => isBeside(scene, one))) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  if (isTerm && behind === 1 && (isToBe(scene, verb) || auxiliaries.includes('must'))) return true
  const isAhead = auxiliaries.includes('will') || auxiliaries.includes("'ll")
  // "It will apply from 1 May": what was told of last.
  if (lower[subject] === 'it' && ENTITLES.has(lemma[verb]!)) return false
  const parties = passive ? [] : fillers.parties(subject)
  if (parties.length > 0) {
    const isOfSides = parties.every(({ id }) => sides.some((side) => side.id === id))
    const isNow = /^VB[ZP]$/.test(tag[verb]!) && GETS.has(lemma[verb]!)
    return isOfSides && (isNow || (isAhead && ((isTerm && behind === 1) || DUTIES.has(lemma[verb]!))))
  }
  if (!isAhead || /^(?:W|NNP|EX|DT)/.test(tag[subject]!)) return false
  if (ENTITLES.has(lemma[verb]!)) return behind === 1
  const isPerson = /^PRP/.test(tag[subject]!) || scene.rows('actor-nouns').has(lemma[subject]!)
  return (
    !isPerson &&
    passive &&
    (isTerm ? !COMMENTS.has(lemma[verb]!) : LAYS_DOWN.has(lemma[verb]!) || CHANGES.has(lemma[verb]!))
  )
}

/** "Will hold a vote", "will host the summit". */
const isBeside = (scene: Scene, noun: number): boolean =>
  scene.rows('round-nouns').has(scene.doc.tokens.lemma[noun]!) ||
  /^(?:election|figure|poll|referendum|vote)$/.test(scene.doc.tokens.lemma[noun]!)

/** What a side does by an accord, told right behind it. */
const DUTIES: ReadonlySet<string> = new Set([
  ...LAYS_DOWN,
  ...CHANGES,
  ...'accept buy close deliver drop end export free halt hand import invest leave pay purchase recognise recognize release repay resume return sell set share stop supply suspend transfer withdraw'.split(
    ' ',
  ),
])
const GETS: ReadonlySet<string> = new Set(
  'commit gain get keep obtain pay pledge receive retain undertake'.split(' '),
)

/** What a clause is said of: who does it, or what is done to. */
const toldOf = ({ grammar }: Scene, verb: number): number | undefined =>
  grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')[0] ?? grammar.subjects(verb)[0]

/** Who does it; "they" behind a term are those who do what that says. */
function meantBy(scene: Scene, verb: number, { by }: ToldLast): readonly Ref[] {
  const own = subjectsOf(scene, verb)
  const [subject] = scene.grammar.subjects(verb)
  const isThey = subject !== undefined && scene.doc.tokens.lower[subject] === 'they'
  return own.length === 0 && isThey ? by : own
}

/** Who "is to" do it: the noun before. */
const subjectOfToBe = ({ grammar, doc }: Scene, verb: number): number => {
  const [mark = verb] = grammar.dependents(verb, 'mark').filter((one) => doc.tokens.lower[one] === 'to')
  return Math.max(0, mark - 2)
}

/** "If it were signed, crews would …": supposed of the deal as a whole. */
const hasCondition = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar
    .dependents(verb, 'advcl')
    .some(
      (clause) =>
        clause < verb && grammar.dependents(clause, 'mark').some((mark) => doc.tokens.lower[mark] === 'if'),
    )

/** The agreement of "under the accord", "under its terms", "under the terms of the accord", "a pact under which" on a verb. */
function fronted(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  // "Under the deal, reached in Lima, Norway will …": the parser hangs the deal on the participle.
  const reached = grammar
    .dependents(verb, 'advcl')
    .filter((one) => one < verb && doc.tokens.tag[one] === 'VBN' && doc.tokens.form[one - 1] === ',')
  for (const noun of [verb, ...reached].flatMap((one) => grammar.obliques(one, 'under'))) {
    if (isAgreement(scene, noun)) return nameAt(scene, noun)
    if (doc.tokens.lower[noun] === 'which') return agreementBefore(scene, noun)
    if (!TERMS.has(doc.tokens.lemma[noun]!)) continue
    const of = grammar.obliques(noun, 'of').find((one) => isAgreement(scene, one))
    return of === undefined ? lastAgreement(scene, noun) : nameAt(scene, of)
  }
  return undefined
}

/** "A pact on pay, under which …": the agreement that the clause is said of. */
function agreementBefore(scene: Scene, which: number): Phrase | undefined {
  const { sents } = scene.doc
  const { first } = sents[scene.sentenceOf(which)]!
  for (let at = which - 1; at >= first && which - at <= REACH_BEFORE; at--)
    if (isAgreement(scene, at)) return nameAt(scene, at)
  return undefined
}

/** The words that name an agreement, up to what else is said of it: "the accord, reached in Lima on Friday". */
function nameAt({ grammar, fillers, doc }: Scene, noun: number): Phrase {
  const { first, last } = grammar.phrase(noun, 'short')
  let end = noun
  for (let at = noun + 1; at <= last && !/^[,;:—–(]$/.test(doc.tokens.form[at]!); at++)
    if (!fillers.timeAt(at)) end = at
    else break
  if (doc.tokens.tag[end] === 'IN' && end > noun) end--
  return fillers.phraseOf(first, end, noun)
}

/** Words between an agreement and "under which" at most. */
const REACH_BEFORE = 10

/** The verb and those joined to it that have no subject of their own or a modal of their own: all that is owed. */
function joined(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  return grammar
    .conjuncts(verb)
    .filter((one) => one === verb || (grammar.isVerb(one) && one > verb))
    .filter((one) => owes(scene, one) || (one !== verb && owes(scene, verb) && isBare(scene, one)))
}

const isBare = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^VBP?$/.test(doc.tokens.tag[verb]!) && grammar.dependents(verb, 'nsubj').length === 0

/** "Will pay", "is to pay", "pays": what is laid down, not what was done. */
const owes = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => DUE.has(doc.tokens.lower[aux]!)) ||
  isToBe({ doc, grammar }, verb)

/** "The union is to receive it". */
const isToBe = ({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): boolean => {
  const { lower, lemma, tag } = doc.tokens
  const marks = grammar.dependents(verb, 'mark').filter((mark) => lower[mark] === 'to')
  return marks.some((mark) => lemma[mark - 1] === 'be' && /^VB[ZP]$/.test(tag[mark - 1]!))
}

/** Who is to do it; of a passive the doers. */
const subjectsOf = (scene: Scene, verb: number): Ref[] => {
  const own = scene.grammar.subjects(verb)
  const all = own.length === 0 && isToBe(scene, verb) ? [subjectOfToBe(scene, verb)] : own
  return all.flatMap((token) => scene.fillers.parties(token))
}

/** "The United Nations will monitor the truce", "will monitor it with 60 observers". */
function watchAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  if (!owes(scene, verb)) return []
  for (const object of grammar.objects(verb)) {
    const under = isAgreement(scene, object)
      ? nameAt(scene, object)
      : doc.tokens.lower[object] === 'it'
        ? lastAgreement(scene, object)
        : undefined
    if (under) return termAt(scene, verb, subjectsOf(scene, verb), under, 'term/watch@1')
  }
  return []
}

/** "It commits Norway to dredge the river." */
function boundAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const [subject] = grammar.subjects(verb)
  const [to] = grammar
    .dependents(verb, 'xcomp', 'advcl', 'ccomp')
    .filter((one) => grammar.dependents(one, 'mark').some((mark) => doc.tokens.lower[mark] === 'to'))
  if (subject === undefined || to === undefined || grammar.isPassive(verb)) return []
  const under = isAgreement(scene, subject)
    ? nameAt(scene, subject)
    : doc.tokens.lower[subject] === 'it'
      ? lastAgreement(scene, subject)
      : undefined
  const by = grammar.dependents(verb, 'obj').flatMap((token) => fillers.parties(token))
  if (!under || scene.epistemics(verb).polarity === 'denied') return []
  // "Require the country to buy Peruvian wheat": a country that is not named is not the one it buys from.
  const named = grammar.dependents(verb, 'obj').some((token) => fillers.nameAt(token))
  if (!named && by.some(({ id }) => fillers.phrase(to, 'short').ids.includes(id))) return []
  return grammar.conjuncts(to).flatMap((one) => termAt(scene, one, by, under, 'term/bound@1'))
}

/**
 * A term as a commitment. `own`: the agreement is the subject, and what is laid down is all that is said of it. A term put
 * on nobody that has a name is told with its subject; a person's own words ("they", "those") name nobody, so there is none.
 */
function termAt(
  scene: Scene,
  verb: number,
  by: readonly Ref[],
  under: Phrase,
  foundBy: string,
  own = false,
): Found[] {
  const { grammar, fillers, doc } = scene
  const { polarity, modality, condition } = scene.epistemics(verb)
  const passive = grammar.isPassive(verb)
  if (modality === 'possible') return []
  const owner = passive ? [] : [...by]
  const [subject] = grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
  const isSpoken = subject !== undefined && /^(?:PRP|W|EX|DT)/.test(doc.tokens.tag[subject]!)
  if (owner.length === 0 && !own && (subject === undefined || subject > verb || isSpoken)) return []
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass', 'advmod').filter((one) => one < verb)
  const first =
    owner.length > 0
      ? verb
      : own
        ? Math.min(verb, ...auxiliaries.filter((one) => one > subject! && doc.tokens.lower[one] !== 'also'))
        : withAs(scene, grammar.phrase(subject!, 'short').first)
  const what = fillers.phraseOf(first, Math.max(verb, lastTold(scene, verb)), verb)
  // "The text applies", "the rate would rise": more is said by the next sentence, or nothing.
  if (owner.length === 0 && what.text.split(' ').length < FEWEST_WORDS) return []
  return [
    {
      kind: 'act',
      trigger: verb,
      foundBy,
      // What an agreement lays down is to come, however it is told.
      epistemics: {
        polarity: owner.length > 0 ? polarity : 'affirmed',
        modality: 'planned',
        ...(condition ? { condition } : {}),
      },
      body: {
        type: 'commitment: made',
        plover: 'AGREE',
        actor: owner,
        recipient: [],
        about: { thread: 'commitment', by: owner, to: [], what, status: 'open', under },
      },
      // Whose day it is that the words of such a term name, is told by them alone.
      days:
        owner.length > 0
          ? scene.days([verb]).filter(({ role, type }) => type !== 'DURATION' || role === 'due')
          : [],
    },
  ]
}

/** "As many as 600 trucks": with the word that the parser leaves outside. */
const withAs = ({ doc }: Scene, first: number): number =>
  /^(?:many|much|few|little)$/.test(doc.tokens.lower[first]!) && doc.tokens.lower[first - 1] === 'as'
    ? first - 1
    : first

/** Words of a term that is put on nobody at least. */
const FEWEST_WORDS = 4

/** The last word of a term, within the words of whoever tells it. */
function lastTold(scene: Scene, verb: number): number {
  const { tokens } = scene.doc
  let last = lastOf(scene, verb)
  // What the parser hung elsewhere belongs to it up to the next mark.
  const { last: end } = scene.doc.sents[scene.sentenceOf(verb)]!
  while (last + 1 < end && !/^(?:[,;:.—–()"“”]|''|``|and|but)$/.test(tokens.form[last + 1]!)) last++
  const start = tokens.start[verb]!
  for (const { content } of scene.attributions(verb)) {
    const piece = content.find((range) => range.start <= start && start < range.end)
    if (!piece || piece.end >= tokens.end[last]!) continue
    last = Math.max(verb, tokenAt(scene, piece.end - 1))
  }
  // "…, under which the rate will rise": a term of its own; what stands between commas interrupts one.
  for (let at = verb + 1; at < last; at++)
    if (
      tokens.form[at] === ',' &&
      /^(?:under|which)$/.test(tokens.lower[at + 1]!) &&
      !goesOnBehind(scene, at, last)
    )
      return at - 1
  return last
}

/** "The corridor, which cuts the town in two, by day 22": after the clause between commas the term goes on with its day or place. */
function goesOnBehind({ doc }: Scene, comma: number, last: number): boolean {
  const { form, lower } = doc.tokens
  if (lower[comma + 1] !== 'which') return false
  for (let at = comma + 2; at < last; at++)
    if (form[at] === ',') return /^(?:by|from|in|on|until|within|no|at|after)$/.test(lower[at + 1]!)
  return false
}

/** The last word said of the subject before another verb is joined. */
function lastOf({ grammar, doc }: Scene, verb: number): number {
  let { last } = grammar.predicate(verb)
  while (last > verb && /^[,.;:]$/.test(doc.tokens.form[last]!)) last--
  return last
}

const isAgreement = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) &&
  scene.doc.tokens.lemma[token] !== 'statement' &&
  scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)

/** The agreement told last before a token: what the sentence before is about, else the last one named. */
function lastAgreement(scene: Scene, token: number): Phrase | undefined {
  const { sents, tokens } = scene.doc
  const { first } = sents[Math.max(0, scene.sentenceOf(token) - BACK)]!
  const before = sents[scene.sentenceOf(token) - 1]
  for (let at = before?.first ?? token; at < (before?.last ?? 0); at++)
    if (tokens.dep[at]!.startsWith('nsubj') && isAgreement(scene, at)) return nameAt(scene, at)
  for (let at = token - 1; at >= first; at--) if (isAgreement(scene, at)) return nameAt(scene, at)
  return undefined
}
