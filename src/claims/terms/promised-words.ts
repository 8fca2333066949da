// In: a scene, a verb of promising and the words found as promised. Out: those words whole: all that is listed, until when or on what terms, and nothing said besides.
import type { Phrase } from '../../model/index.ts'
import { balanced, quotesOpen } from '../matched.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'

/** Verbs that look like adjectives before a plural. */
const DEEDS: ReadonlySet<string> = new Set('lower open free slow clear dry narrow'.split(' '))

/** What is promised, without a clause of somebody else joined to it, and never ending inside a quotation. */
export function promisedWords(scene: Scene, trigger: number, head: number, told: Phrase): Phrase {
  const from = tokenAt(scene, told.start)
  const to = tokenAt(scene, told.end - 1)
  const first = startOf(scene, trigger, head, from)
  const last = before(scene, head, first, listed(scene, first, to))
  const isSame = first === from && last === to && quotesOpen(scene, first, last) === undefined
  return isSame ? told : balanced(scene, first, last, head)
}

function startOf(scene: Scene, trigger: number, head: number, told: number): number {
  const { grammar, fillers } = scene
  const { lower, tag, sent } = scene.doc.tokens
  // "Pledged 10 billion dollars to rebuild it": what is given, before what it is for.
  const given = [...grammar.objects(trigger), ...grammar.obliques(trigger, 'to')].find(
    (noun) =>
      noun > trigger &&
      noun < told &&
      /^(?:NN|CD|\$)/.test(tag[noun]!) &&
      !fillers.timeAt(noun) &&
      fillers.parties(noun).length === 0,
  )
  // "Committed 30 million dollars to the fund".
  const isFor = grammar.isInfinitive(head) || scene.doc.tokens.lemma[trigger] === 'commit'
  if (given !== undefined && given < head && isFor) return grammar.phrase(given, 'short').first
  // "That, as a neighbour, it would restore": from the "that" of a clause with a verb of what is to come.
  const isClause = grammar.dependents(head, 'aux').some((aux) => tag[aux] === 'MD')
  if (isClause && !grammar.isInfinitive(head))
    for (let at = trigger + 1; at < told && sent[at] === sent[trigger] && at < trigger + NEAR; at++)
      if (lower[at] === 'that' && !/^NN/.test(tag[at - 1]!)) return at
  // "Promised to lower prices" is parsed as towards lower ones.
  const isDeed = tag[told] === 'VB' || (DEEDS.has(lower[told]!) && /^(?:NNS|CD)$/.test(tag[told + 1] ?? ''))
  const first = isDeed && lower[told - 1] === 'to' ? told - 1 : told
  // "Never to sell": what is promised is that it is not done.
  return lower[first] === 'to' && /^(?:never|not)$/.test(lower[first - 1] ?? '') ? first - 1 : first
}

/** Words between a verb of promising and the clause it promises, at most. */
const NEAR = 12

/** With the infinitives that go on the list, until when it is to hold, and what is given for it. */
function listed(scene: Scene, first: number, last: number): number {
  const { tokens } = scene.doc
  const end = scene.doc.sents[tokens.sent[first]!]!.last
  const isInfinitive = tokens.lower[first] === 'to' || tokens.lower[first + 1] === 'to'
  let at = last
  for (let steps = 0; steps < LONGEST; steps++) {
    const next = at + 1
    if (next >= end) return at
    if (isLimit(scene, next)) at = upToMark(scene, next + 1, end)
    else {
      const verb = isInfinitive ? joinedVerb(scene, next) : undefined
      if (verb === undefined || verb >= end) return at
      at = upToMark(scene, verb, end)
    }
  }
  return at
}

/** Members of a list at most. */
const LONGEST = 8

/** "Until courts decide", "as long as it serves", "in exchange for", "per cent in new taxes": what limits or completes it. */
function isLimit({ doc }: Scene, at: number): boolean {
  const { lower, form, tag } = doc.tokens
  const word = form[at] === ',' ? at + 1 : at
  if (/^(?:until|unless|provided)$/.test(lower[word]!)) return true
  if (/^(?:as|so)$/.test(lower[word]!) && lower[word + 1] === 'long' && lower[word + 2] === 'as') return true
  if (lower[word] === 'in' && /^(?:exchange|return)$/.test(lower[word + 1]!) && lower[word + 2] === 'for')
    return true
  // "40,000 barrels a day".
  if (
    /^(?:an?|per|each|every)$/.test(lower[at]!) &&
    /^(?:day|week|month|quarter|year)$/.test(lower[at + 1] ?? '')
  )
    return true
  const isAmount = /^(?:billion|million|percent|%|tonnes|tons)$/.test(lower[at - 1] ?? '')
  return isAmount && /^(?:in|of|worth)$/.test(lower[at]!) && /^(?:JJ|NN|NNS|VBG)$/.test(tag[at + 1] ?? '')
}

