// In: a scene of an instrument. Out: duties it sets: "shall be subject to an additional duty of N percent", with whom they hit and since when.
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { dutyClaim, dutyName, ratesIn } from './duty-claim.ts'
import { governments, type Instrument, isCitation, isStart } from './instrument.ts'

/** Words between "subject to" and the duty it sets. */
const REACH = 14

/** One claim a sentence that makes goods subject to a rate. */
export function findSetDuties(scene: Scene, instrument: Instrument): Found[] {
  const { issuer } = instrument
  if (!issuer) return []
  const { doc } = scene
  const { tokens } = doc
  const found: Found[] = []
  for (let at = 0; at + 2 < tokens.count; at++) {
    if (tokens.lower[at] !== 'subject' || tokens.lower[at + 1] !== 'to') continue
    const sentence = tokens.sent[at]!
    const { first, last } = doc.sents[sentence]!
    if (tokens.sent[at + 1] !== sentence || !isOrdered(scene, first, at)) continue
    const name = dutyName(scene, at, Math.min(last, at + REACH))
    const [rate] = ratesIn(scene, at, Math.min(last, at + REACH + 4))
    if (!name || !rate) continue
    const hit = hitBefore(scene, issuer, first, at)
    if (!hit) continue
    const { days, also } = daysOf(scene, sentence)
    const condition = conditionOf(scene, first, at)
    found.push(
      dutyClaim(scene, {
        trigger: at,
        foundBy: 'order/subject-to@1',
        by: [issuer],
        on: hit.on,
        goods: hit.goods,
        rate,
        effect: 'set',
        days,
        name,
        modality: condition ? 'conditional' : 'held',
        condition,
        also,
      }),
    )
  }
  return found
}

/** "shall (…) be subject to": an order, not a description; "shall not be" is none. */
function isOrdered(scene: Scene, first: number, at: number): boolean {
  const { tokens } = scene.doc
  for (let before = at - 1; before >= Math.max(first, at - 10); before--) {
    if (tokens.lower[before] === 'not') return false
    if (tokens.lower[before] === 'shall') return tokens.lower[before + 1] !== 'not'
  }
  return false
}

/** What and whose goods are made subject to it. */
interface Hit {
  readonly on: Ref[]
  readonly goods: Phrase[]
}

const AT_LARGE: ReadonlySet<string> = new Set(['article', 'product', 'import', 'good', 'merchandise', 'item'])
const OPENS: ReadonlySet<string> = new Set(['all', 'any', 'imports', 'articles', 'goods', 'an', 'products'])

/**
 * The subject of the order, from its last "all …" on. Undefined where it names neither goods at large or by name nor
 * a country. Partners told by a list ("from the partners in Annex I") stand as they are called, apart from all others.
 */
function hitBefore(scene: Scene, issuer: Ref, first: number, at: number): Hit | undefined {
  const { fillers } = scene
  const { tokens } = scene.doc
  let modal = at
  while (modal > first && tokens.lower[modal] !== 'shall') modal--
  let from = modal - 1
  while (from > first && tokens.lower[from] !== 'all') from--
  if (tokens.lower[from] !== 'all')
    for (from = first; from < modal && !OPENS.has(tokens.lower[from]!); from++);
  if (from >= modal) return undefined
  const on = governments(scene, from, modal).filter((ref) => ref.id !== issuer.id)
  // The first noun group of the subject: "imports of derivative steel articles".
  let last = from
  while (last + 1 < modal && isNominal(scene, last + 1)) last++
  const noun = tokens.lemma[last]!
  if (!AT_LARGE.has(noun) && on.length === 0) return undefined
  let word = from
  while (
    word < last &&
    (AT_LARGE.has(tokens.lemma[word]!) || /^(all|any|an?|of|the|such)$/.test(tokens.lower[word]!))
  )
    word++
  if (fillers.nameAt(last) && on.length > 0) return { on, goods: [] }
  if (word < last || !AT_LARGE.has(noun)) return { on, goods: [fillers.phraseOf(word, last, word)] }
  if (on.length > 0) return { on, goods: [] }
  for (let one = last + 1; one < modal; one++)
    if (tokens.lower[one] === 'from' && /^(the|those|such|these)$/.test(tokens.lower[one + 1] ?? '')) {
      let end = one + 2
      while (end + 1 < modal && !/^(of|in|to|,|\()$/.test(tokens.lower[end + 1]!)) end++
      return { on, goods: [fillers.phraseOf(last, modal - 1, Math.min(end, one + 3))] }
    }
  return tokens.lower[from] === 'all' ? { on, goods: [] } : undefined
}

/** Words inside a noun group, "of" among them. */
function isNominal(scene: Scene, token: number): boolean {
  const { tokens } = scene.doc
  const tag = tokens.tag[token]!
  return tokens.lower[token] === 'of' || /^(NN|JJ|HYPH)/.test(tag) || tokens.form[token] === '-'
}

/** "If the talks fail, all articles shall be subject to": the words of the condition. */
function conditionOf(scene: Scene, first: number, at: number): Phrase | undefined {
  const { tokens } = scene.doc
  for (let token = first; token < Math.min(at, first + 4); token++) {
    if (!/^(if|should|unless|upon)$/.test(tokens.lower[token]!)) continue
    let end = token + 1
    while (end < at && tokens.form[end] !== ',') end++
    return scene.fillers.phraseOf(token, end - 1, token)
  }
  return undefined
}

/** Since and until when: told in the sentence, or in the next where it goes on of "such rate". */
export function daysOf(scene: Scene, sentence: number): { days: ClaimDay[]; also: number[] } {
  const here = daysIn(scene, sentence)
  if (here.length > 0) return { days: here, also: [] }
  const next = scene.doc.sents[sentence + 1]
  if (!next) return { days: [], also: [] }
  const { tokens } = scene.doc
  const goesOn =
    /^(such|this|these|that|the)$/.test(tokens.lower[next.first]!) &&
    /^(rate|rates|duty|duties|tariff|tariffs)$/.test(tokens.lower[next.first + 1] ?? '')
  const there = goesOn ? daysIn(scene, sentence + 1) : []
  return there.length > 0 ? { days: there, also: [sentence + 1] } : { days: [], also: [] }
}

/** The first start and the first end told in a sentence, before any exception. */
function daysIn(scene: Scene, sentence: number): ClaimDay[] {
  const { doc } = scene
  const { tokens } = doc
  const { first, last } = doc.sents[sentence]!
  // An exception or a list of cases has days of its own.
  const except = Array.from({ length: last - first }, (_, n) => first + n).find(
    (at) =>
      (tokens.lower[at] === 'except' && tokens.lower[at + 1] === 'that') ||
      (tokens.lower[at] === 'as' && tokens.lower[at + 1] === 'follows'),
  )
  const times = doc.times.filter(
    (time) =>
      time.first >= first &&
      time.last <= (except ?? last) &&
      (time.type === 'DATE' || time.type === 'TIME') &&
      // An hour alone dates nothing ("12:01 a.m. on the date of the certification").
      time.relative?.kind !== 'clock' &&
      !isCitation(scene, time),
  )
  const start = times.find((time) => isStart(scene, time) || (time.type === 'TIME' && time.relation === 'on'))
  const end = times.find((time) => time.relation === 'until' || time.relation === 'through')
  return [
    ...(start ? [claimDay(doc, start, 'from')] : []),
    ...(end && end !== start ? [claimDay(doc, end, 'to')] : []),
  ]
}
