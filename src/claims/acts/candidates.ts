// In: a scene. Out: every word of it that may tell of an act, with type, root and where its sides stand.
import { UPOS } from '../../language/doc.ts'
import { particleOf } from '../sentence/phrasal.ts'
import type { Scene } from '../sentence/scene.ts'
import { type ActType, type ActWords, actWords, type VerbWord } from './act-words.ts'
import { actorsAt, canAct, somebodyAt } from './actors.ts'
import { carriedBy, nounOf, stopped } from './carried.ts'
import { fitsFrame, isPerson } from './frames.ts'
import { HOSTILE } from './plover-root.ts'
import { clauseOf, MOVES, named, recipientsOf, SIDES, under, WHERETO } from './recipients.ts'

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

const PRON = UPOS.indexOf('PRON')

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

/** "Farmers said it would cost jobs": no "it" are several. */
const isSeveral = ({ doc, fillers }: Scene, token: number): boolean =>
  doc.tokens.tag[token]!.endsWith('S') && fillers.nameAt(token)?.type !== 'government'

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
        ? grammar.subjects(above).filter((one) => !(it && (isPerson(scene, one) || isSeveral(scene, one))))
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
  if (isOnlyUndergone(scene, verb, objects)) return undefined
  // "contradicted himself", "taxing ourselves": done to nobody else
  if (objects.some((token) => /sel(?:f|ves)$/.test(doc.tokens.lower[token]!))) return undefined
  const particle = particleOf(scene, verb)
  for (const row of rows) {
    // "Called off a strike": nobody called one; "held up the signed deal": it was not held.
    if (particle !== undefined && row.particle === '') continue
    // "Called the push for a bill premature": nothing was called for.
    if (row.particle === 'for' && doc.tokens.lemma[verb] === 'call' && objects.length > 0) continue
    const held = behind(scene, verb, row.particle)
    if (!held) continue
    const nouns = row.particle === '' ? objects : [...held, ...objects]
    const asked = [...nouns, ...grammar.dependents(verb, 'xcomp', 'advmod')]
    if (row.objects.size > 0 && !fitsFrame(scene, verb, asked, row.objects)) continue
    if (row.does === 'nothing') return undefined
    if ((row.does === 'object' || row.does === 'given') && objects.length === 0) continue
    if (row.does === 'person' && !isOfSomebody(scene, verb, objects)) continue
    const said = resolve(scene, words, row, nouns)
    if (!said) continue
    if (row.does === 'undergoes') return undergone(scene, said, verb, objects)
    const clause = clauseOf(scene, verb)
    const meant = vowed(scene, words, said, nouns, clause)
    const subjects = [...grammar.subjects(verb), ...doersOfNoun(scene, words, verb)]
    const doers = [...speakersFor(scene, verb, subjects), ...companionsOf(scene, verb)]
    const actors = doers.flatMap((token) => doersAt(scene, token, meant.plover))
    const about = [...objects, ...held.filter((token) => !objects.includes(token))]
    const judged =
      JUDGED.has(said.plover) && !MADE.test(said.type)
        ? judgedBy(
            scene,
            about.filter((token) => nounOf(scene, words, token)?.word.plover === said.plover),
          )
        : []
    // "Repeated Peru's concern": whose a carried word is says it too.
    const holds = (token: number) =>
      row.does === 'carries' &&
      doc.tokens.dep[token] === 'nmod:poss' &&
      objects.includes(doc.tokens.head[token]!)
    const recipients = recipientsOf(scene, words, meant, verb, about, clause, actors).filter(
      (token) => !holds(token),
    )
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
      objects: (judged.length > 0 ? judged : about).filter(
        (token) => doc.tokens.pos[token] !== PRON && !grammar.isVerb(token),
      ),
      clause: judged.find((token) => grammar.isVerb(token)) ?? clause,
      // What stops something friendly is done to somebody; "halted its training programme" is one's own affair.
      asksWhom: NEEDS_WHOM.has(row.does) || (row.does === 'stops' && said.plover === 'SANCTION'),
    }
  }
  return undefined
}

