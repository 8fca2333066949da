// In: a scene. Out: what the report says of rounds of talks, meetings, calls, summits: where, when, the how-manieth, who sat there.

import type { Name } from '../language/doc.ts'
import { slugOf } from '../language/lexicon.ts'
import type { ClaimDay, Delegation, Phrase, Ref, RoundForm, RoundPart } from '../model/index.ts'
import { claimDay, roleOf } from './attached-days.ts'
import { unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/**
 * Claims from nouns of `round-nouns` (lemma, form, weight) and verbs of `round-verbs` (lemma, form, phase, needs).
 * A meeting counts when the sentence gives two of: place, day, number in a row, two sides.
 */
export function findRounds(scene: Scene): Found[] {
  const nouns = scene.rows('round-nouns')
  const verbs = scene.rows('round-verbs')
  const found: Found[] = []
  const { tokens, sents } = scene.doc
  for (const sentence of sents) {
    const triggers: { token: number; form: RoundForm }[] = []
    for (let token = sentence.first; token < sentence.last; token++) {
      const lemma = tokens.lemma[token]!
      const verb = scene.grammar.isVerb(token) ? verbs.get(lemma) : undefined
      const row = verb ?? (scene.grammar.isVerb(token) ? undefined : nouns.get(lemma))
      if (!row) continue
      if (verb?.needs === 'sides' && meetersOf(scene, token).length < 2) continue
      if (verb?.needs === 'phone' && !byPhone(scene, token)) continue
      if (verb?.needs === 'place' && placesOf(scene, [token]).length === 0) continue
      if (scene.fillers.nameAt(token)?.type === 'event') continue
      triggers.push({ token, form: (row.form || 'round') as RoundForm })
    }
    // One meeting a sentence and form: the trigger that carries most.
    const best = new Map<string, { claim: Found; weight: number }>()
    for (const { token, form } of triggers) {
      for (const made of roundsAt(scene, token, form, toldBefore(scene, token, found))) {
        const place = partOf(made.claim).place?.id ?? ''
        const key = `${form === 'meeting' ? 'round' : form}|${place}`
        const known = best.get(key)
        if (!known || made.weight > known.weight) best.set(key, made)
      }
    }
    for (const { claim } of best.values()) found.push(inPlaceOf(scene, claim, found))
  }
  return found
}

const partOf = (found: Found): RoundPart => (found.body as { about: RoundPart }).about

/** One telling for each place joined by "and": "sessions in Geneva and London". */
function roundsAt(
  scene: Scene,
  trigger: number,
  form: RoundForm,
  before: RoundPart | undefined,
): { claim: Found; weight: number }[] {
  const event = eventTokens(scene, trigger)
  const places = placesOf(scene, event)
  return (places.length > 0 ? places : [undefined]).flatMap(
    (place) => roundAt(scene, trigger, form, event, place, before) ?? [],
  )
}

/** The meeting that "such a meeting" or "that call" takes its people from: told just before, of the same form. */
function toldBefore(scene: Scene, trigger: number, found: readonly Found[]): RoundPart | undefined {
  const { tokens } = scene.doc
  const words = scene.grammar
    .dependents(trigger, 'det', 'amod', 'det:predet')
    .map((token) => tokens.lower[token]!)
  if (!words.some((word) => word === 'such' || word === 'that' || word === 'this')) return undefined
  const here = scene.sentenceOf(trigger)
  const last = found.findLast((one) => scene.sentenceOf(one.trigger) < here)
  return last && here - scene.sentenceOf(last.trigger) <= 2 ? partOf(last) : undefined
}

const BACK: ReadonlySet<string> = new Set(['this', 'these', 'the', 'it', 'they', 'such'])

/**
 * A meeting told without a place by words that point back ("this marks the fourth", "the talks began") is the one told
 * last, up to three sentences before.
 */
function inPlaceOf(scene: Scene, claim: Found, before: readonly Found[]): Found {
  const part = partOf(claim)
  const here = scene.sentenceOf(claim.trigger)
  const last = before.findLast((one) => scene.sentenceOf(one.trigger) < here)
  if (part.place || !last || !pointsBack(scene, claim.trigger)) return claim
  const known = partOf(last)
  const near = here - scene.sentenceOf(last.trigger) <= 3
  const plain = (form: RoundForm) => form === 'round' || form === 'meeting'
  if (!near || !plain(known.form) || !plain(part.form) || !known.place) return claim
  return { ...claim, body: { ...claim.body, about: { ...part, place: known.place } } as Found['body'] }
}

function pointsBack(scene: Scene, trigger: number): boolean {
  const { grammar, doc } = scene
  const verb = grammar.governor(trigger)
  const words = [trigger, ...(verb < 0 ? [] : grammar.subjects(verb))].flatMap((token) => [
    doc.tokens.lower[token]!,
    ...grammar.dependents(token, 'det').map((det) => doc.tokens.lower[det]!),
  ])
  return words.some((word) => BACK.has(word))
}

function roundAt(
  scene: Scene,
  trigger: number,
  form: RoundForm,
  event: readonly number[],
  place: Ref | undefined,
  before: RoundPart | undefined,
): { claim: Found; weight: number } | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const attached = scene.days(event).filter((day) => day.type === 'DATE' || day.type === 'TIME')
  const days = attached.length > 0 ? attached : nearbyDays(scene, trigger)
  const ordinal = ordinalOf(scene, trigger)
  const own = peopleOf(scene, event)
  const people = own.length > 0 || !before ? own : before.delegations
  const meeters = scene.grammar.isVerb(trigger) ? meetersOf(scene, trigger) : []
  const sides = unique([
    ...meeters.flatMap((ref) => fillers.sideOf(ref) ?? []),
    ...sidesOf(scene, trigger),
    ...people.flatMap((one) => (one.party ? [one.party] : [])),
  ])
  const met = Math.max(sides.length, people.flatMap((one) => one.members).length)
  const weight =
    (place ? 1 : 0) + (days.length > 0 ? 1 : 0) + (ordinal === undefined ? 0 : 1) + (met >= 2 ? 1 : 0)
  const leaders = form === 'call' || form === 'summit'
  const between = grammar.obliques(trigger, 'between').length > 0
  const named = own.flatMap((one) => one.members).length >= 2 && between
  // A call or summit of which only the day or the place is told may be anybody's.
  if (weight < 2 && !named && !(leaders && (met >= 2 || between))) return undefined
  const delegations: Delegation[] =
    people.length > 0 ? people : sides.map((party) => ({ party, members: [] }))
  for (const party of sides)
    if (!delegations.some((one) => one.party?.id === party.id)) delegations.push({ party, members: [] })
  const epistemics = epistemicsOf(scene, trigger)
  // "They did not announce a fifth round": none is told of.
  if (epistemics.polarity === 'denied') return undefined
  const agenda: Phrase[] = ['on', 'over', 'about']
    .flatMap((word) => grammar.obliques(trigger, word))
    .flatMap((token) => grammar.conjuncts(token))
    .filter((token) => !fillers.timeAt(token) && !fillers.place(token))
    .map((token) => fillers.phrase(token, 'short'))
  return {
    weight,
    claim: {
      kind: epistemics.modality === 'ongoing' ? 'state' : 'act',
      trigger,
      foundBy: `round/${form}@1`,
      epistemics,
      body: {
        type: `talks: ${form}`,
        ...(epistemics.modality === 'ongoing'
          ? {}
          : { plover: 'CONSULT', actor: sides.slice(0, 1), recipient: sides.slice(1) }),
        about: {
          thread: 'round',
          form,
          ...(place ? { place } : {}),
          ...(ordinal === undefined ? {} : { ordinal }),
          delegations,
          agenda,
          phase: phaseOf(scene, trigger, epistemics.modality),
        },
      } as Found['body'],
      days,
      roles: { round: { start: tokens.start[trigger]!, end: tokens.end[trigger]! } },
    },
  }
}

