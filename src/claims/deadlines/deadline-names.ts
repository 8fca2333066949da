// In: the find of a deadline. Out: the same, called so that what falls due is known: whole, and no longer than that.
import type { DeadlinePart } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'

/** A deadline under the name a reader needs: "a pact to be signed" for "signed", "the vote" for "the vote, which had been set". */
export const wellNamed = (scene: Scene, one: Found): Found =>
  ofThing(scene, shortNamed(scene, wholeNamed(scene, one)))

interface Words {
  readonly first: number
  readonly last: number
}

/** First and last token of its name. */
function wordsOf({ doc, ...scene }: Scene, one: Found): Words {
  const { what } = partOf(one)
  const first = tokenAt({ doc, ...scene }, what.start)
  let last = first
  while (last + 1 < doc.tokens.count && doc.tokens.end[last + 1]! <= what.end) last++
  return { first, last }
}

const partOf = (one: Found): DeadlinePart => (one.body as { about: DeadlinePart }).about

function named(scene: Scene, one: Found, { first, last }: Words, tail = ''): Found {
  const about = partOf(one)
  const { text, start, end, ids } = scene.fillers.phraseOf(first, last, first)
  const what = {
    ...about.what,
    text: text + tail,
    start,
    end,
    ids: [...new Set([...about.what.ids, ...ids])],
  }
  return { ...one, body: { ...one.body, about: { ...about, what } } as Found['body'] }
}

/** "Concluded" alone: the thing that is to be concluded. */
function ofThing(scene: Scene, one: Found): Found {
  const { first, last } = wordsOf(scene, one)
  const thing = first === last && scene.doc.tokens.tag[first] === 'VBN' ? thingOf(scene, first) : -1
  return thing < 0 ? one : named(scene, one, scene.grammar.phrase(thing, 'short'))
}

/** What a name leaves out: what a "window" is for, the review of the pact "which must begin". */
function wholeNamed(scene: Scene, one: Found): Found {
  const { tokens } = scene.doc
  const { first, last } = wordsOf(scene, one)
  if (tokens.tag[first] === 'WP$' && last > first) return named(scene, one, { first: first + 1, last })
  const end = completed(scene, first, last)
  const begin = beforeOf(scene, first, last)
  return end === last && begin === first ? one : named(scene, one, { first: begin, last: end })
}

/** The noun that a participle is said of: its own, that of the verb it is joined to, or the one its clause hangs on; −1 where none is. */
function thingOf({ doc, grammar }: Scene, participle: number): number {
  const { tag, dep, head } = doc.tokens
  const isThing = (token: number) => token < participle && /^NN/.test(tag[token]!)
  let at = participle
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const own = [...grammar.objects(at), ...grammar.subjects(at)].find(isThing)
    if (own !== undefined) return own
    if (/^acl/.test(dep[at]!)) return isThing(head[at]!) ? head[at]! : -1
    if (!/^(?:conj|xcomp|parataxis|aux|advcl)/.test(dep[at]!)) return -1
    at = head[at]!
  }
  return -1
}

/** Tokens of a name made whole at most. */
const LONGEST = 12

/** "The window" with "for joining a second batch": one bare noun takes what it is for, up to a day, a stop or a verb. */
function completed({ doc, grammar, fillers }: Scene, first: number, last: number): number {
  const { tag, lower, form, sent } = doc.tokens
  const nouns = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (at) => tag[at] !== 'DT',
  )
  if (nouns.length !== 1 || !/^NN/.test(tag[last]!) || grammar.isVerb(last)) return last
  if (!/^(?:for|of|on|to)$/.test(lower[last + 1] ?? '')) return last
  let end = last + 1
  while (
    end + 1 < doc.tokens.count &&
    sent[end + 1] === sent[last] &&
    end - last < LONGEST &&
    !/^(?:VB[DZPN]|MD|WDT|WP)$/.test(tag[end + 1]!) &&
    !/^[,;:.?!()[\]—–-]$/.test(form[end + 1]!) &&
    !fillers.timeAt(end + 1)
  )
    end++
  // "A deal to be signed".
  if (lower[end] === 'be' && tag[end + 1] === 'VBN') end++
  while (end > last && /^(?:IN|TO|DT|CC|RB)$/.test(tag[end]!)) end--
  return end - last >= LONGEST ? last : end
}

/** "The review of the trade pact, which must begin": what begins is the review. */
function beforeOf({ doc }: Scene, first: number, last: number): number {
  const { lower, tag, form } = doc.tokens
  const points = form[last + 1] === ',' && lower[last + 2] === 'which'
  const isInside = doc.tokens.lower.slice(first, last + 1).includes('which')
  if ((!points && !isInside) || lower[first - 1] !== 'of' || !/^NN/.test(tag[first - 2] ?? '')) return first
  return tag[first - 3] === 'DT' || tag[first - 3] === 'PRP$' ? first - 3 : first - 2
}

/** Rules that find what a verb tells somebody to do. */
const DUTY = /^deadline\/(?:must|is-to-by|will-by)@/

/** "The vote, which had been set for 3 May", "the filling from 3 May to 9 May", "the lease until": called by what comes before. */
function shortNamed(scene: Scene, one: Found): Found {
  const { tokens } = scene.doc
  const { first, last } = wordsOf(scene, one)
  let end = last
  let isAside = false
  for (let at = first + 1; at <= end; at++) {
    // "…, and which would have lapsed".
    const behind = tokens.lower[at + 1] === 'and' ? at + 2 : at + 1
    const aside = tokens.form[at] === ',' && ASIDE.test(tokens.lower[behind] ?? '')
    const dated = LIMIT.test(tokens.lower[at]!) && at < last && scene.fillers.timeAt(at + 1) !== undefined
    if (aside || dated) end = at - 1
    if (aside) isAside = true
  }
  while (end > first && LIMIT.test(tokens.lower[end]!)) end--
  if (end === last) return one
  // "A panel, which is to report": a panel to report.
  const { trigger, foundBy } = one
  const does =
    isAside && DUTY.test(foundBy) && trigger > end && trigger <= last && tokens.tag[trigger] === 'VB'
  return named(scene, one, { first, last: end }, does ? ` to ${tokens.lower[trigger]!}` : '')
}

const ASIDE = /^(?:which|who|whose|first|originally|initially|once|previously|due|called|set)$/
const LIMIT = /^(?:from|until|till|through|to|by|on)$/
