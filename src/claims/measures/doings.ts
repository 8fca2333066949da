// In: a scene, a noun that names a measure. Out: what the sentence does to it: verbs over it, event nouns, clauses on it.
import { UPOS } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import { isActual } from '../../model/index.ts'
import type { Mood } from '../sentence/moods.ts'
import { nearby } from '../sentence/nearby.ts'
import { verbRow } from '../sentence/phrasal.ts'
import type { Scene } from '../sentence/scene.ts'
import { isPaused } from './described.ts'
import { type Doing, isStep } from './doing.ts'
import { PART_OF } from './part-of.ts'
import { predicateOf } from './predicates.ts'
import { stepOf } from './rate-steps.ts'
import { rateBehind } from './rates.ts'

/**
 * Everything a sentence does to a measure: the verb over it, an event noun ("extension of the duties"), relative and
 * participle clauses on it or on what it hits, and the verbs joined to those.
 */
export function doingsOf(scene: Scene, noun: number): Doing[] {
  const { doc, grammar } = scene
  const verbs = scene.rows('measure-verbs')
  const { tokens } = doc
  const said = predicateOf(scene, noun)
  if (said) return [said]
  const found: Doing[] = []
  const add = (token: number, asObject: boolean) => {
    const told = verbRow(scene, token, verbs)
    const over = told && asObject ? stoppedBy(scene, token) : undefined
    if (over)
      return found.length === 0 ? void found.push({ ...over, tokens: [over.token], asObject }) : undefined
    const row = told
    if (!row || !usable(row, asObject) || !isFor(scene, row, noun)) return
    // "Was announced on Monday and took effect on Friday": two deeds, each with its day.
    const same = found.find((one) => one.row.effect === row.effect && one.row.status === row.status)
    if (same) same.tokens.push(token)
    else found.push({ token, tokens: [token], row, asObject })
  }
  const addWith = (token: number) => {
    const told = verbRow(scene, token, verbs)
    // "Were exempted from it", the participle; "is exempt from it" is told by what it is said of.
    const row = told && takes(told, 'borne') ? verbs.get(tokens.lemma[token]!) : told
    // "Responded with strikes on two ports": an attack.
    const isAttack = /^strikes?$/.test(tokens.lower[noun]!)
    if (row && !isAttack && takes(row, row.effect === 'exempt' ? 'from' : 'with') && grammar.isVerb(token))
      found.push({ token, tokens: [token], row, asObject: true, hitsObject: true })
  }
  let at = joinedTo(scene, noun) ?? noun
  while (climbs(scene, at)) at = tokens.head[at]!
  const apart = heldApart(scene, at)
  const relation = apart === undefined ? tokens.dep[at]! : 'obj'
  const head = apart ?? pastParticiple(scene, noun, tokens.head[at]!)
  if (head >= 0 && !isBehindColon(scene, head, at)) {
    if (relation === 'obj' || relation === 'nsubj:pass' || relation === 'compound') {
      const moved = movedBy(scene, head)
      if (moved) found.push(moved)
      else add(head, true)
    } else if (relation.startsWith('obl') && hitsWith(scene, at, head)) addWith(head)
    // "The pause in the duties ends".
    else if (relation === 'nmod' && tokens.dep[head] === 'nsubj' && isPaused(scene, noun))
      add(tokens.head[head]!, false)
    // "Spared phones from the duty", hung on the phones.
    else if (relation === 'nmod' && tokens.dep[head] === 'obj' && hitsWith(scene, at, tokens.head[head]!))
      addWith(tokens.head[head]!)
    else if (relation === 'nmod' && (grammar.caseOf(at) === 'of' || isStepIn(scene, at, head))) {
      add(head, true)
      // "the extension of duties, which stand at": what is said of the noun over them is said of them.
      if (found.length > 0)
        for (const clause of grammar.relativeVerbs(head))
          for (const verb of withComplements(scene, clause)) add(verb, grammar.isPassive(verb))
    } else if (relation === 'nsubj') {
      for (const verb of withComplements(scene, head)) add(verb, verb !== head && grammar.isPassive(verb))
      const other = found.length === 0 ? (holding(scene, head) ?? stepping(scene, head)) : undefined
      if (other) found.push(other)
    }
    if (/^(?:obl|nmod)/.test(relation)) found.push(...idiomOf(scene, at, head))
    if (relation === 'nsubj:pass')
      for (const verb of withComplements(scene, head)) if (verb !== head) add(verb, grammar.isPassive(verb))
  }
  // "Retaliation for duties on steel, which Peru imposed": hung on the noun over the duties.
  for (let over = tokens.head[noun]!, steps = 0; over >= 0 && steps < 2; over = tokens.head[over]!, steps++) {
    if (found.length > 0 || grammar.isVerb(over) || scene.rows('measure-nouns').has(tokens.lemma[over]!))
      break
    for (const clause of grammar.relativeVerbs(over))
      if (clause > noun && grammar.objects(clause).some((one) => one < clause)) add(clause, true)
  }
  const isBorne = grammar.dependents(noun, 'cop').length > 0 && grammar.caseOf(noun) === 'under'
  const under = isBorne && found.length === 0 ? verbs.get('be under') : undefined
  if (under) return [{ token: noun, tokens: [noun], row: under, asObject: true }]
  const isHeld = found.length === 0 ? holding(scene, noun, true) : undefined
  if (isHeld) found.push(isHeld)
  const hit = ['on', 'against', 'for', 'into']
    .flatMap((word) => grammar.obliques(noun, word))
    // "Duties on $3 billion of goods, which Peru approved": hung on the goods.
    .flatMap((one) => (scene.fillers.quantityAt(one) ? [one, ...grammar.obliques(one, 'of')] : [one]))
  const rates = ratesOf(scene, noun)
  for (const holder of [noun, ...rates, ...hit.flatMap((one) => grammar.conjuncts(one))])
    for (const clause of grammar.relativeVerbs(holder))
      for (const verb of withComplements(scene, clause)) {
        const passive = grammar.isPassive(verb) || grammar.objects(verb).includes(holder)
        if (holder === noun || rates.includes(holder) || tokens.dep[clause] !== 'acl') add(verb, passive)
      }
  if (found.length === 0) found.push(...inForceBehind(scene, Math.max(noun, ...rates)))
  // On the surface: the word after the noun is such a verb, whatever the tagger took it for.
  const next = Math.max(noun, ...rates) + 1
  if (found.length === 0 && tokens.sent[next] === tokens.sent[noun] && tokens.pos[next] !== NOUN_LIKE)
    add(next, false)
  const life = beginsBehind(scene, noun, new Set(found.flatMap((one) => one.tokens)))
  if (!life) return found
  const step = found.findIndex((one) => !grammar.isVerb(one.token) && isStep(one))
  if (step >= 0) return found.with(step, begunStep(scene, found[step]!, life))
  const same = found.findIndex(
    (one) => one.row.effect === life.row.effect && one.row.status === life.row.status,
  )
  if (same < 0) return [...found, life]
  // "Adopted on Monday, is to take effect on 1 May": until then it is announced.
  const isAhead = /^(?:planned|expected)$/.test(scene.epistemics(life.token).modality)
  const one = found[same]!
  const rest = one.tokens.filter((token) => token !== life.token)
  const [token] = rest
  if (!isAhead || token === undefined) return found
  const adopted = { ...one, token, tokens: rest, row: { ...one.row, lemma: 'announce', status: 'announced' } }
  return [...found.with(same, adopted), life]
}