/** The trigger, the verbs it hangs on or that hang on it, up to the root of its clause. */
function eventTokens(scene: Scene, trigger: number): number[] {
  const { grammar, doc } = scene
  const tokens = [trigger]
  let at = trigger
  for (let steps = 0; steps < 4; steps++) {
    const relation = doc.tokens.dep[at]!
    const head = doc.tokens.head[at]!
    if (head < 0) break
    const climbs = /^(nsubj|obj|obl|nmod|xcomp|conj|appos)/.test(relation)
    if (!climbs) break
    tokens.push(head)
    at = head
    if (grammar.isVerb(at)) break
  }
  // "the third round of talks in Bergen": where the talks are, the round is.
  for (const child of grammar.obliques(trigger, 'of'))
    if (scene.rows('round-nouns').has(doc.tokens.lemma[child]!)) tokens.push(child)
  for (const token of [...tokens]) {
    tokens.push(...grammar.dependents(token, 'xcomp', 'acl', 'parataxis', 'appos'))
    // "…, having begun on Monday" is parsed as a clause of either kind.
    for (const child of grammar.dependents(token, 'advcl'))
      if (grammar.dependents(child, 'aux').some((aux) => doc.tokens.lower[aux] === 'having'))
        tokens.push(child)
  }
  return [...new Set(tokens)]
}

