// In: a scene. Out: every word of it that may tell of an act, with type, root and where its sides stand.
import { UPOS } from '../../language/doc.ts'
import { particleOf } from '../phrasal.ts'
import type { Scene } from '../scene.ts'
import { type ActType, type ActWords, actWords, entryOf, type NounWord, type VerbWord } from './act-words.ts'
import { actorsAt, canAct, somebodyAt } from './actors.ts'
import { HOSTILE } from './plover-root.ts'

/** A word that may tell of an act. */
export interface Candidate extends ActType {
  readonly trigger: number
  /** Nouns that the trigger carries, stops or rejects: no acts of their own. */
  readonly carried: readonly number[]
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  /** Heads of what it is about. */
  readonly objects: readonly number[]
  /** What it bears on where nobody is told: "imposed a curfew in three towns". */
  readonly ends: readonly number[]
  /** The clause it governs ("agreed to reopen its ports"): −1 where none. */
  readonly clause: number
  /** Told by a word that needs whom it is done to, or what for ("offered to help"). */
  readonly asksWhom: boolean
}

const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')
/** Nouns that stand before what they count or wrap: "a series of attacks", "a round of talks". */
const WRAPPERS: ReadonlySet<string> = new Set([
  'series',
  'round',
  'wave',
  'number',
  'kind',
  'set',
  'spate',
  'string',
  'campaign',
  'act',
  'state',
  'part',
  'lot',
  'some',
  'end',
  'package',
  'form',
  'declaration',
])
const SIDES = [
  'with',
  'against',
  'to',
  'on',
  'at',
  'toward',
  'towards',
  'over',
  'into',
  'upon',
  'from',
  'for',
  'between',
  'in',
  'by',
] as const

/** All candidates of a report in order of their words. */
export function candidatesOf(scene: Scene, from = 0, to = scene.doc.tokens.count): Candidate[] {
  const words = actWords(scene.lexicon)
  const found: Candidate[] = []
  for (let token = from; token < to; token++) {
    const one = scene.grammar.isVerb(token) ? verbAt(scene, words, token) : undefined
    if (one) found.push(one)
  }
  const taken = new Set(found.flatMap((one) => [one.trigger, ...one.carried]))
  for (let token = from; token < to; token++) {
    if (taken.has(token) || scene.grammar.isVerb(token)) continue
    const one = nounAt(scene, words, token, taken)
    if (one) found.push(one)
  }
  return found.sort((a, b) => a.trigger - b.trigger)
}

/** Who acts; of attacks also what a party has ("Peruvian shelling killed"). */
const doersAt = (scene: Scene, token: number, plover: string): number[] =>
  plover === 'ASSAULT' ? actorsAt(scene, token) : actorsAt(scene, token).filter((one) => canAct(scene, one))

const isPerson = ({ fillers }: Scene, token: number): boolean =>
  fillers.nameAt(token)?.type === 'person' ||
  fillers.parties(token).some(({ id }) => id.startsWith('person:'))

const FIRST: ReadonlySet<string> = new Set(['i', 'we'])
/** What somebody issues and what speaks for him. */
const SAID: ReadonlySet<string> = new Set(
  'statement letter tweet post message proclamation order decree declaration notice note memo memorandum directive ruling petition communique report'.split(
    ' ',
  ),
)

/** Who stands behind a subject: of a statement who issued it; of an unresolved "it" behind a verb of saying who says it. */
function speakersFor(scene: Scene, verb: number, subjects: readonly number[]): readonly number[] {
  const { grammar, doc, fillers } = scene
  const [noun] = subjects
  if (noun !== undefined && doc.tokens.head[verb] === noun && !canAct(scene, noun)) {
    const issuer = doc.tokens.dep[noun] === 'obj' ? doc.tokens.head[noun]! : -1
    if (issuer >= 0 && SAID.has(doc.tokens.lemma[noun]!)) return grammar.subjects(issuer)
  }
  // "Everybody wants", "no one has" mean nobody told of.
  const open = subjects.some((one) => doc.tokens.tag[one] === 'PRP' && fillers.parties(one).length === 0)
  if (!open || subjects.length > 1) return subjects
  // In somebody's own words "he" and "it" are others.
  const own = scene.attributions(verb)[0]?.form === 'direct'
  // "Berg said it has cost jobs": no person is "it".
  const it = subjects.every((one) => doc.tokens.lower[one] === 'it')
  if (own && subjects.some((one) => !FIRST.has(doc.tokens.lower[one]!))) return subjects
  for (let at = verb, steps = 0; steps < 4; steps++) {
    const above = doc.tokens.head[at]!
    if (above < 0) return subjects
    if (doc.tokens.dep[at] === 'ccomp')
      return scene.rows('speech-verbs').has(doc.tokens.lemma[above]!)
        ? grammar.subjects(above).filter((one) => !(it && isPerson(scene, one)))
        : subjects
    at = above
  }
  return subjects
}

