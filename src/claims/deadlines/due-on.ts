// In: a scene and the word "due" or "expected". Out: what comes by a day: "a ruling is due by the end of May", "the award, due on 4 May".
import { BALLOTS } from '../acts/vote-verbs.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { verbRow } from '../sentence/phrasal.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { moved, standing } from './found-deadline.ts'
import { prepositionOf } from './moved-days.ts'
import { dayBehind } from './told-plainly.ts'

const BEFORE_DAY = /^(?:on|by|in|before|)$/
const IS = /^(?:is|are|was|were|be|been)$/
const BESIDE: ReadonlySet<string> = new Set('now not also still only already next'.split(' '))

/** Due on a day: a thing that comes (`due-nouns`, where it is only expected), no meeting and no vote, told by their own. */
export function dueOn(scene: Scene, word: number): Found | undefined {
  const { doc, fillers, rows } = scene
  const { lower, lemma } = doc.tokens
  const isDue = lower[word] === 'due'
  if (!isDue && lower[word] !== 'expected') return undefined
  const time = dayBehind(scene, word, 6)
  const said = time && prepositionOf(scene, time)
  if (!time || said === undefined || !BEFORE_DAY.test(said)) return undefined
  // "Is not expected before June": on no day told.
  if (scene.epistemics(word).polarity === 'denied') return undefined
  // "Due to start on Monday" is told of what starts.
  if (
    !/^(?:on|by|in|before|next|this|later|early|late|at)$/.test(lower[word + 1]!) &&
    time.first !== word + 1
  )
    return undefined
  const found = thingBefore(scene, word)
  if (found === undefined) return undefined
  const { thing, last } = found
  if (isPutOff(scene, thing)) return undefined
  if (!(isDue ? fillers.isMatter(thing) : false) && !rows('due-nouns').has(lemma[thing]!)) return undefined
  if (rows('round-nouns').has(lemma[thing]!) || BALLOTS.has(lemma[thing]!)) return undefined
  const { first } = scene.grammar.phrase(thing, 'short')
  const day = coming(claimDay(doc, time, 'due'))
  const what = fillers.phraseOf(first, last, thing)
  const at = { trigger: word, foundBy: 'deadline/due-on@1', days: [day] }
  return isDue && lower[word - 1] === 'now' ? moved(at, 'extended', what) : standing(at, what)
}

/** "Put off the release due on Saturday": it comes on another day, or never. */
function isPutOff(scene: Scene, thing: number): boolean {
  const verb = scene.grammar.governor(thing)
  const row = verb < 0 ? undefined : verbRow(scene, verb, scene.rows('measure-verbs'))
  return row !== undefined && /^(?:end|postpone|suspend)$/.test(row.effect ?? '')
}

/** The noun that is due and the last word of what it is called: before "is due", or right before a comma or the word itself. */
function thingBefore(scene: Scene, word: number): { thing: number; last: number } | undefined {
  const { grammar, doc, fillers } = scene
  const { lower, tag, sent, form } = doc.tokens
  let at = word - 1
  // "The payment falls due" is told of what falls.
  if (/^(?:fall|come)$/.test(doc.tokens.lemma[at] ?? '')) return undefined
  while (at > 0 && BESIDE.has(lower[at]!)) at--
  const isPredicate = IS.test(lower[at]!)
  if (isPredicate) {
    while (IS.test(lower[at]!) || /^(?:MD|RB)$/.test(tag[at]!)) at--
    // "The ruling on fees is due": the head of the phrase, by the tree where that has one.
    const over = doc.tokens.head[word]!
    const told = [
      ...grammar.subjects(word),
      ...grammar.objects(word),
      ...(over < at ? [] : grammar.subjects(over)),
    ].find((token) => token <= at)
    if (told !== undefined && /^NN/.test(tag[told]!))
      return isSomebody(scene, told) ? undefined : { thing: told, last: form[at] === ',' ? told : at }
  } else if (form[at] === ',') at--
  if (sent[at] !== sent[word] || !/^NNS?$/.test(tag[at]!) || fillers.timeAt(at)) return undefined
  let head = at
  const over = doc.tokens.head[at]!
  if (/^nmod|^obl/.test(doc.tokens.dep[at]!) && over >= 0 && over < at && /^NNS?$/.test(tag[over]!))
    head = over
  return isSomebody(scene, head) ? undefined : { thing: head, last: at }
}

const isSomebody = ({ fillers, doc, lexicon }: Scene, token: number): boolean =>
  fillers.parties(token).length > 0 || lexicon.list('actor-nouns').has(doc.tokens.lemma[token]!)