const verbOver = (scene: Scene, trigger: number): number => {
  if (scene.grammar.isVerb(trigger) || scene.doc.stances.has(trigger)) return trigger
  const head = scene.doc.tokens.head[trigger]!
  return head >= 0 && /^(nsubj|obj|obl)/.test(scene.doc.tokens.dep[trigger]!) && scene.grammar.isVerb(head)
    ? head
    : trigger
}

/** How the meeting holds; a clause on the noun ("the talks, set to begin on Friday, …") weighs more than its verb. */
function epistemicsOf(scene: Scene, trigger: number) {
  for (const clause of scene.grammar.dependents(trigger, 'acl'))
    for (const verb of [clause, ...scene.grammar.dependents(clause, 'xcomp')]) {
      const own = scene.epistemics(verb)
      if (own.modality === 'planned' || own.modality === 'expected') return own
    }
  return scene.epistemics(verbOver(scene, trigger))
}

function placesOf(scene: Scene, event: readonly number[]): Ref[] {
  const { grammar, fillers } = scene
  const named = (tokens: readonly number[]): Ref[] =>
    tokens
      .flatMap((token) => grammar.conjuncts(token))
      .flatMap((token) => {
        const name = fillers.nameAt(token)
        return name?.type === 'place' ? [{ id: name.id, name: name.canonical }] : []
      })
  for (const token of event)
    for (const preposition of ['in', 'at']) {
      const places = unique(named(grammar.obliques(token, preposition)))
      if (places.length > 0) return places
    }
  const [trigger] = event
  if (trigger === undefined) return []
  const modifying = named(grammar.dependents(trigger, 'compound', 'amod', 'nmod:poss')).filter((ref) =>
    ref.id.startsWith('place:'),
  )
  return modifying.length > 0 ? modifying : nearbyPlaces(scene, trigger)
}

/** On the surface: "in" and a place after the trigger, with no other verb between. */
function nearbyPlaces(scene: Scene, trigger: number): Ref[] {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[trigger]!]!
  for (let at = trigger + 1; at + 1 < last; at++) {
    if (scene.grammar.isVerb(at) || scene.rows('round-nouns').has(tokens.lemma[at]!)) return []
    if (tokens.lower[at] !== 'in' && tokens.lower[at] !== 'at') continue
    const name = scene.fillers.nameAt(at + 1)
    if (name?.type === 'place') return [{ id: name.id, name: name.canonical }]
  }
  return []
}

/** On the surface: the first day after the trigger, with no other verb between. */
function nearbyDays(scene: Scene, trigger: number): ClaimDay[] {
  const { doc, grammar } = scene
  for (const time of doc.times) {
    if (time.first <= trigger || doc.tokens.sent[time.first] !== doc.tokens.sent[trigger]) continue
    for (let at = trigger + 1; at < time.first; at++)
      if (grammar.isVerb(at) && doc.tokens.tag[at] !== 'VBG') return []
    const dated = (time.type === 'DATE' || time.type === 'TIME') && !time.value?.endsWith('_REF')
    return dated ? [claimDay(doc, time, roleOf(time))] : []
  }
  return []
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
}

/** "the fourth round", "a third such meeting", "being the fourth round": the number in a row. */
function ordinalOf(scene: Scene, trigger: number): number | undefined {
  const { grammar, doc } = scene
  const near = [trigger, ...grammar.dependents(trigger, 'appos', 'acl', 'advcl', 'nmod', 'xcomp', 'obj')]
  for (const noun of near) {
    const lemma = doc.tokens.lemma[noun]!
    if (noun !== trigger && !scene.rows('round-nouns').has(lemma) && lemma !== 'round') continue
    for (const child of grammar.dependents(noun, 'amod', 'compound', 'nummod')) {
      const lower = doc.tokens.lower[child]!
      const number =
        ORDINALS[lower] ?? (/^\d{1,2}(st|nd|rd|th)$/.test(lower) ? Number.parseInt(lower, 10) : undefined)
      if (number !== undefined) return number
    }
  }
  return undefined
}

/** Parties that meet: "between A and B", "A and B meet", "A meets with B", "US–China talks". */
function sidesOf(scene: Scene, trigger: number): Ref[] {
  const { grammar, fillers } = scene
  const heads = grammar.isVerb(trigger)
    ? [...grammar.subjects(trigger), ...grammar.objects(trigger), ...grammar.obliques(trigger, 'with')]
    : [
        ...grammar.obliques(trigger, 'between'),
        ...grammar.obliques(trigger, 'with'),
        ...grammar.obliques(trigger, 'of'),
        ...grammar.dependents(trigger, 'compound', 'amod', 'nmod:poss'),
        ...carriers(scene, trigger),
      ]
  return unique(
    heads
      .flatMap((token) => fillers.parties(token))
      .flatMap((ref) => {
        const side = fillers.sideOf(ref)
        return side ? [side] : []
      }),
  )
}