/** "The cut in the duty took effect on 1 May": the duty is lowered from then on. */
function begunStep({ doc, epistemics }: Scene, step: Doing, life: Doing): Doing {
  const told = epistemics(life.token)
  const isAhead = /^VB[PZ]$/.test(doc.tokens.tag[life.token]!) && isActual(told.modality)
  const mood: Mood | undefined = isAhead ? { ...told, modality: 'planned' } : told
  return { ...step, tokens: [...step.tokens, life.token], mood }
}

/** "The levy of 8 % that Norway collects": the tokens of its rate, on which a clause said of the measure may hang. */
function ratesOf(scene: Scene, noun: number): number[] {
  const rate = rateBehind(scene, noun)
  return rate?.unit === '%' ? Array.from({ length: rate.last - rate.first }, (_, at) => rate.first + at) : []
}

/** "Asks that they be withdrawn: the duty of May …": what a list behind a colon names no verb before it acts on. */
function isBehindColon({ doc }: Scene, verb: number, noun: number): boolean {
  for (let at = verb + 1; at < noun; at++) if (doc.tokens.form[at] === ':') return true
  return false
}

/** "The levy in force since May", said without a verb right behind the measure or its rate. */
function inForceBehind({ doc, rows }: Scene, last: number): Doing[] {
  const { lower, sent, form } = doc.tokens
  const first = form[last + 1] === ',' ? last + 2 : last + 1
  const at = first + 1
  const row = lower[first] === 'in' ? rows('measure-verbs').get(`be in ${lower[at]}`) : undefined
  return row && sent[at] === sent[last] ? [{ token: at, tokens: [at], row, asObject: false }] : []
}