function verbAt(scene: Scene, words: ActWords, verb: number): Candidate | undefined {
  const { grammar, doc } = scene
  const rows = words.verbs.get(doc.tokens.lemma[verb]!)
  // "a suspected militant": a quality, no act
  if (!rows || doc.tokens.dep[verb] === 'amod' || doc.tokens.dep[verb] === 'compound') return undefined
  const objects = grammar
    .objects(verb)
    .flatMap((token) => grammar.conjuncts(token))
    .filter((token) => !grammar.isVerb(token))
  // "contradicted himself", "taxing ourselves": done to nobody else
  if (objects.some((token) => /sel(?:f|ves)$/.test(doc.tokens.lower[token]!))) return undefined
  const particle = particleOf(scene, verb)
  for (const row of rows) {
    // "Called off a strike": nobody called one; "held up the signed deal": it was not held.
    if (particle !== undefined && row.particle === '') continue
    const held = behind(scene, verb, row.particle)
    if (!held) continue
    const nouns = row.particle === '' ? objects : [...held, ...objects]
    const asked = [...nouns, ...grammar.dependents(verb, 'xcomp')]
    if (row.objects.size > 0 && !asked.some((token) => isOne(scene, token, row.objects))) continue
    if (row.does === 'nothing') return undefined
    if (row.does === 'object' && objects.length === 0) continue
    if (row.does === 'person' && !isOfSomebody(scene, verb, objects)) continue
    const said = resolve(scene, words, row, nouns)
    if (!said) continue
    const clause = clauseOf(scene, verb)
    const meant = vowed(scene, words, said, nouns, clause)
    const actors = speakersFor(scene, verb, grammar.subjects(verb)).flatMap((token) =>
      doersAt(scene, token, meant.plover),
    )
    const about = [...objects, ...held.filter((token) => !objects.includes(token))]
    const recipients = recipientsOf(scene, words, meant, verb, about, clause, actors)
    // "Promised to cap prices": at home nobody is threatened.
    const threatens = recipients.some((token) => scene.fillers.partyNamed(token).length > 0)
    const what = !threatens && PROMISES.has(doc.tokens.lemma[verb]!) ? said : meant
    return {
      type: what.type,
      plover: what.plover,
      trigger: verb,
      carried: about.flatMap((token) => [token, ...insideOf(scene, token)]),
      actors,
      recipients,
      ends:
        recipients.length > 0
          ? []
          : [
              ...WHERETO.flatMap((word) => grammar.obliques(verb, word)),
              ...under(scene, verb).slice(0, 1),
            ].filter(
              (token, at, all) =>
                all.indexOf(token) === at && !about.includes(token) && !scene.fillers.timeAt(token),
            ),
      objects: about.filter((token) => doc.tokens.pos[token] !== PRON),
      clause,
      asksWhom: row.does === 'whom',
    }
  }
  return undefined
}

/** One object, a person or party by name or office, that is called nothing. */
const isOfSomebody = (scene: Scene, verb: number, objects: readonly number[]): boolean =>
  objects.some((token) => canAct(scene, token)) &&
  scene.grammar.dependents(verb, 'obj').length === 1 &&
  !isCalled(scene, objects) &&
  scene.grammar.dependents(verb, 'xcomp').every((token) => scene.grammar.dependents(token, 'mark').length > 0)

/** Particles that are prepositions too. */
const ADVERBS: ReadonlySet<string> = new Set(['in', 'over', 'up', 'off', 'down', 'out'])

