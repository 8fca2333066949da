// In: a scene, a sentence. Out: its words that tell a meeting: nouns of `round-nouns`, verbs of `round-verbs`.
import type { Row } from '../../language/lexicon.ts'
import type { RoundForm } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import {
  byPhone,
  isGroupAt,
  isGroupMeeting,
  meetersOf,
  partnersOf,
  spokeTogether,
  subjectsOf,
} from './meeters.ts'
import { isInterview, isMereContact, isOtherRound } from './own-meetings.ts'
import { atTable, isComment } from './round-holding.ts'
import { movedIt } from './round-it.ts'
import { journeyFor } from './round-journeys.ts'
import { onSidelines, placesOf } from './round-places.ts'
import { planOfVerb } from './round-plans.ts'

/** A word that tells a meeting, and which form of one. */
interface Trigger {
  readonly token: number
  readonly form: RoundForm
}

/** In their order; a verb counts where the sentence has what its row needs. */
export function triggersIn(
  scene: Scene,
  { first, last }: { readonly first: number; readonly last: number },
): Trigger[] {
  const nouns = scene.rows('round-nouns')
  const verbs = scene.rows('round-verbs')
  const { lemma } = scene.doc.tokens
  const found: Trigger[] = []
  for (let token = first; token < last; token++) {
    const it = movedIt(scene, token)
    if (it !== undefined) found.push({ token, form: formAt(scene, it, nouns.get(lemma[it]!)!) })
    const isVerb = scene.grammar.isVerb(token)
    const row = (isVerb ? verbs : nouns).get(lemma[token]!)
    if (!row || !(isVerb ? hasNeeds(scene, token, row) : isMeeting(scene, token, row))) continue
    if (scene.fillers.nameAt(token)?.type === 'event' || isComment(scene, token)) continue
    if (!onSidelines(scene, token) && !isLabel(scene, token, { first, last }))
      found.push({ token, form: isInPerson(scene, token, row) ? 'meeting' : formAt(scene, token, row) })
  }
  return found
}

/** "Talked for two hours in Lima": where they were together. */
const isInPerson = (scene: Scene, verb: number, { needs }: Row): boolean =>
  needs === 'phone' && !byPhone(scene, verb) && placesOf(scene, [verb]).length > 0

/** "Cod talks: Iceland gives Oslo until Friday": of what a headline is, behind which the news stands. */
function isLabel(
  { doc, grammar }: Scene,
  noun: number,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  if (doc.tokens.form[noun + 1] !== ':') return false
  const verbs = (from: number, to: number) =>
    doc.tokens.tag
      .slice(from, to)
      .some((tag, at) => /^(?:VB[DPZ]|MD)$/.test(tag) && grammar.isVerb(from + at))
  return !verbs(first, noun) && verbs(noun + 2, last)
}

/** What the row of a verb asks for: sides, a partner, a table, a telephone, a place. */
function hasNeeds(scene: Scene, verb: number, { needs, form }: Row): boolean {
  const { dep, lower, tag } = scene.doc.tokens
  const meeters = () => meetersOf(scene, verb).length
  switch (needs) {
    case 'sides':
      if (form === 'meeting' && isOfThings(scene, verb) && !isGroupMeeting(scene, verb)) return false
      // "To meet Lund": whom; the journey tells who.
      return (
        meeters() >= 2 ||
        isGroupMeeting(scene, verb) ||
        planOfVerb(scene, verb)?.fate !== undefined ||
        (meeters() > 0 && journeyFor(scene, verb) !== undefined)
      )
    case 'partner':
      return lower[verb + 1] === 'down'
        ? meeters() >= 2 || isGroupMeeting(scene, verb) || areSeveral(scene, verb)
        : (partnersOf(scene, verb).length > 0 && meeters() >= 2) || isInRooms(scene, verb)
    case 'table':
      return atTable(scene, verb)
    case 'each other':
      // "Is due to see Lund in Oslo": one of another side, and where.
      return scene.grammar
        .objects(verb)
        .some(
          (token) => (lower[token] === 'each' && lower[token + 1] === 'other') || isGuest(scene, verb, token),
        )
    case 'guest':
      // "Asked whether she would ever host him": nobody is told to.
      return (
        /^(?:held|planned|expected)$/.test(scene.epistemics(verb).modality) &&
        scene.grammar.objects(verb).some((token) => isGuest(scene, verb, token))
      )
    case 'callee':
      return !isInterview(scene, verb) && meeters() >= 2
    case 'span':
      return isLong(scene, verb) && subjectsOf(scene, verb).some((token) => isGroupAt(scene, token))
    case 'phone':
      return !isInterview(scene, verb) && (byPhone(scene, verb) || spokeTogether(scene, verb))
    case 'place': {
      // "A step agreed in 2024": what was agreed, no meeting.
      const isSaidOf = tag[verb] === 'VBN' && (dep[verb] === 'acl' || /^NNS?$/.test(tag[verb - 1] ?? ''))
      return !isSaidOf && !isSaidSo(scene, verb) && isPlacedAt(scene, verb)
    }
    default:
      return true
  }
}

