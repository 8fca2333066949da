// In: a scene. Out: the portions told of something: "43 % of its cod", "most of Peru's fishmeal", "nearly all diesel".
import type { Quantity } from '../../language/doc.ts'
import type { Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'

/** A portion of `what`: its head token, the head of the thing, the share where a number gives it. */
export interface Portion {
  readonly head: number
  readonly what: number
  readonly share?: Quantity
}

/** Words that stand for the greater part of a thing. */
const MOST: ReadonlySet<string> = new Set(['most', 'all', 'bulk', 'majority', 'half', 'entirety'])

const MOSTLY: ReadonlySet<string> = new Set(
  'mostly mainly largely chiefly entirely wholly exclusively solely overwhelmingly predominantly primarily'.split(
    ' ',
  ),
)
/** So many words lie between such an adverb and its verb. */
const NEAR = 5

/** A per cent or a fraction of what is counted; half a ton is no share. */
export const isShare = ({ doc: { tokens } }: Scene, { unit, value, of }: Quantity): boolean =>
  unit === '%' || (value > 0 && value < 1 && (unit === '' || (of !== undefined && unit === tokens.lemma[of])))

/** In order of the text; the portion of a thing that has a number is told by the number. */
export function portionsOf(scene: Scene): Portion[] {
  const { doc, fillers } = scene
  const { tokens } = doc
  const found: Portion[] = []
  for (let at = 0; at < tokens.count; at++) {
    const share = fillers.quantityAt(at)
    if (share) {
      const what = isShare(scene, share) && !share.change ? wholeOrWhich(scene, share) : -1
      if (what >= 0) found.push({ head: clauseHead(scene, share), what, share })
      at = share.last - 1
    } else if (MOST.has(tokens.lower[at]!)) {
      const of = wholeOf(scene, { first: at, last: at + 1 })
      const noun = tokens.head[at]!
      if (of >= 0) found.push({ head: at, what: of })
      else if (noun > at && /^(?:det|amod|nummod)/.test(tokens.dep[at]!))
        found.push({ head: noun, what: noun })
      else if (tokens.tag[at] === 'PDT') found.push(...behindAll(scene, at))
    } else if (MOSTLY.has(tokens.lower[at]!)) found.push(...mostly(scene, at))
  }
  return found
}

/** "All its fuel", where the parser hangs the thing on "all". */
const behindAll = ({ grammar, doc: { tokens } }: Scene, all: number): Portion[] =>
  grammar
    .children(all)
    .filter((at) => at > all && tokens.tag[at]!.startsWith('NN'))
    .slice(0, 1)
    .map((what) => ({ head: all, what }))

/** "The wheat comes almost entirely from Peru", "buys its wheat mainly from Peru": the thing is the portion. */
function mostly({ grammar, doc: { tokens } }: Scene, adverb: number): Portion[] {
  const verb = grammar.governor(adverb)
  if (verb < 0 || tokens.sent[verb] !== tokens.sent[adverb] || Math.abs(adverb - verb) > NEAR) return []
  const things = grammar.objects(verb)
  return (things.length > 0 ? things : grammar.subjects(verb)).map((what) => ({ head: what, what }))
}

/** Of a share: its whole, told behind "of", before it ("bags, of which 45 %") or right behind it ("half the power"). */
function wholeOrWhich(scene: Scene, share: Quantity): number {
  const { lower, tag, head } = scene.doc.tokens
  const of = wholeOf(scene, share)
  if (of >= 0) return of
  let which = share.first - 1
  while (which > 1 && share.first - which < 4 && lower[which] !== 'which') which--
  if (lower[which] === 'which' && lower[which - 1] === 'of') {
    const clause = scene.grammar.governor(which)
    return clause >= 0 && scene.doc.tokens.dep[clause]!.startsWith('acl')
      ? head[clause]!
      : thingOf(scene, which)
  }
  const noun = head[share.first]!
  return lower[share.first] === 'half' &&
    noun > share.first &&
    noun < share.first + 5 &&
    tag[noun]!.startsWith('NN')
    ? noun
    : -1
}

/** The noun behind "of" right after the words of a portion, also by its pronoun; −1 where none stands there. */
function wholeOf(
  scene: Scene,
  { first, last, of: counted = -1 }: Pick<Quantity, 'first' | 'last' | 'of'>,
): number {
  const { grammar, doc } = scene
  // "One in six of its ships": the number takes the thing in.
  if (counted >= first && counted < last) return counted
  if (doc.tokens.lower[last] !== 'of') return -1
  for (let at = first; at < last; at++) {
    const [of] = grammar.obliques(at, 'of')
    if (of !== undefined) return thingOf(scene, of)
  }
  return counted
}

const POINTING = /^(?:them|it|which|that|these|those)$/

/** "Mines 70 % of the world's cobalt and refines 90 % of it", "magnets, 90 % of which": the thing told of right before; −1 where there is none. */
export function thingOf(scene: Scene, token: number): number {
  const { fillers, doc } = scene
  const { tokens } = doc
  if (!POINTING.test(tokens.lower[token]!) || /^NN/.test(tokens.tag[token]!)) return token
  const verbs = scene.lexicon.list('share-verbs')
  for (let at = token - 1; at >= 0 && tokens.sent[at] === tokens.sent[token]; at--) {
    if (!tokens.tag[at]!.startsWith('NN') || fillers.quantityAt(at) || !fillers.isMatter(at)) continue
    // "Refines" taken for a noun.
    if (verbs.has(tokens.lower[at]!.replace(/s$/, ''))) continue
    // Out of a name or a compound to its head.
    return tokens.dep[at] === 'compound' && tokens.head[at]! < token ? tokens.head[at]! : at
  }
  return -1
}

/** What of a portion stands in the clause: in "magnets, 90 % of which are cast in Peru" the pronoun. */
function clauseHead(scene: Scene, share: Quantity): number {
  const { tokens } = scene.doc
  const pronoun = share.last + 1
  return tokens.lower[pronoun] === 'which' && tokens.dep[pronoun]!.startsWith('nsubj')
    ? pronoun
    : headWithin(scene, share)
}

/** The token of a quantity that hangs outside it. */
export function headWithin({ doc: { tokens } }: Scene, { first, last }: Quantity): number {
  const outside: number[] = []
  for (let at = first; at < last; at++) {
    const over = tokens.head[at]!
    if (over < first || over >= last) outside.push(at)
  }
  return outside.find((at) => /^(?:obj|nsubj)/.test(tokens.dep[at]!)) ?? outside[0] ?? last - 1
}

/** "The oil that Peru exports", "what it makes": who sells it. */
export const sellersOf = ({ grammar, doc: { tokens } }: Scene, what: number): number[] => [
  ...grammar
    .relativeVerbs(what)
    .filter((verb) => SELLING.has(tokens.lemma[verb]!))
    .flatMap((verb) => {
      const subjects = grammar.subjects(verb).filter((at) => at !== what)
      return subjects.length > 0 ? subjects : grammar.dependents(verb, 'compound')
    }),
  // "Peru exported 900 tonnes, of which 45 % went to Norway".
  ...(tokens.dep[what] === 'obj' && SELLING.has(tokens.lemma[tokens.head[what]!]!)
    ? grammar.subjects(tokens.head[what]!)
    : []),
]

/** Whose a thing is: "its cod", "the country's cod", "Peruvian iron ore"; [] where that is nobody named. */
export function ownersOf(scene: Scene, what: number): Ref[] {
  const {
    grammar,
    fillers,
    doc: { tokens },
  } = scene
  const inner = grammar.dependents(what, 'compound')
  const owners = [
    ...[what, ...inner].flatMap((at) => grammar.dependents(at, 'nmod:poss', 'amod', 'compound')),
    ...sellersOf(scene, what),
  ]
  const named = (at: number) =>
    tokens.dep[at] === 'nmod:poss' || !/^(?:amod|compound)$/.test(tokens.dep[at]!)
      ? fillers.parties(at)
      : fillers.partyNamed(at)
  return unique(owners.flatMap(named).map((ref) => fillers.sideOf(ref) ?? ref)).filter(
    ({ id }) => !id.startsWith('person:'),
  )
}

const SELLING: ReadonlySet<string> = new Set(
  'export sell produce mine grow ship pump catch make build refine'.split(' '),
)
const USING: ReadonlySet<string> = new Set(
  'use buy import burn consume eat sell require need take drink process wear install spread run employ stock'.split(
    ' ',
  ),
)

/** The verbs that say who uses a thing; a participle right behind it may hang on the portion. */
const usesOf = ({ grammar, doc: { tokens } }: Scene, what: number): number[] =>
  [...grammar.relativeVerbs(what), ...(tokens.tag[what + 1] === 'VBN' ? [what + 1] : [])].filter(
    (verb, at, all) =>
      (USING.has(tokens.lemma[verb]!) || tokens.tag[verb] === 'VBN') && all.indexOf(verb) === at,
  )

/** Who uses a thing: "used in Norwegian reactors", "sold in Norway", "that Norway's mills use"; [] where that is nobody named. */
export function usersOf(scene: Scene, what: number): Ref[] {
  const { grammar, fillers } = scene
  const found = usesOf(scene, what)
    .flatMap((verb) => [
      ...grammar.subjects(verb),
      ...['in', 'on', 'by'].flatMap((word) => grammar.obliques(verb, word)),
      // "Needed to run its mines".
      ...grammar.dependents(verb, 'xcomp').flatMap((use) => grammar.objects(use)),
    ])
    .filter((token) => token !== what)
  return unique(
    found
      .flatMap((token) => {
        const own = fillers.parties(token)
        const owned = own.length > 0 ? own : ownersOf(scene, token)
        if (owned.length > 0) return owned
        const town = [token, ...grammar.obliques(token, 'of'), ...grammar.obliques(token, 'in')].find((at) =>
          fillers.place(at),
        )
        return town === undefined ? [] : fillers.place(town)!
      })
      .map((ref) => fillers.sideOf(ref) ?? ref),
  )
}

/** Words that narrow a thing to what somebody without a name has of it: "the plant's gas", "the steel used by the yard". */
export function isUnnamedPart(scene: Scene, what: number): boolean {
  const { grammar, doc } = scene
  const { tokens } = doc
  const owners = grammar.dependents(what, 'nmod:poss').filter((at) => tokens.lower[at] !== 'world')
  return owners.length > 0 || usesOf(scene, what).length > 0
}

/** "The world's cod", "global output". */
export const isWorlds = ({ grammar, doc: { tokens } }: Scene, what: number): boolean =>
  grammar.dependents(what, 'nmod:poss', 'amod').some((at) => /^(?:world|global)$/.test(tokens.lower[at]!))
