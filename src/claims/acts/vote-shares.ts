// In: a scene and the sentences whose vote is told. Out: votes told by one side's count or by what it wanted: "got only 47 votes", "fell three votes short", "none cleared the 60-vote threshold".
import type { Phrase } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { refsAt } from './actors.ts'
import { wordsFrom } from './event-words.ts'
import { chambersAt } from './happenings.ts'
import { ploverAsTold } from './plover-root.ts'
import { BILLS } from './vote-verbs.ts'

const NOUNS: ReadonlySet<string> = new Set(['vote', 'threshold', 'mark', 'short'])
const GETS: ReadonlySet<string> = new Set(
  'attract collect draw gain garner get muster receive secure win'.split(' '),
)
const CROSSES: ReadonlySet<string> = new Set('clear cross hit meet pass reach surpass'.split(' '))
/** Tokens between a verb and the words that tell its votes, at most. */
const REACH = 8

/** One vote for each sentence that no other reading tells. */
export function findVoteShares(scene: Scene, told: ReadonlySet<number>): Found[] {
  const found = new Map<number, Found>()
  for (const token of scene.where('lemma', NOUNS)) {
    const sentence = scene.sentenceOf(token)
    if (told.has(sentence) || found.has(sentence)) continue
    const one = shareAt(scene, token)
    if (one) found.set(sentence, one)
  }
  return [...found.values()]
}

function shareAt(scene: Scene, token: number): Found | undefined {
  const { grammar } = scene
  const told = verbOf(scene, token)
  if (told === undefined) return undefined
  const { verb, isShort } = told
  const bill = billOf(scene, verb)
  if (bill === undefined) return undefined
  const main = failedOf(scene, verb) ?? verb
  const { polarity, modality } = scene.epistemics(main)
  if (!/^(?:held|background)$/.test(modality)) return undefined
  const none = [scene.doc.tokens.head[bill]!, ...grammar.dependents(bill, 'det')].find((word) =>
    /^(?:no|none|neither)$/.test(scene.doc.tokens.lower[word] ?? ''),
  )
  const isLost =
    isShort || main !== verb || polarity === 'denied' || none !== undefined || isTooFew(scene, verb)
  const object = none === undefined ? nameOf(scene, bill) : undefined
  return {
    kind: 'act',
    trigger: main,
    foundBy: 'act/vote-share@1',
    epistemics: { polarity: 'affirmed', modality },
    body: {
      type: isLost ? 'vote: reject' : 'vote',
      plover: ploverAsTold(isLost ? 'REJECT' : 'SUPPORT', 'affirmed', modality),
      actor: refsAt(scene, chambersAt(scene, main)),
      recipient: [],
      ...(object ? { object } : {}),
      words: wordsOf(scene, main, verb, none ?? verb),
    },
    days: scene.days([main]),
    ...(object ? { roles: { object: { start: object.start, end: object.end } } } : {}),
  }
}

/** What is voted on, up to what else is said of it: "the bill" of "the bill, which expired". */
function nameOf({ doc, grammar, fillers }: Scene, bill: number): Phrase {
  const { first, last } = grammar.phrase(bill, 'short')
  let end = bill
  while (end < last && !/^(?:,|W.*|V.*)$/.test(doc.tokens.tag[end + 1]!)) end++
  return fillers.phraseOf(first, doc.tokens.tag[end] === 'TO' ? end - 1 : end, bill)
}

/** The clause with the words that count the votes, from "none" on: "the amendment failed, getting only 47 votes". */
function wordsOf(scene: Scene, main: number, verb: number, from: number): Phrase {
  const { grammar, fillers } = scene
  const told = wordsFrom(scene, main, false)
  const { first, last } = grammar.predicate(main)
  return fillers.phraseOf(
    Math.min(from, told ? tokenAt(scene, told.start) : Math.min(first, main)),
    Math.max(grammar.predicate(verb).last, last, verb),
    main,
  )
}

/** The verb that tells how many votes there were: "got 47 votes", "crossed the 60-vote threshold", "fell three votes short". */
function verbOf(scene: Scene, token: number): { verb: number; isShort: boolean } | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, head, dep } = doc.tokens
  const { first, last } = doc.sents[scene.sentenceOf(token)]!
  if (lemma[token] === 'short') {
    const verb = [1, 2, 3, 4].map((step) => token - step).find((at) => at >= first && lemma[at] === 'fall')
    const near = lower.slice(token - 3, Math.min(last, token + REACH))
    return verb !== undefined && near.some((word) => /votes?$/.test(word))
      ? { verb, isShort: true }
      : undefined
  }
  const verb = head[token]!
  if (verb < 0 || dep[token] !== 'obj' || verb > token || !grammar.isVerb(verb)) return undefined
  const isCounted =
    lemma[token] === 'vote'
      ? GETS.has(lemma[verb]!) && fillers.quantityIn(token) !== undefined
      : CROSSES.has(lemma[verb]!) && /\bvotes?\b/.test(lower.slice(verb, token).join(' '))
  return isCounted ? { verb, isShort: false } : undefined
}

/** What is voted on: the subject, else the last bill before a verb that has none. */
function billOf(scene: Scene, verb: number): number | undefined {
  const { grammar, doc, fillers } = scene
  const isBill = (at: number) => BILLS.has(doc.tokens.lemma[at]!) || fillers.nameAt(at)?.type === 'law'
  const subjects = grammar.subjects(verb)
  // "None of the four bills": the bills.
  if (subjects.length > 0)
    return subjects.flatMap((token) => [token, ...grammar.obliques(token, 'of')]).find(isBill)
  const { first } = doc.sents[scene.sentenceOf(verb)]!
  for (let at = verb - 1; at >= Math.max(first, verb - REACH); at--) if (isBill(at)) return at
  return undefined
}

/** "Failed by getting 47 votes", "failed to get the 60 it needed": the failure. */
function failedOf({ doc }: Scene, verb: number): number | undefined {
  const above = doc.tokens.head[verb]!
  return above >= 0 && above < verb && doc.tokens.lemma[above] === 'fail' ? above : undefined
}

/** "Got only 47 votes", "39 votes, well short of 60". */
function isTooFew({ doc, sentenceOf }: Scene, verb: number): boolean {
  const { last } = doc.sents[sentenceOf(verb)]!
  return doc.tokens.lower
    .slice(verb, Math.min(last, verb + REACH))
    .some((word) => /^(?:just|only|short)$/.test(word))
}