/** "Received Peru's minister, Ana Quispe, in Oslo": one of another side, and where. */
const isGuest = (scene: Scene, verb: number, token: number): boolean =>
  [token, ...scene.grammar.dependents(token, 'appos')].some(
    (one) => scene.fillers.nameAt(one)?.type === 'person',
  ) &&
  placesOf(scene, [verb]).length > 0 &&
  meetersOf(scene, verb).length >= 2

/** "Spent seven hours trying to restart it": at work together. */
const isLong = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.objects(verb).some((token) => /^(?:hour|day|night)$/.test(doc.tokens.lemma[token]!)) &&
  grammar
    .dependents(verb, 'xcomp', 'advcl')
    .some((one) =>
      /^(?:argue|bargain|discuss|haggle|negotiate|seek|talk|try)$/.test(doc.tokens.lemma[one]!),
    ) &&
  !grammar.isPassive(verb)

/** "Envoys sat for four hours in separate rooms", "Aas and Lagos sat in the same room". */
const isInRooms = (scene: Scene, verb: number): boolean =>
  scene.doc.tokens.lemma.slice(verb + 1, verb + 10).some((word) => /^(?:hall|room|table|wing)$/.test(word)) &&
  (isGroupMeeting(scene, verb) || meetersOf(scene, verb).length >= 2)

/** "The dockers and the port company sat down": two that are joined, or one with another. */
const areSeveral = (scene: Scene, verb: number): boolean =>
  scene.grammar.subjects(verb).some((token) => scene.grammar.conjuncts(token).length > 1) ||
  partnersOf(scene, verb).some((token) => scene.fillers.timeAt(token) === undefined)

/**
 * "Agreed in Lima in July to", "agreed a truce in Lima on Monday"; not "agreed on a terminal in Lima": where it was agreed
 * stands before what, or before the day.
 */
function isPlacedAt(scene: Scene, verb: number): boolean {
  const { doc, fillers, rows } = scene
  const { tag, sent, form, lemma } = doc.tokens
  if (placesOf(scene, [verb]).length === 0) return false
  let isBehindThing = false
  for (let at = verb + 1; at < verb + 10 && sent[at] === sent[verb] && form[at] !== ','; at++) {
    const name = fillers.nameAt(at)
    if (name?.type === 'place')
      return !isBehindThing || [name.last, name.last + 1].some((next) => fillers.timeAt(next) !== undefined)
    if (/^NN/.test(tag[at]!) && !name && !fillers.timeAt(at) && !rows('round-nouns').has(lemma[at]!))
      isBehindThing = true
  }
  // "In Lima they agreed to".
  return doc.names.some(({ type, first }) => type === 'place' && first < verb && sent[first] === sent[verb])
}

/** "As was agreed at Lancaster House": what an earlier accord said. */
const isSaidSo = ({ grammar }: Scene, verb: number): boolean =>
  grammar.isPassive(verb) && grammar.objects(verb).length === 0

