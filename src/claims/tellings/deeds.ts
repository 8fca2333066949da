// In: a scene. Out: who did what only one side can have done: broke the truce first, asked for the meeting, called it off.
import type { Telling } from '../../model/index.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { clauseOf, isNoun, keysOf, tellingOf } from './clause-words.ts'

const EVENTS =
  /^(?:meeting|talk|call|visit|summit|round|ceasefire|truce|extension|delay|postponement|pause|mediation|session|dialogue|negotiation|conversation|trip|recess)$/
const FIGHTS =
  /^(?:war|fighting|conflict|clash|fire|shooting|violence|hostility|firefight|battle|escalation)$/
const PACTS = /^(?:ceasefire|truce|agreement|deal|accord|pact|treaty|armistice)$/

/** Verbs by what they are done to, where one alone can have done it; the deed's name first. */
const SOLE: readonly (readonly [deed: string, verbs: RegExp, things: RegExp])[] = [
  ['ask', /^(?:request|seek|initiate|propose|suggest|ask|invite)$/, EVENTS],
  ['cancel', /^(?:cancel|call|postpone|suspend|break|quit|abandon|leave|walk|end|delay)$/, EVENTS],
  ['start', /^(?:start|begin|provoke|trigger|open)$/, FIGHTS],
  ['break', /^(?:break|violate|breach)$/, PACTS],
]
const DONE: Readonly<Record<string, string>> = {
  ask: 'asked for',
  cancel: 'called off',
  start: 'started',
  break: 'broke',
}
/** What these need behind them to mean it: "asked for", "called off", "walked out of", "broke off". */
const PARTICLES: Readonly<Record<string, RegExp>> = {
  ask: /^for$/,
  call: /^off$/,
  walk: /^out$/,
  break: /^off$/,
}

/** Deeds with a doer, affirmed. */
export function findDeeds(scene: Scene): Telling[] {
  const { doc } = scene
  const { lemma, lower, dep } = doc.tokens
  return lemma.flatMap((word, at): Telling[] => {
    if ((word === 'request' || word === 'initiative') && dep[at] === 'obl') return atRequest(scene, at)
    if (!scene.grammar.isVerb(at)) return []
    const isFirst =
      (lower[at - 1] === 'to' && lower[at - 2] === 'first') ||
      range(at + 1, at + 7).some((token) => lower[token] === 'first' && dep[token] === 'advmod')
    for (const [deed, verbs, things] of SOLE) {
      if (!verbs.test(word)) continue
      const particle = deed === 'break' ? undefined : PARTICLES[word]
      if (particle && ![at + 1, at + 2].some((token) => particle.test(lower[token] ?? ''))) continue
      const thing = thingsOf(scene, at).find((token) => things.test(lemma[token]!))
      if (thing === undefined) continue
      const accused = accusedOf(scene, at)
      return telling(scene, at, deed, thing, accused ?? scene.grammar.subjects(at), isFirst).map((one) =>
        // Who is accused of it, or was the first to do it, did it by that account.
        accused || isFirst ? { ...one, modality: 'held' } : one,
      )
    }
    return []
  })
}

/** "The army accused the rebels of breaking the truce": whom the deed is laid to. */
function accusedOf({ doc, grammar }: Scene, verb: number): number[] | undefined {
  const { head, lemma, tag } = doc.tokens
  if (tag[verb] !== 'VBG') return undefined
  const up = [head[verb]!, head[head[verb]!] ?? -1].find((token) =>
    /^(?:accuse|blame|suspect)$/.test(lemma[token] ?? ''),
  )
  return up === undefined ? undefined : grammar.objects(up)
}

/** What a verb is done to, behind its particle too. */
const thingsOf = ({ grammar }: Scene, verb: number): number[] => [
  ...grammar.objects(verb),
  ...['for', 'of', 'off', 'from'].flatMap((word) => grammar.obliques(verb, word)),
]

/** "The call took place at Peru's request". */
function atRequest(scene: Scene, noun: number): Telling[] {
  const { grammar, doc } = scene
  if (!/^(?:at|on)$/.test(grammar.caseOf(noun))) return []
  const asker = [...grammar.dependents(noun, 'nmod:poss'), ...grammar.obliques(noun, 'of')]
  const clause = clauseOf(scene, noun)
  const thing = [...grammar.subjects(clause), ...grammar.objects(clause)].find((token) =>
    EVENTS.test(doc.tokens.lemma[token]!),
  )
  return thing === undefined ? [] : telling(scene, clause, 'ask', thing, asker, false)
}

function telling(
  scene: Scene,
  verb: number,
  deed: string,
  thing: number,
  doers: readonly number[],
  isFirst: boolean,
): Telling[] {
  const { fillers } = scene
  const [doer] = doers
  if (doer === undefined || !isNoun(scene, doer) || scene.epistemics(verb).polarity === 'denied') return []
  const parties = fillers.parties(doer).map(({ id }) => id)
  const holders = parties.length > 0 ? parties : keysOf(scene, doers)
  const whole = scene.grammar.phrase(doer, 'short')
  const told = tellingOf(scene, thing, verb, [thing], { first: whole.first, last: whole.last + 1 })
  if (!told || holders.length === 0) return []
  const label = `${DONE[deed]} ${fillers.phrase(thing, 'short').text}${isFirst ? ' first' : ''}`
  const who =
    parties.length > 0
      ? fillers
          .parties(doer)
          .map(({ name }) => name)
          .join(' and ')
      : fillers.phrase(doer, 'short').text
  return [{ ...told, slot: 'who', deed, holders, holder: who, label }]
}