/** Everybody who is said to meet, whatever their side. */
function meetersOf(scene: Scene, verb: number): Ref[] {
  const { grammar, fillers } = scene
  const heads = [...grammar.subjects(verb), ...grammar.objects(verb), ...grammar.obliques(verb, 'with')]
  const parsed = unique(heads.flatMap((token) => fillers.parties(token)))
  if (parsed.length >= 2) return parsed
  // On the surface: parties named right before the verb, back to another verb or stop.
  const { tokens, sents } = scene.doc
  const { first } = sents[tokens.sent[verb]!]!
  const found: Ref[] = []
  let at = verb - 1
  while (at >= first && /^(MD|VB|TO|RB)/.test(tokens.tag[at]!)) at--
  for (; at >= first && at > verb - 16; at--) {
    if (/^(VB|[.:;,])/.test(tokens.tag[at]!)) break
    found.unshift(...fillers.partyNamed(at))
  }
  return unique([...parsed, ...found])
}

const PHONE: ReadonlySet<string> = new Set(['phone', 'telephone', 'video', 'videoconference'])

/** "spoke by phone", "talked on the phone". */
function byPhone(scene: Scene, verb: number): boolean {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[verb]!]!
  for (let at = verb + 1; at < last && at < verb + 8; at++) if (PHONE.has(tokens.lower[at]!)) return true
  return false
}

/** Subjects of the verb that holds the talks: "the ministers held talks". */
function carriers(scene: Scene, noun: number): number[] {
  const head = scene.doc.tokens.head[noun]!
  if (head < 0 || !/^(obj|obl)/.test(scene.doc.tokens.dep[noun]!) || !scene.grammar.isVerb(head)) return []
  return scene.grammar.subjects(head)
}

/** People who sit there: those named as doers, partners and leaders of delegations, by side. */
function peopleOf(scene: Scene, event: readonly number[]): Delegation[] {
  const { grammar, fillers, doc } = scene
  const heads = new Map<number, boolean>()
  for (const token of event) {
    const lists = grammar.isVerb(token)
      ? [...grammar.subjects(token), ...grammar.objects(token), ...grammar.obliques(token, 'with')]
      : [
          ...grammar.obliques(token, 'between'),
          ...grammar.obliques(token, 'with'),
          ...grammar.dependents(token, 'nmod:poss', 'compound', 'amod'),
        ]
    for (const head of lists)
      for (const one of grammar.conjuncts(head)) {
        heads.set(one, false)
        // "delegations led by A and B"
        for (const clause of grammar.dependents(one, 'acl'))
          if (doc.tokens.lemma[clause] === 'lead' || doc.tokens.lemma[clause] === 'head')
            for (const leader of grammar.obliques(clause, 'by'))
              for (const name of grammar.conjuncts(leader)) heads.set(name, true)
      }
  }
  for (const [token, head] of listedPeople(scene, event)) if (!heads.has(token)) heads.set(token, head)
  const delegations: { party?: Ref; members: { person: Ref; office?: string; head?: boolean }[] }[] = []
  for (const [token, head] of heads) {
    const name = fillers.nameAt(token) ?? pairedSurname(scene, token, [...heads.keys()])
    if (name?.type !== 'person') continue
    const person = { id: name.id, name: name.canonical }
    const party = fillers.sideOf(person)
    const known = delegations.find((one) => one.party?.id === party?.id)
    const member = { person, ...(name.title ? { office: name.title } : {}), ...(head ? { head } : {}) }
    if (known) {
      if (!known.members.some((one) => one.person.id === person.id)) known.members.push(member)
    } else delegations.push({ ...(party ? { party } : {}), members: [member] })
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

const LED: ReadonlySet<string> = new Set(['led', 'headed', 'chaired'])

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
  const sentence = sents[tokens.sent[trigger]!]!
  const collect = (from: number, step: 1 | -1, head: boolean) => {
    for (let at = from; at >= sentence.first && at < sentence.last; at += step) {
      const name = fillers.nameAt(at)
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
    const led = lower === 'by' && LED.has(tokens.lower[at - 1] ?? '')
    const opens = led || lower === 'between' || lower === 'together' || (lower === 'with' && at - 1 === met)
    if (opens) collect(at + 1, 1, led)
  }
  return found
}

function phaseOf(scene: Scene, trigger: number, modality: string) {
  const head = scene.doc.tokens.head[trigger]!
  const verbs = scene.rows('round-phases')
  const row =
    verbs.get(scene.doc.tokens.lemma[trigger]!) ??
    (head >= 0 ? verbs.get(scene.doc.tokens.lemma[head]!) : undefined)
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