/** "Cuts in the tariff", "an increase in the levy". */
const isStepIn = ({ doc, grammar, rows }: Scene, measure: number, over: number): boolean =>
  grammar.caseOf(measure) === 'in' &&
  /^(?:raise|lower)$/.test(rows('measure-verbs').get(doc.tokens.lemma[over]!)?.effect ?? '')

/** Column `of` of `measure-verbs`: a verb that does this to measures of one type only ("concluded its investigation"). */
function isFor(scene: Scene, { of }: Row, noun: number): boolean {
  const row = of ? scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!) : undefined
  return !of || row?.type === of || row?.needs?.includes(`=${of}`) === true
}

/** Tokens behind a measure within which it is told to begin. */
const BEGINS = 26
const AUXILIARY =
  /^(?:be|have|will|would|is|are|was|were|has|had|been|to|also|now|already|that|which|it|and)$/

/**
 * On the surface: "a duty on imports from Peru came into force on Thursday", "a ban that applies from 24 April", "was
 * announced on Monday and took effect that evening": the first verb behind the measure but for those known already.
 */
function beginsBehind(scene: Scene, noun: number, known: ReadonlySet<number>): Doing | undefined {
  const { tag, lower, lemma, sent, form } = scene.doc.tokens
  const rows = scene.rows('measure-verbs')
  for (let at = noun + 1; at < noun + BEGINS && sent[at] === sent[noun]; at++) {
    if (form[at] === ';' || scene.rows('measure-nouns').has(lemma[at]!)) return undefined
    if (!/^(?:VB|MD)/.test(tag[at]!) || known.has(at)) continue
    const word = /^(?:into|in)$/.test(lower[at + 1] ?? '') ? `${lower[at + 1]} ` : ''
    const thing = lower[at + (word ? 2 : 1)] ?? ''
    if (isOthers(scene, noun, at)) return undefined
    const row = /^(?:force|effect)$/.test(thing) ? rows.get(`${lemma[at]} ${word}${thing}`) : undefined
    if (row && row.effect === 'set') return { token: at, tokens: [at], row, asObject: false }
    if (lemma[at] === 'apply' && /^(?:from|until|as|to|since|starting)$/.test(lower[at + 1] ?? ''))
      return { token: at, tokens: [at], row: rows.get('take effect')!, asObject: false }
    if (!/^(?:VBN|VBG)$/.test(tag[at]!) && !AUXILIARY.test(lower[at]!)) return undefined
  }
  return undefined
}

/** "On the day the accord takes effect", "until the text comes into force": what begins is something else. */
function isOthers({ doc, grammar }: Scene, noun: number, verb: number): boolean {
  const { lower, tag } = doc.tokens
  return grammar.dependents(verb, 'nsubj').some((subject) => {
    const det = grammar.dependents(subject, 'det').find((one) => one > noun)
    return (
      det !== undefined &&
      /^(?:the|this|that)$/.test(lower[det]!) &&
      (/^NN/.test(tag[det - 1]!) || /^(?:after|as|before|once|until|when)$/.test(lower[det - 1]!))
    )
  })
}