/** "A summit meeting" is a summit. */
function formAt({ doc, grammar, rows }: Scene, token: number, row: Row): RoundForm {
  if (isByTelephone(doc.tokens, token)) return 'call'
  const inner = grammar
    .dependents(token, 'compound')
    .flatMap((part) => rows('round-nouns').get(doc.tokens.lemma[part]!)?.form ?? [])
  return (inner.find((form) => form === 'summit' || form === 'call') ?? (row.form || 'round')) as RoundForm
}

/** "Held a long discussion of it by telephone", "talks by phone". */
function isByTelephone({ lower, tag, sent }: Scene['doc']['tokens'], token: number): boolean {
  for (let at = token + 1; at < token + 8 && sent[at] === sent[token] && !/^(?:,|VB)/.test(tag[at]!); at++)
    if (/^(?:tele)?phone$/.test(lower[at]!)) return /^(?:by|the|via)$/.test(lower[at - 1]!)
  return false
}

/** "To gather intelligence", "met the deadline": what is done is done to a thing. */
const isOfThings = ({ doc, grammar, fillers, rows }: Scene, verb: number): boolean => {
  const objects = grammar.objects(verb).filter((token) => !fillers.timeAt(token))
  return (
    objects.length > 0 &&
    objects.every(
      (token) =>
        fillers.parties(token).length === 0 &&
        fillers.isMatter(token) &&
        !rows('round-nouns').has(doc.tokens.lemma[token]!),
    )
  )
}

/** Not a news conference, not "a round of tariffs", not "the minister talks about". */
function isMeeting(scene: Scene, noun: number, row: Row): boolean {
  const { doc, grammar, fillers } = scene
  const { lower, lemma } = doc.tokens
  const other = row.not?.split(' ').filter(Boolean) ?? []
  // "A conference call" is a call; "all this talk about walls" are no talks; "his call for calm" is none by phone.
  const isPartOf =
    doc.tokens.dep[noun] === 'compound' && scene.rows('round-nouns').has(lemma[doc.tokens.head[noun]!]!)
  if (lower[noun] === 'contact' || isOtherRound(scene, noun) || isMereContact(scene, noun)) return false
  if (isPartOf || isFilling(scene, noun) || (lower[noun] === 'talk' && doc.tokens.tag[noun] === 'NN'))
    return false
  const next = /^["“‘'`]+$/.test(lower[noun + 1] ?? '') ? noun + 2 : noun + 1
  if (row.form === 'call' && lower[next] === 'for' && !fillers.timeAt(next + 1)) return false
  // A ship's call at a port.
  if (row.form === 'call' && lower[noun + 1] === 'at' && fillers.place(noun + 2)) return false
  if (grammar.dependents(noun, 'compound', 'amod').some((token) => other.includes(lower[token]!)))
    return false
  if (other.includes(lower[noun - 1] ?? '')) return false
  if (lemma[noun] === 'talk' && fillers.nameAt(noun - 1)?.type === 'person') return false
  // "The ministry opened a consultation on scrap": it asks who will answer.
  if (
    lower[noun] === 'consultation' &&
    !['with', 'between'].some((word) => grammar.obliques(noun, word).length > 0)
  )
    return false
  const of = lemma[noun] === 'round' ? grammar.obliques(noun, 'of') : []
  return (
    of.length === 0 ||
    of.some(
      (token) =>
        scene.rows('round-nouns').has(lemma[token]!) || fillers.nameAt(token) || fillers.timeAt(token),
    )
  )
}

/** "The round of their talks": the round is the meeting, the talks what it is full of. */
const isFilling = ({ doc, grammar, rows }: Scene, noun: number): boolean => {
  const over = doc.tokens.head[noun]!
  return (
    over >= 0 &&
    over < noun &&
    doc.tokens.dep[noun]!.startsWith('nmod') &&
    rows('round-nouns').has(doc.tokens.lemma[over]!) &&
    !grammar.isVerb(over) &&
    grammar.caseOf(noun) === 'of'
  )
}