/** "called Holm "weak"": what he is called stands right behind him. */
const isCalled = ({ doc }: Scene, objects: readonly number[]): boolean => {
  const next = Math.max(...objects) + 1
  return /^["“]$/.test(doc.tokens.form[next] ?? '') || /^(?:JJ|DT)$/.test(doc.tokens.tag[next] ?? '')
}

/** The nominals behind a verb's particle; [] where the particle stands alone, undefined where it is not there. */
function behind(scene: Scene, verb: number, particle: string): number[] | undefined {
  if (particle === '') return []
  const { tokens } = scene.doc
  const parts = particle.split(' ')
  const last = parts.length - 1
  const preposition = parts[last]!
  if (last > 0) {
    const first = scene.grammar
      .children(verb)
      .some((child) => tokens.lower[child] === parts[0] && !/^(obj|nsubj|obl)/.test(tokens.dep[child]!))
    const beside = parts.every((part, n) => tokens.lower[verb + 1 + n] === part)
    if (!first && !beside) return undefined
  }
  // "Gave him a dinner in Oslo": nobody gave in.
  const far = tokens.lower[verb + 1] !== preposition && scene.grammar.objects(verb).length > 0
  const parted = () =>
    scene.grammar.dependents(verb, 'compound:prt').some((child) => tokens.lower[child] === preposition)
  if (last === 0 && far && ADVERBS.has(preposition) && !parted()) return undefined
  const all = scene.grammar.obliques(verb, preposition)
  const held = all.filter((token) => !scene.fillers.timeAt(token))
  // "called the president on Monday" calls on nobody.
  if (all.length > 0 && held.length === 0) return undefined
  if (held.length > 0) return held.flatMap((token) => scene.grammar.conjuncts(token))
  const alone =
    tokens.lower[verb + 1] === parts[0] ||
    scene.grammar.dependents(verb, 'compound:prt', 'advmod').some((child) => tokens.lower[child] === parts[0])
  return alone && (last === 0 || tokens.lower[verb + 2] === preposition) ? [] : undefined
}

/** What a row says of these objects; undefined where it has nothing to say of them. */
function resolve(
  scene: Scene,
  words: ActWords,
  row: VerbWord,
  objects: readonly number[],
): ActType | undefined {
  if (row.does === '' || row.does === 'object' || row.does === 'person' || row.does === 'whom')
    return row.plover === '' ? undefined : row
  for (const token of objects) {
    const noun = nounOf(scene, words, token)
    const what = noun && (row.does === 'stops' ? stopped(noun.word) : carriedBy(scene, words, noun))
    if (what) return what
  }
  return undefined
}

const PROMISES: ReadonlySet<string> = new Set(['promise', 'pledge'])

/** To vow what is hostile is a threat: "vowed to close the ports", "promised new duties". */
function vowed(
  scene: Scene,
  words: ActWords,
  what: ActType,
  objects: readonly number[],
  clause: number,
): ActType {
  if (what.type !== 'agree: vow') return what
  const below = clause < 0 ? undefined : verbAt(scene, words, clause)?.plover
  const hostile =
    (below !== undefined && HOSTILE.has(below)) ||
    objects.some((token) => HOSTILE.has(nounOf(scene, words, token)?.word.plover ?? ''))
  return hostile ? { type: 'threaten', plover: 'THREATEN' } : what
}

interface FoundNoun {
  readonly token: number
  readonly word: NounWord
}

/** The act noun at a token, with its modifier first ("hunger strike"), behind wrappers ("a series of attacks"). */
function nounOf(scene: Scene, words: ActWords, token: number, depth = 0): FoundNoun | undefined {
  const { tokens } = scene.doc
  const lemma = tokens.lemma[token]!
  const before = scene.grammar.dependents(token, 'compound', 'amod')
  for (const one of before) {
    const word = entryOf(words.nouns, `${tokens.lemma[one]!} ${lemma}`)
    if (word) return { token, word }
  }
  const inside = depth < 3 ? scene.grammar.obliques(token, 'of') : []
  if (WRAPPERS.has(lemma))
    for (const one of inside) {
      const found = nounOf(scene, words, one, depth + 1)
      if (found) return found
    }
  const word = entryOf(words.nouns, lemma)
  if (word) return { token, word }
  // "aid deliveries", "sanctions regime": the first noun names it; not so of "an opposition paper".
  if (canAct(scene, token)) return undefined
  for (const one of before) {
    const named = tokens.pos[one] === NOUN ? words.nouns.get(tokens.lemma[one]!) : undefined
    if (named) return { token: one, word: named }
  }
  return undefined
}

/** What carrying a noun says: what the noun names, or the reverse of what it stops. */
function carriedBy(scene: Scene, words: ActWords, { token, word }: FoundNoun): ActType | undefined {
  if (word.does !== 'stops') return word.plover === '' ? undefined : word
  for (const word of ['of', 'to', 'in'])
    for (const one of scene.grammar.obliques(token, word)) {
      const inner = nounOf(scene, words, one)
      const what = inner && stopped(inner.word)
      if (what) return what
    }
  return undefined
}

/** To stop what is hostile is to yield, to stop what is friendly reduces relations. */
const stopped = (word: NounWord): ActType | undefined =>
  word.sense === 'hostile'
    ? { type: 'yield: ease', plover: 'YIELD' }
    : word.sense === 'friendly'
      ? { type: 'sanction', plover: 'SANCTION' }
      : undefined

const isOne = (scene: Scene, token: number, lemmas: ReadonlySet<string>): boolean => {
  if (lemmas.has('money') && /^[A-Z]{3}$/.test(scene.fillers.quantityAt(token)?.unit ?? '')) return true
  const lemma = scene.doc.tokens.lemma[token]!
  if (lemmas.has(lemma) || (lemma.endsWith('s') && lemmas.has(lemma.slice(0, -1)))) return true
  if (scene.grammar.dependents(token, 'compound').some((one) => lemmas.has(scene.doc.tokens.lemma[one]!)))
    return true
  return (
    WRAPPERS.has(scene.doc.tokens.lemma[token]!) &&
    scene.grammar.obliques(token, 'of').some((one) => lemmas.has(scene.doc.tokens.lemma[one]!))
  )
}

/** The infinitive or "that" clause that a verb governs. */
function clauseOf(scene: Scene, verb: number): number {
  const [clause] = scene.grammar
    .dependents(verb, 'xcomp', 'ccomp')
    .filter((token) => scene.grammar.isVerb(token))
  return clause ?? -1
}

/** Act nouns inside a nominal: "the suspension of aid", "calls for a truce". */
function insideOf(scene: Scene, token: number, depth = 0): number[] {
  if (depth > 3) return []
  return ['of', 'for', 'to', 'on'].flatMap((word) =>
    scene.grammar.obliques(token, word).flatMap((one) => [one, ...insideOf(scene, one, depth + 1)]),
  )
}

/** What moves to or from somebody: the thing sent is no recipient where a side is told ("withdrew observers from"). */
const MOVES: ReadonlySet<string> = new Set(['AID', 'SANCTION', 'MOBILIZE', 'YIELD', 'SUPPORT'])
const WHERETO = ['to', 'from', 'into', 'for', 'in', 'on', 'against'] as const

/** Who it is done to: the object that is somebody; else who stands behind a preposition, owns the object or acts in the clause. */
function recipientsOf(
  scene: Scene,
  words: ActWords,
  what: ActType,
  verb: number,
  objects: readonly number[],
  clause: number,
  actors: readonly number[],
): number[] {
  const { grammar } = scene
  const others = (tokens: readonly number[]) =>
    [...new Set(tokens.flatMap((token) => somebodyAt(scene, token)))].filter(
      (token) => !actors.includes(token) && !(scene.doc.tokens.pos[token] === PRON && isOwner(scene, token)),
    )
  const given = grammar.dependents(verb, 'iobj')
  const met = others(
    what.plover === 'CONSULT' ? [verb, ...objects].flatMap((one) => grammar.obliques(one, 'with')) : [],
  )
  if (met.length > 0) return met
  // What is discussed or negotiated is a topic, whoever it names.
  if (what.plover === 'CONSULT')
    return others(
      DIRECT.has(what.type)
        ? [...given, ...objects]
        : objects.filter((token) => grammar.caseOf(token) !== ''),
    )
  const asks = what.plover === 'REQUEST'
  const direct = others([
    ...given,
    ...objects.filter(
      (token) =>
        !isThing(scene, words, token) &&
        !isTakenOut(scene, verb, token) &&
        // "called for Peru to be heard" asks nobody named.
        !(asks && grammar.caseOf(token) === 'for'),
    ),
  ])
  if (direct.length > 0 && MOVES.has(what.plover) && direct.every((token) => !scene.fillers.nameAt(token))) {
    const sides = others(
      WHERETO.flatMap((word) => [verb, ...objects].flatMap((token) => grammar.obliques(token, word))),
    ).filter(
      (token) => scene.fillers.nameAt(token) !== undefined || scene.fillers.partyNamed(token).length > 0,
    )
    if (sides.length > 0) return [...direct, ...sides]
  }
  if (direct.length > 0) return direct
  // "praised the deal with Peru", "opposed the pier in Peru": whom a judged thing has to do with is not judged.
  const judged = JUDGES.has(what.plover)
  const holders = objects.filter((token) => {
    const noun = judged || asks ? nounOf(scene, words, token) : undefined
    return judged ? noun !== undefined : !asks || noun?.word.plover === 'REQUEST'
  })
  const from = (tokens: readonly number[], reach: readonly string[]) =>
    reach.flatMap((word) => tokens.flatMap((token) => grammar.obliques(token, word)))
  const reach = what.type === 'support: sign' ? ['with', 'between'] : (REACH[what.plover] ?? SIDES)
  const beside = others([
    ...from([verb], reach),
    ...from(holders, judged && what.type !== 'support: sign' ? [...reach, 'for', 'on'] : reach),
  ])
  if (beside.length > 0) return beside
  const owners = others(
    objects.flatMap((token) => [
      ...(asks ? [] : [...grammar.obliques(token, 'of'), ...grammar.obliques(token, 'by')]),
      ...grammar
        .dependents(token, 'nmod:poss', 'compound', 'amod')
        // "the Peruvian decision" is Peru's; "the Peru trade deficit" nobody's
        .filter(
          (one) => named(scene, one) && (scene.doc.tokens.dep[one] === 'nmod:poss' || one === token - 1),
        ),
    ]),
  )
  if (owners.length > 0) return owners
  if (clause >= 0 && !(judged && objects.length > 0) && (asks || isInfinitive(scene, clause))) {
    const doers = grammar.isPassive(clause) ? [] : others(grammar.subjects(clause))
    if (doers.length > 0 || asks) return doers
    const below = grammar.objects(clause).flatMap((token) => grammar.conjuncts(token))
    return recipientsOf(scene, words, what, clause, below, nextClause(scene, clause), actors)
  }
  return []
}

/** Behind which words of a verb somebody stands whom it is done to; of other roots behind any of {@link SIDES}. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  ACCUSE: ['against', 'at', 'on', 'upon', 'toward', 'towards'],
  SUPPORT: ['with', 'to', 'toward', 'towards'],
  REJECT: ['with', 'to', 'against', 'from'],
  REQUEST: ['on', 'upon', 'to', 'with', 'from', 'of'],
  THREATEN: ['against', 'to', 'at', 'with', 'toward', 'towards'],
}

/** "withdrew Peru from the pact": who is taken out is moved, nothing is done to him. */
const TAKES_OUT: ReadonlySet<string> = new Set(['withdraw', 'pull', 'remove', 'take', 'recall', 'extract'])
const isTakenOut = ({ doc, grammar }: Scene, verb: number, token: number): boolean =>
  TAKES_OUT.has(doc.tokens.lemma[verb]!) &&
  token > verb &&
  grammar.caseOf(token) === '' &&
  [verb, token].some((one) =>
    ['from', 'out of', 'of', 'out'].some((word) => grammar.obliques(one, word).length > 0),
  )

/** Roots that judge a thing: its owner may be meant, whom else it names is not. */
const JUDGES: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT'])

/** "its", "their": whose something is, mostly the doer's own. */
const isOwner = (scene: Scene, token: number): boolean => scene.doc.tokens.dep[token] === 'nmod:poss'

const DIRECT: ReadonlySet<string> = new Set(['consult: meet', 'consult: visit', 'consult: call'])

/** An object that names an act or wraps one is nobody: "the state of siege". */
const isThing = (scene: Scene, words: ActWords, token: number): boolean => {
  const lemma = scene.doc.tokens.lemma[token]!
  return !scene.fillers.nameAt(token) && (words.nouns.has(lemma) || WRAPPERS.has(lemma))
}

const UNDER: ReadonlySet<string> = new Set([...SIDES, 'of'])

/** Nominals behind a preposition anywhere in the clause, first in the text first; other clauses are left out. */
function under(scene: Scene, token: number, depth = 0): number[] {
  if (depth > 5) return []
  const { grammar, doc } = scene
  return grammar.children(token).flatMap((child) => {
    const relation = doc.tokens.dep[child]!
    const purpose =
      /^(acl|advcl)$/.test(relation) &&
      grammar.dependents(child, 'mark').some((mark) => doc.tokens.lower[mark] === 'to')
    if (!purpose && !/^(obj|obl|nmod)/.test(relation)) return []
    const here = /^(obl|nmod)/.test(relation) && UNDER.has(grammar.caseOf(child))
    const inside = under(scene, child, depth + 1)
    const owners = grammar.dependents(child, 'nmod:poss').filter((one) => named(scene, one))
    return here ? [child, ...owners, ...inside] : inside
  })
}

const isInfinitive = (scene: Scene, clause: number): boolean =>
  scene.grammar.dependents(clause, 'mark').some((mark) => scene.doc.tokens.lower[mark] === 'to')

const nextClause = (scene: Scene, clause: number): number => {
  const next = clauseOf(scene, clause)
  return next > clause ? next : -1
}

const named = (scene: Scene, token: number): boolean => scene.fillers.partyNamed(token).length > 0

/** An act told by a noun alone: "Peru's withdrawal from the pact", "an attack by X on Y". */
function nounAt(
  scene: Scene,
  words: ActWords,
  token: number,
  taken: ReadonlySet<number>,
): Candidate | undefined {
  const { grammar } = scene
  const noun = nounOf(scene, words, token)
  if (!noun || noun.token !== token || !noun.word.alone) return undefined
  if (grammar.dependents(token, 'cop').length === 0 && taken.has(scene.doc.tokens.head[token]!))
    return undefined
  const what = carriedBy(scene, words, noun)
  if (!what) return undefined
  const agents = [
    ...grammar.obliques(token, 'by'),
    ...grammar.dependents(token, 'nmod:poss'),
    ...(grammar.dependents(token, 'cop').length > 0 ? grammar.dependents(token, 'nsubj') : []),
  ]
  const owners = agents.length > 0 ? agents : grammar.dependents(token, 'compound', 'amod')
  const actors = owners
    .flatMap((one) => actorsAt(scene, one))
    .filter((one) => agents.length > 0 || named(scene, one))
  const between = grammar.obliques(token, 'between').flatMap((one) => actorsAt(scene, one))
  const ends = (word: string) => [...grammar.obliques(token, word), ...astray(scene, token, word, actors)]
  const recipients = [...SIDES, 'of']
    .filter((word) => word !== 'by' && word !== 'between')
    .flatMap(ends)
    .flatMap((one) => somebodyAt(scene, one))
    .filter((one) => !actors.includes(one))
  return {
    ...what,
    trigger: token,
    carried: [],
    actors: between.length > 1 ? between : actors,
    recipients,
    ends: [],
    objects: recipients.length > 0 ? [] : ['of', 'on', 'from'].flatMap(ends).slice(0, 1),
    clause: -1,
    asksWhom: false,
  }
}

/** What belongs to the noun and was hung on its doer ("the attack by X on Y") or on the verb right before its preposition. */
function astray(scene: Scene, noun: number, word: string, actors: readonly number[]): number[] {
  const { grammar, doc } = scene
  const head = doc.tokens.head[noun]!
  const next = (one: number) => grammar.dependents(one, 'case').some((mark) => mark === noun + 1)
  return [
    ...(word === 'on' || word === 'against' ? actors.flatMap((one) => grammar.obliques(one, word)) : []),
    ...(head < 0 ? [] : grammar.obliques(head, word).filter((one) => one !== noun && next(one))),
  ]
}