const FREES: ReadonlySet<string> = new Set(['exempt', 'exclude', 'spare', 'free'])

/** "Has been exempt", also where that is taken for a participle, which is never its own lemma. */
const isAdjective = ({ doc }: Pick<Scene, 'doc'>, token: number): boolean =>
  doc.tokens.tag[token] === 'JJ' ||
  (doc.tokens.tag[token] === 'VBN' &&
    doc.tokens.lower[token] === doc.tokens.lemma[token] &&
    FREES.has(doc.tokens.lower[token]!))

/** "Hit Peru with duties", "was hit by duties": the measure is what somebody is hit with. */
function hitsWith({ doc, grammar }: Scene, measure: number, verb: number): boolean {
  const marker = grammar.caseOf(measure)
  // "Exempted gloves from the duty".
  if (marker === 'from') return FREES.has(doc.tokens.lemma[verb]!) && !isAdjective({ doc }, verb)
  return marker === 'with' || (marker === 'by' && grammar.isPassive(verb))
}

/** "Cod is subject to a duty", "went on strike", "placed them under control": a word with the preposition of the measure. */
function idiomOf(scene: Scene, measure: number, head: number): Doing[] {
  const { dep, head: heads, lemma, lower } = scene.doc.tokens
  const rows = scene.rows('measure-verbs')
  const marker = scene.grammar.caseOf(measure)
  const apart = marker === 'under' ? putBefore(scene, measure) : undefined
  if (apart !== undefined)
    return [{ token: apart, tokens: [apart], row: rows.get('put under')!, asObject: true, hitsObject: true }]
  // "Placed cod under control": hung on the cod.
  const over = dep[head] === 'obj' && heads[head]! >= 0 ? heads[head]! : head
  const row = rows.get(`${lemma[over]} ${marker} ${lemma[measure]}`) ?? rows.get(`${lemma[over]} ${marker}`)
  if (!row) return []
  const doing = { token: over, tokens: [over], row, asObject: true }
  if (takes(row, 'with')) return [{ ...doing, hitsObject: true }]
  // "Brought in a duty": the particle taken for the duty's preposition.
  const isParticle = takes(row, 'object') && lower[over + 1] === marker && over < measure
  return isParticle || takes(row, 'done') || (takes(row, 'borne') && isAdjective(scene, over)) ? [doing] : []
}

/** Tokens before "under sanctions" within which it is told who is put there. */
const PUT_WITHIN = 30

/** "Put two banks, which hold most of the debt, under sanctions": the verb, from which a clause holds the measure apart. */
function putBefore({ doc, grammar }: Scene, measure: number): number | undefined {
  const { form, lemma, lower, sent, tag } = doc.tokens
  const under = measure - 1
  if (lower[under] !== 'under' || form[under - 1] !== ',') return undefined
  for (let at = under - 2; at > under - PUT_WITHIN && sent[at] === sent[measure]; at--) {
    if (!/^(?:put|place)$/.test(lemma[at]!) || !/^VB/.test(tag[at]!)) continue
    const isClause = /^W(?:DT|P)$/.test(tag.slice(at, under).find((one) => /^W/.test(one)) ?? '')
    return isClause && grammar.objects(at).length > 0 ? at : undefined
  }
  return undefined
}

/** "Has been in force since May", "are on strike": the noun that says that a measure holds. */
function holding(scene: Scene, noun: number, asObject = false): Doing | undefined {
  const { doc, grammar } = scene
  const marker = grammar.dependents(noun, 'cop').length > 0 ? grammar.caseOf(noun) : ''
  const row = marker ? scene.rows('measure-verbs').get(`be ${marker} ${doc.tokens.lower[noun]}`) : undefined
  return row && { token: noun, tokens: [noun], row, asObject }
}