/** "Drew criticism from Peru", "received an apology from it": done by whom it comes from, to the subject. */
function undergone(
  scene: Scene,
  said: ActType,
  verb: number,
  objects: readonly number[],
): Candidate | undefined {
  const { grammar } = scene
  const from = ['from', 'by'].flatMap((word) =>
    [verb, ...objects].flatMap((one) => grammar.obliques(one, word)),
  )
  const actors = from.flatMap((token) => actorsAt(scene, token))
  const recipients = grammar.subjects(verb).flatMap((token) => somebodyAt(scene, token))
  if (actors.length === 0 || recipients.length === 0) return undefined
  const about = { carried: objects, objects, ends: [], clause: -1, asksWhom: false }
  return { type: said.type, plover: said.plover, trigger: verb, actors, recipients, ...about }
}

/** "Killed in the Peruvian-led attack", "in an attack by Peru": a passive without its doer has that of the attack. */
function doersOfNoun(scene: Scene, words: ActWords, verb: number): number[] {
  const { grammar } = scene
  if (!grammar.isPassive(verb) || grammar.subjects(verb).length > 0) return []
  return ['in', 'during']
    .flatMap((word) => grammar.obliques(verb, word))
    .filter((noun) => nounOf(scene, words, noun)?.word.plover === 'ASSAULT')
    .flatMap((noun) => {
      const led = leadersOf(scene, noun)
      return led.length > 0 ? led : (nounAt(scene, words, noun, new Set())?.actors ?? [])
    })
    .slice(0, 1)
}

/** "The Peruvian-led attack". */
const leadersOf = ({ grammar, doc }: Scene, noun: number): number[] =>
  grammar
    .dependents(noun, 'amod')
    .filter((one) => doc.tokens.lower[one] === 'led' && doc.tokens.tag[one - 1] === 'HYPH')
    .map((one) => one - 2)

/**
 * "Asked about the levy, the minister said", "Norway hit with a duty": a participle that opens the sentence, or a verb of
 * a heading that looks like a past tense, tells what is done to its subject.
 */
function isOnlyUndergone({ grammar, doc }: Scene, verb: number, objects: readonly number[]): boolean {
  const { tag, dep, sent, lemma } = doc.tokens
  const opens = doc.sents[sent[verb]!]!.first === verb && /^VB[DN]$/.test(tag[verb]!) && dep[verb] === 'advcl'
  const hit = lemma[verb] === 'hit' && objects.length === 0 && grammar.obliques(verb, 'with').length > 0
  return hit || (opens && grammar.dependents(verb, 'nsubj').length === 0)
}

const BESIDE: ReadonlySet<string> = new Set(['together', 'along', 'jointly', 'alongside'])

/** "Norway, together with Peru, brokered the truce": who does it beside the subject. */
const companionsOf = ({ grammar, doc }: Scene, verb: number): number[] => [
  ...grammar.obliques(verb, 'alongside'),
  ...grammar
    .obliques(verb, 'with')
    .filter((token) =>
      grammar.dependents(token, 'case').some((mark) => BESIDE.has(doc.tokens.lower[mark - 1] ?? '')),
    ),
]

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
  if (!NAMED_BY_OBJECT.has(row.does)) return row.plover === '' ? undefined : row
  for (const token of objects) {
    const noun = nounOf(scene, words, token)
    const what = noun && (row.does === 'stops' ? stopped(noun.word) : carriedBy(scene, words, noun))
    if (what) return what
  }
  return undefined
}

/** Roots of which the object is what is judged, not the noun that judges it. */
const JUDGED: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE'])

/** What is signed or reached is itself the object. */
const MADE = /^support: (?:agree|ratify|sign)$/

