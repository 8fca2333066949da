// In: a scene, the parts of a label. Out: its words, joined so that they read as one noun where the grammar allows it.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { headOf } from './amount.ts'
import { isPeople } from './amount-beside.ts'
import { listed } from './counted.ts'

const PREPOSITION = /^(?:on|for|to|into|from|through|against|in|at|with|by|as|of|off)\b/
/** What leads from an amount to something that it is not itself an amount of. */
const AWAY = /^(?:for|from|to|off|into)$/

const PRON = UPOS.indexOf('PRON')

/** First and last token of a phrase. */
interface Span {
  readonly first: number
  readonly last: number
}

/** "People that the mill employs", "voters who back the plan", "tunnels destroyed", "what the party spent on ads"; what no rule here joins stands behind a dot. */
export function labelText(scene: Scene, quantity: Quantity, parts: readonly Phrase[]): string {
  const [thing, ...rest] = parts
  if (!thing) return ''
  const own = spanOf(scene, thing)
  // "People who live here", told again as what they do.
  const [again] = rest
  if (again && again.start > thing.start && again.start < thing.end && again.end >= thing.end) {
    const whole = { ...thing, end: again.end, text: scene.doc.text.slice(thing.start, again.end) }
    return labelText(scene, quantity, [whole, ...rest.slice(1)])
  }
  const done = rest[0] && doneFor(scene, quantity, own, rest[0])
  if (done !== undefined) return done
  const isWhat = isDoer(scene, quantity, own, rest[0])
  const isOpinion = quantity.unit === '%' && /^VB[DPZ]$/.test(scene.doc.tokens.tag[own.first] ?? '')
  let text = isOpinion ? `those who ${thing.text}` : isWhat ? `what ${withArticle(scene, thing)}` : thing.text
  let isJoined = isWhat || /^VB[DN]$/.test(scene.doc.tokens.tag[own.first] ?? '')
  let before = Number.POSITIVE_INFINITY
  for (const part of rest) {
    const link =
      (isJoined && PREPOSITION.test(part.text)) || (isWhat && part.start <= before + 2 && part.start > before)
        ? ' '
        : isWhat && part === rest[0]
          ? scene.doc.tokens.tag[spanOf(scene, part).first] === 'VB'
            ? ' would '
            : ' '
          : linkOf(scene, quantity, own, spanOf(scene, part))
    isJoined = link !== undefined
    before = part.end
    text += link === undefined ? ` · ${part.text}` : `${link}${lowered(scene, part)}`
  }
  return text
}

/** "The strike", of which a label has no article. */
function withArticle(scene: Scene, thing: Phrase): string {
  const { lower } = scene.doc.tokens
  const before = lower[tokenAt(scene, thing.start) - 1] ?? ''
  return `${/^(?:the|an?)$/.test(before) ? `${before} ` : ''}${lowered(scene, thing)}`
}

const spanOf = (scene: Scene, { start, end }: Phrase): Span => ({
  first: tokenAt(scene, start),
  last: tokenAt(scene, end - 1),
})