/** "The duties went from 25 % to 50 %": whatever verb tells of the step, its rates say which way. */
function stepping(scene: Scene, verb: number): Doing | undefined {
  if (!scene.grammar.isVerb(verb)) return undefined
  const [step] = scene.grammar.obliques(verb, 'from').flatMap((token) => {
    const quantity = scene.fillers.quantityAt(token)
    return (quantity?.unit === '%' && stepOf(scene, quantity)) || []
  })
  const row = step && scene.rows('measure-verbs').get(step.to > step.from ? 'rise' : 'fall')
  return row && { token: verb, tokens: [verb], row, asObject: false }
}

const isToQuantity = ({ grammar, fillers }: Scene, verb: number): boolean =>
  grammar.obliques(verb, 'to').some((token) => fillers.quantityAt(token) && !fillers.timeAt(token))

/** "Took its duty back down to 8 %", "brought it up": which way, the word after says. */
function movedBy(scene: Scene, verb: number): Doing | undefined {
  const { lemma, lower } = scene.doc.tokens
  // "The cap was lifted to 800": there is more of it, not none.
  const raise = scene.rows('measure-verbs').get('raise')
  if (lemma[verb] === 'lift' && raise && isToQuantity(scene, verb))
    return { token: verb, tokens: [verb], row: raise, asObject: true }
  if (!/^(?:bring|put|take)$/.test(lemma[verb]!)) return undefined
  const way = scene.grammar
    .dependents(verb, 'advmod', 'compound:prt', 'obl')
    .flatMap((one) => [one, ...scene.grammar.dependents(one, 'advmod', 'case', 'compound:prt')])
    .find((one) => one > verb && /^(?:up|down)$/.test(lower[one]!))
  const row = way && scene.rows('measure-verbs').get(lower[way] === 'up' ? 'raise' : 'lower')
  return row ? { token: verb, tokens: [verb], row, asObject: true } : undefined
}

/** "Delayed imposing duties", "stopped applying them": the verb over the gerund is what is done. */
function stoppedBy(scene: Scene, token: number): { token: number; row: Row } | undefined {
  const { doc, grammar } = scene
  const { tag, head, dep } = doc.tokens
  const over = head[token]!
  if (tag[token] !== 'VBG' || dep[token] !== 'xcomp' || over < 0 || !grammar.isVerb(over)) return undefined
  const row = verbRow(scene, over, scene.rows('measure-verbs'))
  return row && /^(?:end|postpone|resume|suspend)$/.test(row.effect ?? '') ? { token: over, row } : undefined
}

/** "Suspended for 90 days the duty", "put on hold the ban": the verb, from which other words hold its object apart. */
function heldApart({ doc, grammar }: Scene, noun: number): number | undefined {
  const { dep, head, lemma, lower, sent } = doc.tokens
  const over = head[noun]!
  if (over < 0 || over > noun) return undefined
  if (
    /^(?:hold|ice)$/.test(lower[over]!) &&
    lower[over - 1] === 'on' &&
    /^(?:place|put)$/.test(lemma[over - 2]!)
  )
    return over - 2
  const raised = steppedBefore({ doc, grammar }, noun)
  if (raised !== undefined) return raised
  // "Suspended for one year the export controls": no preposition, so no circumstance.
  if (dep[noun] === 'obl' && grammar.caseOf(noun) === '' && grammar.isVerb(over)) return over
  const isSpan = dep[noun] === 'appos' && dep[over] === 'obl'
  const span = isSpan
    ? nearby(doc.times, over, 4).find(({ first, last }) => first <= over && over < last)
    : undefined
  const verb = span ? head[over]! : -1
  return verb >= 0 && grammar.isVerb(verb) && sent[verb] === sent[noun] && span!.first - verb <= 2
    ? verb
    : undefined
}