/** "Announced its opposition to the quotas", "voiced support for ending the strike": what is opposed or backed. */
const judgedBy = ({ grammar }: Scene, nouns: readonly number[]): number[] =>
  nouns
    .flatMap((noun) =>
      ['to', 'for', 'of', 'on', 'against', 'about', 'over'].flatMap((word) =>
        grammar
          .obliques(noun, word)
          .concat(
            grammar
              .dependents(noun, 'acl')
              .filter((one) =>
                grammar.dependents(one, 'mark').some((mark) => grammar.doc.tokens.lower[mark] === word),
              ),
          )
          .filter((one) => !grammar.isVerb(one) || grammar.doc.tokens.tag[one] === 'VBG'),
      ),
    )
    .slice(0, 1)

const NAMED_BY_OBJECT: ReadonlySet<string> = new Set(['carries', 'stops', 'undergoes'])
const NEEDS_WHOM: ReadonlySet<string> = new Set(['whom', 'given'])
const PROMISES: ReadonlySet<string> = new Set(['promise', 'pledge'])
const AGAINST: ReadonlySet<string> = new Set([...HOSTILE, 'REJECT'])

/** To vow what is hostile or what another wants not is a threat: "vowed to close the ports", "promised new duties". */
function vowed(
  scene: Scene,
  words: ActWords,
  what: ActType,
  objects: readonly number[],
  clause: number,
): ActType {
  if (what.type !== 'agree: vow') return what
  const below = clause < 0 ? undefined : verbAt(scene, words, clause)
  const hostile =
    (below !== undefined && AGAINST.has(below.plover)) ||
    objects.some((token) => HOSTILE.has(nounOf(scene, words, token)?.word.plover ?? ''))
  return hostile ? { type: 'threaten', plover: 'THREATEN' } : what
}

/** Act nouns inside a nominal: "the suspension of aid", "calls for a truce". */
function insideOf(scene: Scene, token: number, depth = 0): number[] {
  if (depth > 3) return []
  return ['of', 'for', 'to', 'on'].flatMap((word) =>
    scene.grammar.obliques(token, word).flatMap((one) => [one, ...insideOf(scene, one, depth + 1)]),
  )
}

/** An act told by a noun alone: "Peru's withdrawal from the pact", "an attack by X on Y". */
function nounAt(
  scene: Scene,
  words: ActWords,
  token: number,
  taken: ReadonlySet<number>,
): Candidate | undefined {
  const { grammar } = scene
  const noun = nounOf(scene, words, token)
  if (!noun || noun.token !== token || !noun.word.alone || isStanding(scene, token)) return undefined
  if (grammar.dependents(token, 'cop').length === 0 && taken.has(scene.doc.tokens.head[token]!))
    return undefined
  const what = carriedBy(scene, words, noun)
  if (!what) return undefined
  const agents = [
    ...grammar.obliques(token, 'by'),
    // "His aide's support" is the aide's.
    ...grammar.dependents(token, 'nmod:poss').slice(-1),
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
    // "Its withdrawal of ten envoys": who is moved is no side.
    .filter((one) => !MOVES.has(what.plover) || scene.grammar.caseOf(one) !== 'of' || named(scene, one))
  return {
    ...what,
    trigger: token,
    carried: [],
    actors: between.length > 1 ? between : actors,
    recipients,
    ends: [],
    objects:
      recipients.length > 0
        ? []
        : ['of', 'on', 'from']
            .flatMap(ends)
            .filter((one) => !scene.fillers.timeAt(one))
            .slice(0, 1),
    clause: -1,
    asksWhom: false,
  }
}

/** "Its ban on cod": a measure told of before, which measures tell; nothing done here. */
const isStanding = ({ doc, grammar, rows }: Scene, noun: number): boolean =>
  rows('measure-nouns').has(doc.tokens.lemma[noun]!) &&
  grammar.dependents(noun, 'nmod:poss').some((one) => doc.tokens.tag[one] === 'PRP$')

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