/** A phrase inside a label: only names begin with a capital. */
function lowered(scene: Scene, { text, start }: Phrase): string {
  const at = tokenAt(scene, start)
  const isPlain = /^\p{Lu}\p{Ll}/u.test(text) && !/^NNPS?$/.test(scene.doc.tokens.tag[at] ?? '')
  return isPlain && !scene.fillers.nameAt(at) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

const isIn = (token: number, { first, last }: Span): boolean => token >= first && token <= last

/** "The party spent $2 million": the first part does it, and so much is what it does it with. */
function isDoer(scene: Scene, quantity: Quantity, own: Span, deed: Phrase | undefined): boolean {
  const { grammar } = scene
  const verb = deed === undefined ? -1 : tokenAt(scene, deed.start)
  if (verb < 0 || own.first < 0 || !/^VB[DNPZ]?$/.test(scene.doc.tokens.tag[verb]!)) return false
  const amount = { first: quantity.first, last: quantity.last - 1 }
  return (
    grammar.objects(verb).some((at) => isIn(at, amount)) && grammar.subjects(verb).some((at) => isIn(at, own))
  )
}

/** "The plan would cut $2 million from ports": what is cut, of what. */
function doneFor(scene: Scene, quantity: Quantity, own: Span, deed: Phrase): string | undefined {
  const { doc } = scene
  const { last } = spanOf(scene, deed)
  const isBehind = own.first >= quantity.last && own.first < quantity.last + 4
  if (
    !isBehind ||
    !isAway(scene, quantity) ||
    deed.text === doc.text.slice(doc.tokens.start[last]!, deed.end)
  )
    return undefined
  const amount = listed(scene, headOf(scene, quantity))
  if (!scene.grammar.objects(last).includes(amount)) return undefined
  const away = doc.text.slice(doc.tokens.start[quantity.last]!, doc.tokens.end[own.last]!)
  return `what ${lowered(scene, deed)} ${away}`
}

const isAway = ({ doc }: Scene, { unit, last }: Quantity): boolean =>
  isMoney(unit) && AWAY.test(doc.tokens.lower[last] ?? '')

/** Forms that are no past tense: "flown", "taken". */
const ONLY_PARTICIPLE = /(?:own|awn|[kvtdsz]en)$/

/** What joins a part to the words before it; undefined where nothing does. */
function linkOf(scene: Scene, quantity: Quantity, own: Span, part: Span): string | undefined {
  const { doc, grammar } = scene
  const { tag, lower } = doc.tokens
  const { first, last } = part
  if (first < 0 || last < 0) return undefined
  const isThing = (token: number) =>
    isIn(token, own) || isIn(token, { first: quantity.first, last: quantity.last - 1 })
  const isOff = isAway(scene, quantity) && own.first > quantity.last
  if (!grammar.isVerb(first)) {
    let verb = last
    while (verb > first && !grammar.isVerb(verb)) verb--
    const isDone = grammar.isVerb(verb) && grammar.objects(verb).some(isThing)
    return isDone && !isOff && !scene.fillers.quantityAt(first) ? ' that ' : undefined
  }
  // "Republicans see …", "36 percent of Republicans see …": said of what is counted.
  const isSaid =
    (first === own.last + 1 && /^VB[PZ]?$/.test(tag[first]!)) ||
    grammar.dependents(first, 'nsubj').some(isThing)
  if (tag[first] === 'VBG') return isSaid || first === own.last + 1 ? ' ' : undefined
  const isDone = grammar.objects(first).some(isThing) || grammar.isPassive(first)
  if (tag[first] === 'VBN' && /^acl/.test(doc.tokens.dep[first]!)) return ' '
  // "Women have served": as if it were the past.
  const isDoneTo = grammar.isPassive(first) || ONLY_PARTICIPLE.test(lower[first]!)
  const isTold = tag[first] !== 'VBN' ? !isDoneTo : !isDoneTo && /ed$/.test(lower[first]!)
  if (isSaid && isTold) return isOfPeople(scene, own) ? ' who ' : ' that '
  if (tag[first] === 'VBN' || isDoneTo) return isSaid || (isDone && !isOff) ? ' ' : undefined
  if (!isDone || isOff) return undefined
  if (tag[first] === 'VB') return lower[first - 1] === 'to' ? ' to ' : undefined
  if (tag[first] === 'VBD') return /ed$/.test(lower[first]!) ? ' ' : undefined
  // "The shipyard, which employs 5,000 welders".
  const [subject, ...others] = grammar.subjects(first)
  if (subject === undefined || others.length > 0 || doc.tokens.pos[subject] === PRON) return undefined
  // "Norway and Peru trade": of two, of whom one was found.
  if (tag[first] === 'VBP' && !/S$/.test(tag[subject]!) && !/s$/.test(lower[subject]!)) return undefined
  const from = Math.min(subject, grammar.phrase(subject, 'short').first)
  return subject - from > 6
    ? undefined
    : ` that ${lowered(scene, scene.fillers.phraseOf(from, subject, subject))} `
}

/** Whether the words are of people: "teachers", "Republicans", "voters in Lima". */
function isOfPeople(scene: Scene, { first, last }: Span): boolean {
  const { tag, lower } = scene.doc.tokens
  for (let at = first; at <= last; at++) {
    if (tag[at] === 'IN') return false
    if (/^NNP/.test(tag[at]!) && /[^s]s$/.test(lower[at]!)) return true
    if (/^NNS?$/.test(tag[at]!) && isPeople(scene, at)) return true
  }
  return false
}