/** "Raised to 50 percent from 25 percent its duties": the verb, where only the step stands between it and what it raises. */
function steppedBefore({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, noun: number): number | undefined {
  const { lower, sent, tag } = doc.tokens
  const owner = grammar.dependents(noun, 'nmod:poss', 'det').find((at) => at < noun)
  if (owner === undefined || grammar.caseOf(noun) !== '') return undefined
  let at = owner
  for (let steps = 0; steps < 2; steps++) {
    const rate = nearby(doc.quantities, at, 4).find(({ last, unit }) => last === at && unit === '%')
    if (!rate || !/^(?:by|from|to)$/.test(lower[rate.first - 1]!)) break
    at = rate.first - 1
  }
  const verb = at - 1
  return at < owner && sent[verb] === sent[noun] && /^VB[DNGPZ]?$/.test(tag[verb]!) ? verb : undefined
}

/** "Slapped increased duties on": a participle right before the measure describes it; the verb over both acts. */
function pastParticiple(scene: Scene, noun: number, head: number): number {
  const { tag, dep, head: heads, lemma } = scene.doc.tokens
  const over = head >= 0 ? heads[head]! : -1
  const describes =
    head === noun - 1 && /^VB[DN]$/.test(tag[head]!) && dep[head] === 'xcomp' && over === head - 1
  return describes && scene.rows('measure-verbs').has(lemma[over]!) ? over : head
}

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
  if (tokens.dep[token] === 'conj') return !isApartFrom(scene, token, head)
  return (
    tokens.dep[token]!.startsWith('nmod') &&
    scene.grammar.caseOf(token) === 'of' &&
    (PART_OF.has(tokens.lower[head]!) || PART_OF.has(tokens.lemma[head]!))
  )
}

/** "A cut in imports and a larger quota": with an article of its own it is joined to the cut, not to what is cut. */
function isApartFrom({ doc, grammar }: Scene, noun: number, first: number): boolean {
  const { dep, head, lower } = doc.tokens
  const hasOwn = (token: number) => grammar.dependents(token, 'det').some((one) => /^an?$/.test(lower[one]!))
  const over = head[first]!
  return dep[first] === 'nmod' && over >= 0 && hasOwn(noun) && !hasOwn(first) && hasOwn(over)
}

const NOUN_LIKE = UPOS.indexOf('ADP')

/** A verb with the verbs joined to it and complementing it ("have been approved to remain"). */
function withComplements(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  const { tokens } = scene.doc
  // "Began, and its report has been put back": what another does is another's.
  const isOwn = (token: number) => grammar.dependents(token, 'nsubj', 'nsubj:pass').length === 0
  const joined = [
    verb,
    ...grammar.dependents(verb, 'conj').filter((one) => grammar.isVerb(one) && isOwn(one)),
  ]
  const verbs = scene.rows('measure-verbs')
  return joined.flatMap((token) => {
    const complements = grammar
      .dependents(token, 'xcomp', 'advcl')
      .filter((one) => grammar.isVerb(one) && (grammar.isInfinitive(one) || goesOn(scene, token, one)))
    // "Widened to cover tin": what is done, not what it then does.
    const own = verbs.get(tokens.lemma[token]!)?.effect ?? ''
    const isStanding = (one: number) => verbs.get(tokens.lemma[one]!)?.effect === 'stand'
    if (/^(?:expand|lower|raise)$/.test(own) && complements.every(isStanding)) return [token]
    // "were approved to remain": what holds is that they remain.
    return complements.some((one) => verbs.has(tokens.lemma[one]!)) ? complements : [token, ...complements]
  })
}

/** "Go on being collected", "keep being renewed". */
const goesOn = ({ doc }: Scene, over: number, verb: number): boolean =>
  /^(?:go|keep|carry)$/.test(doc.tokens.lemma[over]!) && doc.tokens.lower[verb - 1] === 'being'

/** `uses` says how a verb takes a measure: as "object", "subject", "both", or "with" ("hit Peru with duties"). */
export const usable = (row: Row, asObject: boolean) =>
  row.uses === 'both' ||
  row.uses === '' ||
  row.uses === undefined ||
  takes(row, asObject ? 'object' : 'subject')

const takes = (row: Row, how: string): boolean => row.uses?.split('|').includes(how) === true
