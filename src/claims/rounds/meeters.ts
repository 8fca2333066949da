// In: a scene and a word that tells of a meeting. Out: who meets: sides, and the people who sit there.

import type { Name } from '../../language/doc.ts'
import { slugOf } from '../../language/lexicon.ts'
import type { Delegation, Ref } from '../../model/index.ts'
import { isSeveral } from '../agreements/accord-sides.ts'
import { nearby, REACH } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'

/** A verb of `round-verbs` or `round-phases` whose doers meet: "hold", "attend", "begin"; not "reject". */
export function holdsMeetings(scene: Scene, verb: number): boolean {
  const lemma = scene.doc.tokens.lemma[verb]!
  const phase = scene.rows('round-phases').get(lemma)?.phase
  return (
    scene.grammar.isVerb(verb) &&
    (/^(sides|partner)$/.test(scene.rows('round-verbs').get(lemma)?.needs ?? '') ||
      (phase !== undefined && phase !== 'refused'))
  )
}

/** Nouns of which talks are the content: "a fourth cycle of talks", "the second day of talks". */
const SPANS: ReadonlySet<string> = new Set(
  'cycle day week month hour series set phase stage bout string marathon'.split(' '),
)

/** The noun that stands for a meeting in its clause: itself, or the span that is full of it. */
export function standingFor({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, trigger: number): number {
  const { dep, head, lemma } = doc.tokens
  const over = head[trigger]!
  const isContent = over >= 0 && dep[trigger]!.startsWith('nmod') && grammar.caseOf(trigger) === 'of'
  return isContent && SPANS.has(lemma[over]!) ? over : trigger
}

/** Whom the doers of a verb meet: "met with B", "spoke to B by phone", "sat across from B", "sat opposite B". */
export function partnersOf(scene: Scene, verb: number): number[] {
  const { grammar, doc } = scene
  const { lower, lemma } = doc.tokens
  const spoken = scene.rows('round-verbs').get(lemma[verb]!)?.needs === 'phone'
  return [
    ...grammar.obliques(verb, 'with'),
    // "Spoke by phone with Peru", hung on the telephone.
    ...(spoken ? grammar.obliques(verb, 'by').flatMap((phone) => grammar.obliques(phone, 'with')) : []),
    ...(spoken ? grammar.obliques(verb, 'to') : []),
    ...grammar.obliques(verb, 'across from'),
    ...grammar.obliques(verb, 'opposite'),
    ...grammar.obliques(verb, 'from').filter((token) => lower[verb + 1] === 'across' && token > verb),
  ]
}

/** Parties that meet: "between A and B", "A and B meet", "A meets with B", "US–China talks". */
export function sidesOf(scene: Scene, trigger: number): Ref[] {
  const { grammar, fillers } = scene
  const between = grammar.obliques(trigger, 'between')
  const heads = grammar.isVerb(trigger)
    ? [...grammar.subjects(trigger), ...grammar.objects(trigger), ...partnersOf(scene, trigger)]
    : [
        ...between,
        ...secondBetween(scene, trigger),
        ...(between.length > 0 ? [] : carriers(scene, trigger)),
        ...grammar.obliques(trigger, 'with'),
        ...grammar.obliques(trigger, 'of'),
        // "The latest round of talks between A and B".
        ...grammar
          .obliques(trigger, 'of')
          .filter((token) => scene.rows('round-nouns').has(scene.doc.tokens.lemma[token]!))
          .flatMap((token) => [...grammar.obliques(token, 'between'), ...grammar.obliques(token, 'with')]),
        // "The Singapore talks between A and B": where they meet.
        ...grammar
          .dependents(trigger, ...(between.length > 0 ? [] : ['compound']), 'amod', 'nmod:poss')
          .filter((token) => !isForum(scene, token)),
      ]
  const around = statesOfTowns(scene, trigger)
  // "The OECD meeting" is under its roof.
  const isBefore = new Set(
    grammar
      .dependents(trigger, 'compound', 'amod', 'nmod:poss')
      .flatMap((token) => fillers.parties(token).map(({ id }) => id)),
  )
  return unique(
    heads
      .flatMap((token) => [...listedBefore(scene, token), ...fillers.parties(token)])
      .flatMap((ref) => {
        const side = fillers.sideOf(ref)
        if (!side) return isBody(ref) && !isMeetingName(scene, ref) && !isBefore.has(ref.id) ? [ref] : []
        return ref.id === side.id && around.has(side.id) ? [] : [side]
      }),
  )
}

/** "Talks between Holm and Lund broke down": the second, where a parser gives it to the verb. */
function secondBetween({ doc, grammar }: Scene, trigger: number): number[] {
  const [first, other] = grammar.obliques(trigger, 'between')
  const verb = doc.tokens.head[trigger]!
  if (first === undefined || other !== undefined || verb < 0 || grammar.conjuncts(first).length > 1) return []
  return grammar
    .dependents(verb, 'nsubj')
    .filter(
      (token) =>
        token > first &&
        token < verb &&
        grammar.dependents(token, 'cc').some((and) => doc.tokens.lower[and] === 'and'),
    )
}

/** A union or a firm sits there for itself: by several words or capitals, as a surname has neither. */
const isBody = ({ id, name }: Ref): boolean =>
  id.startsWith('org:') && (/^\p{Lu}\S+ .*\p{Lu}/u.test(name) || /^\p{Lu}{3,}$/u.test(name))

/** "The Joint Trade Dialogue": what it is called, nobody who sits there. */
const isMeetingName = ({ rows }: Scene, { name }: Ref): boolean =>
  rows('round-nouns').has(name.slice(name.lastIndexOf(' ') + 1).toLowerCase())

/** States told in the sentence only behind a town of theirs: "in Lima, Peru". */
function statesOfTowns({ doc }: Scene, trigger: number): ReadonlySet<string> {
  const { tokens, names } = doc
  const { first, last } = doc.sents[tokens.sent[trigger]!]!
  const behind = new Set<string>()
  const apart = new Set<string>()
  for (const name of nearby(names, trigger)) {
    if (name.first < first || name.first >= last) continue
    const isTail = tokens.form[name.first - 1] === ',' && placeBefore(names, name.first - 1)
    if (isTail) behind.add(name.id)
    else apart.add(name.id)
  }
  return new Set([...behind].filter((id) => !apart.has(id)))
}

const placeBefore = (names: readonly Name[], at: number): boolean =>
  nearby(names, at, 6).some(({ type, last }) => type === 'place' && last === at)

/** "A United Nations meeting", "a White House lunch": whose roof it is under, not who meets. */
function isForum({ doc, fillers }: Scene, token: number): boolean {
  if (doc.tokens.dep[token] !== 'compound' || doc.tokens.tag[token + 1] === 'HYPH') return false
  const name = fillers.nameAt(token)
  return (
    name !== undefined &&
    (name.id === 'UN' ||
      (/^(?:organisation|government|office)$/.test(name.type) && !/^[A-Z]{2}$/.test(name.id)))
  )
}

/** "U.S., Norwegian and Peruvian envoys": a list of states before a noun, of which a parser keeps the last. */
function listedBefore({ doc, fillers }: Scene, noun: number): Ref[] {
  const { tokens } = doc
  const isState = (at: number) => /^(government|place)$/.test(fillers.nameAt(at)?.type ?? '')
  const listed: Ref[] = []
  let at = noun - 1
  if (!isState(at)) return []
  while (/^(and|,)$/.test(tokens.lower[at - 1] ?? '') && isState(at - 2)) {
    at -= 2
    listed.unshift(...fillers.partyNamed(at))
  }
  return /^(in|at|from|to|of|near|outside)$/.test(tokens.lower[at - 1] ?? '') ? [] : listed
}

/** Everybody who is said to meet, whatever their side. */
export function meetersOf(scene: Scene, verb: number): Ref[] {
  const { grammar, fillers } = scene
  const callers = grammar.isPassive(verb) ? grammar.obliques(verb, 'by') : []
  const heads = [...grammar.subjects(verb), ...grammar.objects(verb), ...partnersOf(scene, verb), ...callers]
  const parsed = unique(heads.flatMap((token) => [...listedBefore(scene, token), ...fillers.parties(token)]))
  if (parsed.length >= 2) return parsed
  // On the surface: parties named right before the verb, back to another verb or stop.
  const { tokens, sents } = scene.doc
  const { first } = sents[tokens.sent[verb]!]!
  const found: Ref[] = []
  let at = verb - 1
  while (at >= first && /^(MD|VB|TO|RB)/.test(tokens.tag[at]!)) at--
  at = beforeAside(scene, at, first)
  for (const end = at - 16; at >= first && at > end; at--) {
    if (/^(VB|[.:;,])/.test(tokens.tag[at]!)) break
    // "Staffers for Lund and Berg", "aides to the four": theirs met, not they.
    if (/^(?:for|to)$/.test(tokens.lower[at]!)) {
      found.length = 0
      break
    }
    found.unshift(...fillers.partyNamed(at))
  }
  return unique([...parsed, ...found])
}

/** "Lund, who is also her deputy, spoke with": what stands before the clause between commas that ends at `at`; `at` itself where none does. */
function beforeAside({ doc }: Scene, at: number, first: number): number {
  const { lower, form } = doc.tokens
  if (form[at] !== ',') return at
  for (let back = at - 1; back > first && back > at - 24; back--)
    if (form[back] === ',' && /^(?:who|which|whose)$/.test(lower[back + 1]!)) return back - 1
  return at
}

/** People whose business is to meet the other side. */
const GROUPS: ReadonlySet<string> = new Set(
  'negotiator delegation envoy team side party president representative committee commission panel minister leader official deputy creditor ambassador'.split(
    ' ',
  ),
)

/**
 * "Negotiators met on Thursday", "gathered heads of delegation", "the prime minister and the president spoke", "a call of
 * ministers": whoever they are, it is a meeting.
 */
export function isGroupMeeting(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const isGroup = (token: number) => isGroupAt(scene, token)
  if (!grammar.isVerb(trigger)) return grammar.obliques(trigger, 'of').some(isGroup)
  const objects = grammar.objects(trigger)
  if (objects.length > 0) return GATHERING.has(doc.tokens.lemma[trigger]!) && objects.some(isGroup)
  return subjectsOf(scene, trigger).some(isGroup)
}

/** People whose business is to meet, several counted, a body of two sides. */
export const isGroupAt = (scene: Scene, token: number): boolean =>
  GROUPS.has(scene.doc.tokens.lemma[token]!) ||
  isSeveral(scene, token) ||
  isJointBody(scene, token) ||
  scene.grammar.obliques(token, 'of').some((of) => GROUPS.has(scene.doc.tokens.lemma[of]!))

/** Subjects, and one that a parser takes for that of a clause ("the committee, a forum of two, is to meet"). */
export const subjectsOf = ({ grammar }: Scene, verb: number): number[] => [
  ...new Set([...grammar.subjects(verb), ...grammar.dependents(verb, 'nsubj:outer')]),
]

/** "The Joint Border Committee", "the General Border Committee": a body of two sides, by its name. */
export const isJointBody = ({ doc, grammar }: Scene, token: number): boolean => {
  const { lower, tag } = doc.tokens
  if (!/^NNP/.test(tag[token]!) || !/^(?:commission|committee|council|mechanism)$/.test(lower[token]!))
    return false
  const { first } = grammar.phrase(token, 'short')
  return lower
    .slice(Math.min(first, token), token)
    .some((word) => /^(?:bilateral|border|boundary|intergovernmental|joint|mixed)$/.test(word))
}

/** "Officials held a further round": by those whose business it is. */
export const heldByGroup = (scene: Scene, noun: number): boolean =>
  !scene.grammar.isVerb(noun) &&
  carriers(scene, noun).some((token) => GROUPS.has(scene.doc.tokens.lemma[token]!))

/** Verbs whose object is who meets. */
const GATHERING: ReadonlySet<string> = new Set(['gather', 'convene', 'assemble', 'reconvene'])

const PHONE: ReadonlySet<string> = new Set(['phone', 'telephone', 'video', 'videoconference'])

/** "spoke by phone", "talked on the phone". */
export function byPhone(scene: Scene, verb: number): boolean {
  const { tokens, sents } = scene.doc
  if (/^(?:tele)?phone$/.test(tokens.lemma[verb]!)) return true
  const { last } = sents[tokens.sent[verb]!]!
  for (let at = verb + 1; at < last && at < verb + 12; at++) if (PHONE.has(tokens.lower[at]!)) return true
  return false
}

/** "A video conference", "continued the discussions by video link": it was held, though in no place. */
export function byVideo({ doc, grammar }: Scene, trigger: number): boolean {
  const { lower, sent, form } = doc.tokens
  if (grammar.dependents(trigger, 'compound').some((word) => lower[word] === 'video')) return true
  for (let at = trigger + 1; at < trigger + 8 && sent[at] === sent[trigger] && form[at] !== ','; at++)
    if (/^(?:video|videolink|videoconference)$/.test(lower[at]!))
      return lower[at - 1] === 'by' || lower[at - 1] === 'via'
  return false
}

/** "Lind and Rao spoke for an hour on Monday": with each other, and not to, at or before others. */
export function spokeTogether(scene: Scene, verb: number): boolean {
  const { grammar, fillers } = scene
  const doers = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const others = ['to', 'at', 'in', 'before', 'from', 'about', 'of', 'out', 'against'].flatMap((word) =>
    grammar.obliques(verb, word).filter((token) => !fillers.timeAt(token)),
  )
  return doers.length >= 2 && others.length === 0 && grammar.objects(verb).length === 0
}

/** Subjects of the verb that holds the talks: "the ministers held talks". */
function carriers(scene: Scene, noun: number): number[] {
  const standing = standingFor(scene, noun)
  const head = scene.doc.tokens.head[standing]!
  if (head < 0 || !/^(obj|obl)/.test(scene.doc.tokens.dep[standing]!)) return []
  // "Speaking during a meeting": whoever speaks there sits there.
  const speaks =
    scene.doc.tokens.lemma[head] === 'speak' && /^(?:at|during|in)$/.test(scene.grammar.caseOf(standing))
  return speaks ||
    holdsMeetings(scene, head) ||
    preparesFor(scene, head, standing) ||
    looksFor(scene, head, noun)
    ? scene.grammar.subjects(head)
    : []
}

/** "Lagos will stay in Oslo after two days of talks with Aas failed": who is told to do something after talks with another held them. */
export function doersAfter({ doc, grammar, fillers }: Scene, noun: number): number[] {
  const { head, dep } = doc.tokens
  if (grammar.isVerb(noun) || grammar.obliques(noun, 'with').length === 0) return []
  const standing = standingFor({ doc, grammar }, noun)
  let verb = head[standing]!
  let isAfter = grammar.caseOf(standing) === 'after'
  if (verb >= 0 && /^nsubj/.test(dep[standing]!) && dep[verb] === 'advcl') {
    isAfter = grammar.dependents(verb, 'mark').some((mark) => doc.tokens.lower[mark] === 'after')
    verb = head[verb]!
  }
  if (!isAfter || verb < 0 || !grammar.isVerb(verb)) return []
  return grammar.subjects(verb).filter((token) => fillers.nameAt(token)?.type === 'person')
}

/** "Gear up for talks", "prepare for a summit": who does so sits there. */
const preparesFor = ({ doc, grammar }: Scene, verb: number, noun: number): boolean =>
  verb >= 0 &&
  grammar.isVerb(verb) &&
  /^(?:prepare|gear|brace|ready)$/.test(doc.tokens.lemma[verb]!) &&
  grammar.caseOf(noun) === 'for'

/** People who sit there: those named as doers, partners and leaders of delegations, by side; and those of `doers`. */
export function peopleOf(
  scene: Scene,
  event: readonly number[],
  doers: readonly number[] = [],
): Delegation[] {
  const { grammar, fillers, doc } = scene
  const heads = new Map<number, boolean>(doers.map((token) => [token, false]))
  const companions = new Map<string, Ref>()
  for (const token of event) {
    if (token !== event[0] && grammar.isVerb(token) && !holdsMeetings(scene, token)) continue
    const lists = grammar.isVerb(token)
      ? [...grammar.subjects(token), ...grammar.objects(token), ...partnersOf(scene, token)]
      : [
          ...grammar.obliques(token, 'between'),
          ...grammar.obliques(token, 'with'),
          ...grammar.dependents(token, 'nmod:poss', 'compound', 'amod'),
        ]
    for (const head of lists)
      for (const one of grammar.conjuncts(head)) {
        heads.set(one, false)
        if (doc.tokens.tag[one + 1] === 'HYPH' && fillers.nameAt(one + 2)?.type === 'person')
          heads.set(one + 2, false)
        // "Delegations led by A and B", "Lund, flanked by A".
        for (const clause of grammar.dependents(one, 'acl', 'advcl')) {
          const leads = /^(?:lead|head)$/.test(doc.tokens.lemma[clause]!)
          if (!leads && !COMPANY.has(doc.tokens.lemma[clause]!)) continue
          for (const by of grammar.obliques(clause, 'by'))
            for (const name of grammar.conjuncts(by)) {
              heads.set(name, leads)
              const [person] = [name, ...grammar.dependents(name, 'appos')].flatMap(
                (token) => fillers.nameAt(token) ?? [],
              )
              const [side] = fillers.parties(one).flatMap((ref) => fillers.sideOf(ref) ?? [])
              if (person && side) companions.set(person.id, side)
            }
        }
      }
  }
  for (const [token, head] of listedPeople(scene, event)) if (!heads.has(token)) heads.set(token, head)
  return seated(
    scene,
    [...heads].flatMap(([token, head]): Member[] => {
      // "Met the Indian minister Ravi Rao": the name stands beside the office.
      const beside = grammar.dependents(token, 'appos').find((one) => fillers.nameAt(one)?.type === 'person')
      const name =
        (beside === undefined ? fillers.nameAt(token) : fillers.nameAt(beside)) ??
        pairedSurname(scene, token, [...heads.keys()])
      if (name?.type !== 'person') return []
      const pair = pairedPeople(scene, name)
      const leads = head ? { head } : {}
      if (pair.length > 0) return pair.map((person) => ({ person, ...leads }))
      const office = name.title ? { office: name.title } : {}
      return [{ person: { id: name.id, name: name.canonical }, ...office, ...leads }]
    }),
    companions,
  )
}

/** "Flanked by", "accompanied by": whoever it is sits on the same side. */
export const COMPANY: ReadonlySet<string> = new Set(['accompany', 'assist', 'flank', 'join'])

/** Verbs by which one wishes for talks of one's own with somebody: "we look forward to talks with Peru". */
const WISHING: ReadonlySet<string> = new Set(
  'look want seek request propose demand plan expect need await'.split(' '),
)

const looksFor = ({ doc, grammar }: Scene, verb: number, noun: number): boolean =>
  verb >= 0 &&
  grammar.isVerb(verb) &&
  WISHING.has(doc.tokens.lemma[verb]!) &&
  grammar.obliques(noun, 'with').length > 0

type Member = Delegation['members'][number]

/** People by the sides they sit for, each once; of `companions` the side is told by whom they are with. */
export function seated(
  { fillers }: Scene,
  people: readonly Member[],
  companions: ReadonlyMap<string, Ref> = new Map(),
): Delegation[] {
  const delegations: { party?: Ref; members: Member[] }[] = []
  for (const member of people) {
    const party = fillers.sideOf(member.person) ?? companions.get(member.person.id)
    const known = delegations.find((one) => one.party?.id === party?.id)
    if (!known) delegations.push({ ...(party ? { party } : {}), members: [member] })
    else if (!known.members.some((one) => one.person.id === member.person.id)) known.members.push(member)
  }
  return delegations
}

/** "The Holm-Quispe call": a capitalised word paired by a hyphen with a person is a person's surname too. */
function pairedSurname(scene: Scene, token: number, others: readonly number[]): Name | undefined {
  const { tokens } = scene.doc
  const form = tokens.form[token]!
  const beside = others.find(
    (other) => Math.abs(other - token) === 2 && tokens.tag[Math.min(other, token) + 1] === 'HYPH',
  )
  const person = beside === undefined ? undefined : scene.fillers.nameAt(beside)
  if (person?.type !== 'person' || !/^\p{Lu}\p{Ll}/u.test(form)) return undefined
  return {
    ...person,
    id: `person:${slugOf(form)}`,
    canonical: form,
    start: tokens.start[token]!,
    end: tokens.end[token]!,
    first: token,
    last: token + 1,
  }
}

/** "The Holm-Ana Quispe summit" read as one name: the two people whose names stand in it, where the report names both. */
function pairedPeople({ doc }: Scene, { start, end }: Name): Ref[] {
  const [, ...parts] = /^(\p{Lu}\p{L}+)-(\p{Lu}.*)$/u.exec(doc.text.slice(start, end)) ?? []
  const people = parts.flatMap((part) => {
    const one = doc.names.find(
      ({ type, canonical }) => type === 'person' && (canonical === part || canonical.endsWith(` ${part}`)),
    )
    return one ? [{ id: one.id, name: one.canonical }] : []
  })
  return people.length === 2 ? people : []
}

const LED: ReadonlySet<string> = new Set(['led', 'headed', 'co-chaired', 'cochaired'])

/** "They will meet in June, officials said after a call between A and B": the list is of the other meeting. */
function isOfOther(
  { doc, rows }: Pick<Scene, 'doc' | 'rows'>,
  between: number,
  event: readonly number[],
): boolean {
  const { lemma, sent } = doc.tokens
  for (let at = between - 1; at > between - 7 && sent[at] === sent[between]; at--)
    if (rows('round-nouns').has(lemma[at]!)) return !event.includes(at)
  return false
}

/** "The summit followed a dialogue co-chaired by A and B": the meeting told last before was another. */
function isOfAnother({ doc, rows }: Scene, led: number, event: readonly number[]): boolean {
  const { lower, sent } = doc.tokens
  for (let at = led - 1; at > led - 12 && sent[at] === sent[led]; at--)
    if (rows('round-nouns').has(lower[at]!)) return !event.includes(at)
  return false
}

/**
 * On the surface: people listed after a word that opens a list ("led by", "between", "met with", "bring together"), and
 * right before a verb of meeting. A list runs over names, titles, commas and "and" until a verb or another preposition.
 */
function listedPeople(scene: Scene, event: readonly number[]): Map<number, boolean> {
  const { doc, fillers } = scene
  const { tokens, sents } = doc
  const found = new Map<number, boolean>()
  const [trigger] = event
  if (trigger === undefined) return found
  const sentence = {
    first: Math.max(sents[tokens.sent[trigger]!]!.first, trigger - REACH),
    last: Math.min(sents[tokens.sent[trigger]!]!.last, trigger + REACH),
  }
  const collect = (from: number, step: 1 | -1, head: boolean) => {
    for (let at = from; at >= sentence.first && at < sentence.last; at += step) {
      const name = fillers.nameAt(at)
      // "Brought together Soto's envoy and Aas": whose envoy he is sits elsewhere.
      if (name?.type === 'person' && tokens.tag[name.last] === 'POS') continue
      if (name?.type === 'person') found.set(at, head)
      else if (!name && !/^(NN|JJ|DT|CC|,|HYPH|POS|CD|IN|PRP)/.test(tokens.tag[at]!)) break
      else if (!name && tokens.tag[at] === 'IN' && tokens.lower[at] !== 'of') break
    }
  }
  const met = event.find((token) => scene.rows('round-verbs').has(tokens.lemma[token]!))
  if (met !== undefined) {
    let before = met - 1
    while (before >= sentence.first && /^(MD|VB|TO|RB)/.test(tokens.tag[before]!)) before--
    collect(before, -1, false)
  }
  for (let at = sentence.first; at < sentence.last; at++) {
    const lower = tokens.lower[at]!
    const led = lower === 'by' && LED.has(tokens.lower[at - 1] ?? '') && !isOfAnother(scene, at - 1, event)
    const opens =
      led ||
      (lower === 'between' && !isOfOther(scene, at, event)) ||
      lower === 'together' ||
      (lower === 'with' && at - 1 === met)
    if (opens) collect(at + 1, 1, led)
  }
  return found
}
