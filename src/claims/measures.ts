// In: a scene. Out: what the report says of measures (tariffs, controls, licences, bans, probes …): who, on whom, how much, since when.
import { UPOS } from '../language/doc.ts'
import type { Row } from '../language/lexicon.ts'
import type { MeasureEffect, MeasureStatus, MeasureType, Phrase, Ref, Value } from '../model/index.ts'
import { toValue, unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'
import { tokenAt } from './statements.ts'

/** The verb or event noun that does something to a measure, with its row of `measure-verbs`. */
interface Doing {
  readonly token: number
  /** This and other verbs that say the same ("stand at 5 % and remain until May"), for their days and rates. */
  readonly tokens: number[]
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
    const type = typeOf(scene, token, row)
    if (!type) continue
    const doings = doingsOf(scene, token)
    for (const doing of doings.length > 0 ? doings : [undefined]) {
      const one = measureAt(scene, token, type, doing)
      if (one) found.push(one)
    }
  }
  return [...found, ...bareRates(scene)]
}

function measureAt(
  scene: Scene,
  noun: number,
  type: MeasureType,
  doing: Doing | undefined,
): Found | undefined {
  const { grammar, fillers, doc } = scene
  const by = imposers(scene, noun, doing)
  const hit = hitBy(scene, noun, doing, by)
  const predicate = predicateRate(scene, noun)
  const rate = (doing ? undefined : predicate) ?? rateOf(scene, noun, doing)
  if (by.length === 0 && hit.on.length === 0) return undefined
  if (
    !doing &&
    !(predicate && (by.length > 0 || hit.on.length > 0)) &&
    !(rate && by.length > 0 && hit.on.length > 0)
  )
    return undefined
  const effect = (doing?.row.effect ?? 'stand') as MeasureEffect
  const trigger = doing?.token ?? noun
  const event = [...(doing?.tokens ?? []), noun, ...hit.tokens]
  const days = scene.days(event)
  const direction = directionOf(type, effect, doing?.row.direction)
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

/** A quota is room: less of it tightens. */
function directionOf(type: MeasureType, effect: MeasureEffect, told: string | undefined): string | undefined {
  if (type !== 'quota' || (effect !== 'raise' && effect !== 'lower')) return told
  return effect === 'lower' ? 'tightens' : 'eases'
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

/**
 * Everything a sentence does to a measure: the verb over it, an event noun ("extension of the duties"), relative and
 * participle clauses on it or on what it hits, and the verbs joined to those.
 */
function doingsOf(scene: Scene, noun: number): Doing[] {
  const { doc, grammar } = scene
  const verbs = scene.rows('measure-verbs')
  const { tokens } = doc
  const found: Doing[] = []
  const add = (token: number, asObject: boolean) => {
    const row = verbs.get(tokens.lemma[token]!)
    if (!row || !usable(row, asObject)) return
    const same = found.find((one) => one.row.effect === row.effect)
    if (same) same.tokens.push(token)
    else found.push({ token, tokens: [token], row, asObject })
  }
  let at = joinedTo(scene, noun) ?? noun
  while (climbs(scene, at)) at = tokens.head[at]!
  const relation = tokens.dep[at]!
  const head = tokens.head[at]!
  if (head >= 0) {
    if (relation === 'obj' || relation === 'nsubj:pass' || relation === 'compound') add(head, true)
    else if (relation === 'nmod' && grammar.caseOf(at) === 'of') {
      add(head, true)
      // "the extension of duties, which stand at": what is said of the noun over them is said of them.
      if (found.length > 0)
        for (const clause of grammar.relativeVerbs(head))
          for (const verb of withComplements(scene, clause)) add(verb, grammar.isPassive(verb))
    } else if (relation === 'nsubj') for (const verb of withComplements(scene, head)) add(verb, false)
    if (relation === 'nsubj:pass')
      for (const verb of withComplements(scene, head)) if (verb !== head) add(verb, false)
  }
  const hit = ['on', 'against', 'for', 'into'].flatMap((word) => grammar.obliques(noun, word))
  for (const holder of [noun, ...hit])
    for (const clause of grammar.relativeVerbs(holder))
      for (const verb of withComplements(scene, clause)) {
        const passive = grammar.isPassive(verb) || grammar.objects(verb).includes(holder)
        if (holder === noun || tokens.dep[clause] !== 'acl') add(verb, passive)
      }
  // On the surface: the word after the noun is such a verb, whatever the tagger took it for.
  const next = noun + 1
  if (found.length === 0 && tokens.sent[next] === tokens.sent[noun] && tokens.pos[next] !== NOUN_LIKE)
    add(next, false)
  return found
}

const PART_OF: ReadonlySet<string> = new Set([
  'most',
  'many',
  'some',
  'part',
  'half',
  'all',
  'number',
  'series',
  'set',
  'round',
  'package',
  'list',
  'lot',
  'array',
  'range',
  'wave',
  'remainder',
  'rest',
  'bulk',
  'portion',
])

/**
 * "a tariff on steel and a ban on fish", "duties on steel, and also a ban": the measure that one with its
 * own article is joined to, where the tree joins it to a good or hangs it on the verb.
 */
function joinedTo({ doc, grammar, rows }: Scene, noun: number): number | undefined {
  const { tokens } = doc
  if (grammar.dependents(noun, 'cc').length === 0 || grammar.dependents(noun, 'det').length === 0)
    return undefined
  const nouns = rows('measure-nouns')
  const isMeasure = (token: number) => token < noun && nouns.has(tokens.lemma[token]!)
  const good = tokens.dep[noun] === 'conj' ? tokens.head[noun]! : noun
  const over = good < 0 ? -1 : tokens.head[good]!
  if (over < 0) return undefined
  if (tokens.dep[good] === 'obl') return grammar.objects(over).find(isMeasure)
  return good !== noun && tokens.dep[good] === 'nmod' && isMeasure(over) ? over : undefined
}

/** From a conjunct to the first, from "duties" to "most" in "most of its duties". */
function climbs(scene: Scene, token: number): boolean {
  const { tokens } = scene.doc
  const head = tokens.head[token]!
  if (head < 0) return false
  if (tokens.dep[token] === 'conj') return true
  return (
    tokens.dep[token]!.startsWith('nmod') &&
    scene.grammar.caseOf(token) === 'of' &&
    PART_OF.has(tokens.lower[head]!)
  )
}

const NOUN_LIKE = UPOS.indexOf('ADP')

/** A verb with the verbs joined to it and complementing it ("have been approved to remain"). */
function withComplements(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  const { tokens } = scene.doc
  const joined = [verb, ...grammar.dependents(verb, 'conj').filter((token) => grammar.isVerb(token))]
  const verbs = scene.rows('measure-verbs')
  return joined.flatMap((token) => {
    const complements = grammar
      .dependents(token, 'xcomp', 'advcl')
      .filter(
        (one) =>
          grammar.isVerb(one) && grammar.dependents(one, 'mark').some((mark) => tokens.lower[mark] === 'to'),
      )
    // "were approved to remain": what holds is that they remain.
    return complements.some((one) => verbs.has(tokens.lemma[one]!)) ? complements : [token, ...complements]
  })
}

/**
 * A rate imposed without its noun: "… and Peru has imposed 10 % on Norwegian fish". The measure is the one named last
 * in this sentence or the one before.
 */
function bareRates(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const verbs = scene.rows('measure-verbs')
  const nouns = scene.rows('measure-nouns')
  const found: Found[] = []
  for (const quantity of doc.quantities) {
    if (quantity.unit !== '%') continue
    const at = Array.from({ length: quantity.last - quantity.first }, (_, n) => quantity.first + n).find(
      (token) => tokens.dep[token] === 'obj',
    )
    if (at === undefined) continue
    const verb = tokens.head[at]!
    const row = verb < 0 ? undefined : verbs.get(tokens.lemma[verb]!)
    if (!row || !usable(row, true) || row.effect === 'stand') continue
    const on = [...grammar.obliques(verb, 'on'), ...grammar.obliques(at, 'on')]
    const hit = unique(on.flatMap((token) => fillers.parties(token)))
    const by = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
    if (hit.length === 0 || by.length === 0) continue
    const type = lastNamed(scene, at, nouns)
    if (!type) continue
    found.push({
      kind: 'act',
      trigger: verb,
      foundBy: 'measure/bare-rate@1',
      body: {
        type: `${type}: ${row.effect}`,
        actor: by,
        recipient: hit,
        object: fillers.phrase(at, 'short'),
        about: {
          thread: 'measure',
          type,
          by: unique(by.map((ref) => fillers.sideOf(ref) ?? ref)),
          on: unique(hit.map((ref) => fillers.sideOf(ref) ?? ref)),
          goods: on.map((token) => fillers.phrase(token, 'short')),
          rate: toValue(quantity),
          effect: row.effect as MeasureEffect,
          status: row.status as MeasureStatus,
          ...(row.direction === 'tightens' || row.direction === 'eases' ? { direction: row.direction } : {}),
          name: { ...fillers.phrase(at, 'short'), text: `${type} of ${fillers.phrase(at, 'short').text}` },
        },
      },
      days: scene.days([verb]),
    })
  }
  return found
}

/** The type of the measure named last before a token, in its sentence or the one before. */
function lastNamed(scene: Scene, token: number, nouns: ReadonlyMap<string, Row>): MeasureType | undefined {
  const { tokens, sents } = scene.doc
  const sentence = tokens.sent[token]!
  const from = sents[Math.max(0, sentence - 1)]!.first
  for (let at = token - 1; at >= from; at--) {
    const row = nouns.get(tokens.lemma[at]!)
    const type = row && typeOf(scene, at, row)
    if (type) return type
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
  // "Peru asked Chile to lift its ban": it is Chile's.
  const pronoun = grammar.dependents(noun, 'nmod:poss').some((token) => scene.doc.tokens.pos[token] === PRON)
  const asked = pronoun && doing?.asObject ? askedParties(scene, doing.token) : []
  if (asked.length > 0) return asked
  const owner = grammar
    .dependents(noun, 'nmod:poss', 'amod', 'compound')
    .filter((token) => !isTarget(scene, noun, token) && !isNamedTarget(scene, token))
    .flatMap((token) => fillers.partyNamed(token))
  const agents = grammar.obliques(noun, 'by').flatMap((token) => fillers.parties(token))
  if (owner.length > 0 || agents.length > 0) return unique([...owner, ...agents])
  if (!doing?.asObject || doing.row.subject === 'target') return []
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

const PRON = UPOS.indexOf('PRON')

/** The parties that are asked, told or urged to do what a verb in the infinitive says. */
function askedParties({ doc, grammar, fillers }: Scene, verb: number): Ref[] {
  const over = doc.tokens.head[verb]!
  if (doc.tokens.dep[verb] !== 'xcomp' || over < 0) return []
  const doers = new Set(grammar.subjects(verb))
  return unique(
    grammar
      .dependents(over, 'obj', 'iobj')
      .filter((token) => token < verb && doers.has(token))
      .flatMap((token) => fillers.parties(token)),
  )
}

/** "The Peru tariffs": a state's own name before the noun is what they hit; "Peruvian" or "U.S." imposes them. */
function isNamedTarget(scene: Scene, token: number): boolean {
  const name = scene.fillers.nameAt(token)
  if (!name || scene.doc.tokens.dep[token] !== 'compound') return false
  if (name.type !== 'government' && name.type !== 'place') return false
  return scene.doc.text.slice(name.start, name.end) === name.canonical && !name.canonical.includes(' ')
}

/** "the app's ban", "its ban": what a ban or probe belongs to is what it hits, unless a government has it. */
function isTarget(scene: Scene, noun: number, owner: number): boolean {
  if (scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.of !== 'target') return false
  return scene.fillers
    .partyNamed(owner)
    .every((ref) => ref.id.startsWith('org:') && scene.fillers.sideOf(ref) === undefined)
}

function hitBy(scene: Scene, noun: number, doing: Doing | undefined, by: readonly Ref[]) {
  const { grammar, fillers } = scene
  const named = [noun, ...siblings(scene, noun)]
  const rates = doing
    ? grammar.children(doing.token).filter((token) => fillers.quantityAt(token)?.unit === '%')
    : []
  const heads = doing ? [...named, doing.token, ...rates] : named
  // What comes before both noun and verb frames the sentence and is not hit.
  const first = Math.min(noun, doing?.token ?? noun)
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
  ).filter(
    (token) =>
      token > first &&
      token !== noun &&
      !fillers.timeAt(token) &&
      fillers.quantityAt(token)?.unit !== '%' &&
      !isRound(scene, token),
  )
  const goods: Phrase[] = []
  const on: Ref[] = []
  for (const token of tokens.flatMap((one) => grammar.conjuncts(one))) {
    const parties = [
      ...fillers.parties(token),
      ...['from', 'of', 'by']
        .flatMap((word) => grammar.obliques(token, word))
        .flatMap((one) => fillers.parties(one)),
    ].filter((ref) => !by.some((one) => one.id === ref.id))
    on.push(...(parties.length > 0 ? parties : originOf(scene, token, by)))
    if (
      !fillers.nameAt(token) ||
      fillers.nameAt(token)!.type === 'good' ||
      fillers.nameAt(token)!.type === 'product'
    )
      goods.push(fillers.phrase(token, 'short'))
  }
  if (goods.length > 0) goods.push(...listedGoods(scene, goods))
  // "Peru faces duties": who faces them is hit.
  if (doing?.row.subject === 'target' && grammar.isVerb(doing.token))
    on.push(...grammar.subjects(doing.token).flatMap((token) => fillers.parties(token)))
  // "a steel tariff", "semiconductor export controls", "the Peru tariffs"
  for (const token of grammar.dependents(noun, 'compound', 'amod')) {
    if (isNamedTarget(scene, token)) on.push(...fillers.partyNamed(token))
    const name = fillers.nameAt(token)
    if (name?.type === 'good' || name?.type === 'product') goods.push(fillers.phrase(token, 'short'))
  }
  return { on: unique(on), goods, tokens }
}

/** "Peruvian cod", "Peruvian fish imports": whose goods they are, where the words before them say so. */
function originOf({ grammar, fillers }: Scene, goods: number, by: readonly Ref[]): Ref[] {
  return grammar
    .dependents(goods, 'amod', 'compound', 'nmod:poss')
    .flatMap((token) => [token, ...grammar.dependents(token, 'amod', 'compound')])
    .flatMap((token) => fillers.partyNamed(token))
    .filter((ref) => !by.some((one) => one.id === ref.id))
}

const unique2 = (tokens: readonly number[]) => [...new Set(tokens)]

/** The nouns joined to this one by "and": what is said of one is said of all. */
function siblings(scene: Scene, noun: number): number[] {
  let top = noun
  while (scene.doc.tokens.dep[top] === 'conj' && scene.doc.tokens.head[top]! >= 0)
    top = scene.doc.tokens.head[top]!
  return scene.grammar.conjuncts(top).filter((token) => token !== noun)
}

/** "Its duties are 10 %": the rate as predicate of the noun. */
function predicateRate(scene: Scene, noun: number): Value | undefined {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  if (head < 0 || !tokens.dep[noun]!.startsWith('nsubj')) return undefined
  if (scene.grammar.dependents(head, 'cop').length === 0) return undefined
  const quantity = scene.fillers.quantityAt(head)
  return quantity?.unit === '%' && !quantity.by ? toValue(quantity) : undefined
}

/** "… on farm goods, including barley, as well as wine": goods named after those hit, up to the next verb or stop. */
function listedGoods(scene: Scene, goods: readonly Phrase[]): Phrase[] {
  const { tokens } = scene.doc
  const from = Math.max(...goods.map((phrase) => phrase.end))
  const found: Phrase[] = []
  for (const name of scene.doc.names) {
    if (name.start < from || (name.type !== 'good' && name.type !== 'product')) continue
    const first = tokenAt(scene, from)
    if (first < 0 || name.first - first > 24 || tokens.sent[name.first] !== tokens.sent[first]) break
    let open = true
    for (let at = first; at < name.first && open; at++)
      open =
        !/^[.;:]$/.test(tokens.form[at]!) && (!scene.grammar.isVerb(at) || tokens.lower[at] === 'including')
    if (!open) break
    found.push(scene.fillers.phraseOf(name.first, name.last - 1, name.last - 1))
  }
  return found
}

/** "On the eve of a meeting" hits nobody. */
const isRound = (scene: Scene, token: number): boolean =>
  scene.rows('round-nouns').has(scene.doc.tokens.lemma[token]!) || scene.doc.tokens.lemma[token] === 'eve'

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

/** "under Section 301", "by executive order": the law or order an act rests on. */
function authorityOf(scene: Scene, trigger: number): { authority?: Phrase } {
  for (const preposition of ['under', 'by', 'through', 'via', 'with'])
    for (const token of scene.grammar.obliques(trigger, preposition)) {
      const name = scene.fillers.nameAt(token)
      if (name?.type === 'law') return { authority: scene.fillers.phrase(token, 'short') }
    }
  return {}
}