/** ", restore trust and cut fees", "and to undertake efforts": the verb of what is promised too. */
function joinedVerb({ doc }: Scene, next: number): number | undefined {
  const { form, lower, tag } = doc.tokens
  let at = next
  if (form[at] === ',') at++
  if (/^(?:and|or)$/.test(lower[at]!)) at++
  if (at === next) return undefined
  if (lower[at] === 'to') return tag[at + 1] === 'VB' ? at + 1 : undefined
  return tag[at] === 'VB' && !/^(?:be|look|let|do|see)$/.test(lower[at]!) ? at : undefined
}

/** The last word before a comma, a dash, a quotation's end or a verb that says what is. */
function upToMark({ doc }: Scene, from: number, end: number): number {
  const { form, lower, tag } = doc.tokens
  let at = from
  while (at + 1 < end && !/^(?:[,;:.—–()]|--|''|``|["“”])$/.test(form[at + 1]!)) {
    const isJoined = /^(?:and|but|or|while)$/.test(lower[at + 1]!)
    if (isJoined && !/^(?:NN|JJ|DT|CD|IN|PRP\$)/.test(tag[at + 2] ?? '')) break
    if (lower[at + 1] === 'but' || lower[at + 1] === 'while') break
    at++
  }
  return at
}

/** The last word before what is said besides: a clause of others, a reason, what it is called, what happened then. */
function before(scene: Scene, head: number, first: number, end: number): number {
  let last = beforeOthers(scene, head, first, end)
  for (let at = Math.max(first, head) + 1; at < last; at++) if (isBeside(scene, head, at, last)) last = at - 1
  return last
}

function beforeOthers({ grammar, doc }: Scene, head: number, first: number, end: number): number {
  const { lower, tag } = doc.tokens
  let last = end
  for (const joined of grammar.dependents(head, 'conj')) {
    if (joined > last) continue
    const [subject] = grammar.dependents(joined, 'nsubj')
    // "To restore rights and moving closer": what is joined to the verb above.
    const isOther = subject === undefined && tag[head] === 'VB' && tag[joined] === 'VBG'
    if (subject === undefined && !isOther) continue
    const from = subject === undefined ? joined : grammar.phrase(subject, 'short').first
    last = /^(?:and|but|or)$/.test(lower[from - 1]!) ? from - 2 : from - 1
    while (last > first && /^(?:,|and|but|or|both)$/.test(lower[last]!)) last--
  }
  return last
}

/** "To extend the truce, which cut duties", "because", ", but look who laughs", ", a step to peace", "as it grew": said besides. */
function isBeside(scene: Scene, head: number, at: number, last: number): boolean {
  const { form, lower, tag, lemma } = scene.doc.tokens
  if (lower[at] === 'because') return true
  if (/^(?:as|after|when|since|although|though|whereas)$/.test(lower[at]!) && isPastBehind(scene, at, last))
    return true
  if (form[at] !== ',') return false
  if (/^W(?:DT|P)$/.test(tag[at + 1]!)) return true
  if (lower[at + 1] === 'only' && /^(?:for|to)$/.test(lower[at + 2] ?? '')) return true
  if (lower[at + 1] === 'but') return /^(?:VB|VBP|PRP|EX)$/.test(tag[at + 2] ?? '')
  if (lower[at + 1] === 'something') return true
  if (!/^(?:an?|the)$/.test(lower[at + 1]!) || tag[head] !== 'VB') return false
  const noun = [at + 2, at + 3].find((one) => CALLED.has(lemma[one] ?? ''))
  return noun !== undefined && noun < last
}

/** What a promise is called behind it. */
const CALLED: ReadonlySet<string> = new Set(
  'concession demand figure goal move pledge plan promise step undertaking decision'.split(' '),
)

/** "As pressure grew", up to a comma: what happened, where what is promised lies ahead. */
function isPastBehind({ doc }: Scene, at: number, last: number): boolean {
  const { form, tag, lower, lemma } = doc.tokens
  if (!/^(?:IN|WRB)$/.test(tag[at]!)) return false
  // "As it was in May, to pay more": how, within a list.
  for (let next = at + 1; next < last; next++)
    if (form[next] === ',' && lower[next + 1] === 'to') return false
  for (let next = at + 1; next <= last && form[next] !== ','; next++)
    if (tag[next] === 'VBD' && !(lower[at] === 'as' && lemma[next] === 'be')) return true
  return false
}
