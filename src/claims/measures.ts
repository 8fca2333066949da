// In: a scene. Out: what the report says of measures (tariffs, controls, licences, bans, probes …): who, on whom, how much, since when.
import type { Row } from '../language/lexicon.ts'
import type {
  ClaimDay,
  MeasureEffect,
  MeasureStatus,
  MeasureType,
  Phrase,
  Ref,
  Value,
} from '../model/index.ts'
import { toValue, unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/** The verb or event noun that does something to a measure, with its row of `measure-verbs`. */
interface Doing {
  readonly token: number
  readonly row: Row
  /** Whether the measure is what is done to ("raised duties") rather than what does ("duties took effect"). */
  readonly asObject: boolean
}

/**
 * Claims from every noun that names a measure (words table `measure-nouns`: lemma, type, kind). A claim needs a verb of
 * `measure-verbs` (lemma, effect, status, direction, uses) or a rate that stands, and somebody who imposes or is hit.
 */
export function findMeasures(scene: Scene): Found[] {
  const nouns = scene.rows('measure-nouns')
  const found: Found[] = []
  for (let token = 0; token < scene.doc.tokens.count; token++) {
    const row = nouns.get(scene.doc.tokens.lemma[token]!)
    if (!row || scene.grammar.isVerb(token)) continue
    const one = measureAt(scene, token, row)
    if (one) found.push(one)
  }
  return found
}

function measureAt(scene: Scene, noun: number, row: Row): Found | undefined {
  const { grammar, fillers, doc } = scene
  const type = typeOf(scene, noun, row)
  if (!type) return undefined
  const doing = doingOf(scene, noun)
  const by = imposers(scene, noun, doing)
  const hit = hitBy(scene, noun, doing, by)
  const rate = rateOf(scene, noun, doing)
  if (by.length === 0 && hit.on.length === 0) return undefined
  if (!doing && !(rate && by.length > 0 && hit.on.length > 0)) return undefined
  const effect = (doing?.row.effect ?? 'stand') as MeasureEffect
  const trigger = doing?.token ?? noun
  const event = [trigger, noun, ...hit.tokens]
  const days = measureDays(scene, event)
  const direction = doing?.row.direction
  const { first, last } = grammar.phrase(noun, 'short')
  return {
    kind: effect === 'stand' ? 'state' : 'act',
    trigger,
    foundBy: `measure/${effect}@1`,
    body: {
      type: `${type}: ${effect}`,
      ...(effect === 'stand' ? {} : { actor: by, recipient: hit.on, object: fillers.phrase(noun, 'short') }),
      about: {
        thread: 'measure',
        type,
        by: unique(by.map((ref) => fillers.sideOf(ref) ?? ref)),
        on: unique(hit.on.map((ref) => fillers.sideOf(ref) ?? ref)),
        goods: hit.goods,
        ...(rate ? { rate } : {}),
        effect,
        status: (doing?.row.status ?? 'in force') as MeasureStatus,
        ...(direction === 'tightens' || direction === 'eases' ? { direction } : {}),
        ...authorityOf(scene, trigger),
        name: fillers.phraseOf(first, last, noun),
      },
    } as Found['body'],
    days,
    roles: { measure: { start: doc.tokens.start[first]!, end: doc.tokens.end[last]! } },
  }
}

/** The type of a measure noun; a compound before it may say more ("export licence", "import ban"). */
function typeOf(scene: Scene, noun: number, row: Row): MeasureType | undefined {
  const wanted = row.needs
  if (!wanted) return row.type as MeasureType
  const before = scene.grammar
    .dependents(noun, 'compound', 'amod', 'nmod', 'nmod:poss')
    .map((token) => scene.doc.tokens.lemma[token]!)
  for (const alternative of wanted.split('|')) {
    const [word, type] = alternative.split('=')
    if (before.includes(word!)) return (type ?? row.type) as MeasureType
  }
  return row.type ? (row.type as MeasureType) : undefined
}

function doingOf(scene: Scene, noun: number): Doing | undefined {
  const { doc, grammar } = scene
  const verbs = scene.rows('measure-verbs')
  const { tokens } = doc
  let at = noun
  while (tokens.dep[at] === 'conj' && tokens.head[at]! >= 0) at = tokens.head[at]!
  const relation = tokens.dep[at]!
  const head = tokens.head[at]!
  // a relative or participle clause on the noun: "duties, which stand at 30 %", "tariffs imposed in May"
  for (const clause of grammar.dependents(noun, 'acl')) {
    const row = verbs.get(tokens.lemma[clause]!)
    if (row) {
      const asObject = grammar.isPassive(clause) || grammar.objects(clause).includes(noun)
      if (usable(row, asObject)) return { token: clause, row, asObject }
    }
  }
  if (head < 0) return undefined
  const own = verbs.get(tokens.lemma[head]!)
  if (own) {
    const asObject =
      relation === 'obj' || relation === 'nsubj:pass' || (relation === 'nmod' && grammar.caseOf(at) === 'of')
    const fits = asObject || relation === 'nsubj' || relation === 'compound'
    if (fits && usable(own, asObject || relation === 'compound'))
      return { token: head, row: own, asObject: asObject || relation === 'compound' }
  }
  return undefined
}

/** `uses` says how a verb takes a measure: as "object", "subject" or "both". */
const usable = (row: Row, asObject: boolean) =>
  row.uses === 'both' ||
  row.uses === '' ||
  row.uses === undefined ||
  row.uses === (asObject ? 'object' : 'subject')

function imposers(scene: Scene, noun: number, doing: Doing | undefined): Ref[] {
  const { grammar, fillers } = scene
  const owner = grammar
    .dependents(noun, 'nmod:poss', 'amod', 'compound')
    .flatMap((token) => fillers.partyNamed(token))
  const agents = grammar.obliques(noun, 'by').flatMap((token) => fillers.parties(token))
  if (owner.length > 0 || agents.length > 0) return unique([...owner, ...agents])
  if (!doing?.asObject) return []
  const { tokens } = scene.doc
  const verbal = grammar.isVerb(doing.token)
  const doers = verbal
    ? grammar.subjects(doing.token)
    : [
        ...grammar.dependents(doing.token, 'nmod:poss', 'amod', 'compound'),
        ...grammar.obliques(doing.token, 'by'),
      ].filter((token) => token !== noun && tokens.dep[token] !== undefined)
  return unique(doers.flatMap((token) => (verbal ? fillers.parties(token) : fillers.partyNamed(token))))
}

function hitBy(scene: Scene, noun: number, doing: Doing | undefined, by: readonly Ref[]) {
  const { grammar, fillers } = scene
  const heads = doing ? [noun, doing.token] : [noun]
  const tokens = unique2(
    heads.flatMap((head) =>
      ['on', 'against', 'for', 'upon', 'into', 'of'].flatMap((word) => {
        if (
          word === 'of' &&
          head === noun &&
          scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.of !== 'target'
        )
          return []
        if (
          (word === 'for' || word === 'into') &&
          scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.of !== 'target'
        )
          return []
        return grammar.obliques(head, word)
      }),
    ),
  ).filter((token) => token !== noun && !fillers.timeAt(token) && !fillers.quantityAt(token))
  const goods: Phrase[] = []
  const on: Ref[] = []
  for (const token of tokens.flatMap((one) => grammar.conjuncts(one))) {
    const parties = [
      ...fillers.parties(token),
      ...['from', 'of', 'by']
        .flatMap((word) => grammar.obliques(token, word))
        .flatMap((one) => fillers.parties(one)),
    ].filter((ref) => !by.some((one) => one.id === ref.id))
    on.push(...parties)
    if (
      !fillers.nameAt(token) ||
      fillers.nameAt(token)!.type === 'good' ||
      fillers.nameAt(token)!.type === 'product'
    )
      goods.push(fillers.phrase(token, 'short'))
  }
  // "a steel tariff", "semiconductor export controls"
  for (const token of grammar.dependents(noun, 'compound', 'amod')) {
    const name = fillers.nameAt(token)
    if (name?.type === 'good' || name?.type === 'product') goods.push(fillers.phrase(token, 'short'))
  }
  return { on: unique(on), goods, tokens }
}

const unique2 = (tokens: readonly number[]) => [...new Set(tokens)]

function rateOf(scene: Scene, noun: number, doing: Doing | undefined): Value | undefined {
  const { grammar, fillers, doc } = scene
  const nearby = [
    ...grammar.dependents(noun, 'nummod', 'compound', 'amod', 'nmod', 'appos', 'dep'),
    ...grammar.obliques(noun, 'of'),
    ...(doing ? ['to', 'at', 'of'].flatMap((word) => grammar.obliques(doing.token, word)) : []),
    ...(doing
      ? grammar
          .dependents(doing.token, 'obj', 'xcomp', 'obl', 'obl:unmarked', 'nummod')
          .filter((token) => token !== noun)
      : []),
  ]
  for (const token of nearby) {
    const quantity = fillers.quantityAt(token)
    if (quantity?.unit === '%' && !quantity.by) return toValue(quantity)
  }
  const { first, last } = grammar.phrase(noun, 'short')
  for (let at = first; at <= last; at++) {
    const quantity = fillers.quantityAt(at)
    if (quantity?.unit === '%' && !quantity.by) return toValue(quantity)
  }
  // "duties stand at 30 %", "China has imposed 10 %": the rate is the object or predicate itself
  if (doing && doc.parsed[doc.tokens.sent[noun]!] === 0) {
    const sentence = doc.sents[doc.tokens.sent[noun]!]!
    for (const quantity of doc.quantities)
      if (quantity.first >= sentence.first && quantity.last <= sentence.last && quantity.unit === '%')
        return toValue(quantity)
  }
  return undefined
}

function measureDays(scene: Scene, event: readonly number[]): ClaimDay[] {
  const days = scene.days(event)
  return days.length > 0 ? days : []
}

/** "under Section 301", "by executive order": the law or order an act rests on. */
function authorityOf(scene: Scene, trigger: number): { authority?: Phrase } {
  for (const preposition of ['under', 'by', 'through', 'via', 'with'])
    for (const token of scene.grammar.obliques(trigger, preposition)) {
      const name = scene.fillers.nameAt(token)
      if (name?.type === 'law') return { authority: scene.fillers.phrase(token, 'short') }
    }
  return {}
}
