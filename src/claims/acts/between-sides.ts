// In: a candidate. Out: whether it tells an act between sides, not what somebody does with his own, sees coming or says.
import { UPOS } from '../../language/doc.ts'
import { OPPOSITE } from '../sentence/parties.ts'
import type { Scene } from '../sentence/scene.ts'
import { actWords, entryOf } from './act-words.ts'
import { canAct, refsAt } from './actors.ts'
import type { Candidate } from './candidates.ts'

const PRON = UPOS.indexOf('PRON')
/** What one does to one's own is done to nobody else: "defended his record", "repeated its pledge". */
const OWN_CONCERN: ReadonlySet<string> = new Set(['SUPPORT', 'AGREE', 'ACCUSE', 'THREATEN', 'REQUEST'])
/** "offers no details": nothing friendly was done, and nothing refused. */
const FRIENDLY: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT', 'COOPERATE'])
/** Warning is threatening only with what the one who warns will do. */
const WARNS: ReadonlySet<string> = new Set(['warn', 'caution', 'alert'])

const PERSUADES: ReadonlySet<string> = new Set(['persuade', 'convince', 'get', 'talk'])

/** `at` gives the candidate of a trigger. */
export function isBetweenSides(scene: Scene, one: Candidate, at: ReadonlyMap<number, Candidate>): boolean {
  const lemma = scene.doc.tokens.lemma[one.trigger]!
  if (one.recipients.length === 0 && refsAt(scene, one.actors).length < 2) {
    if (one.plover === 'REQUEST') return false
    if (one.plover === 'ASSAULT' && !namesSide(scene, one)) return false
    if (one.asksWhom && !scene.grammar.isInfinitive(one.clause) && !namesSide(scene, one)) return false
    if (one.plover === 'CONSULT' && !one.objects.some((token) => meets(scene, token))) return false
    if (FRIENDLY.has(one.plover) && one.objects.some((token) => isNone(scene, token))) return false
  }
  const own = (token: number) =>
    isOwn(scene, token, one.actors) && !OPPOSITE.has(scene.doc.tokens.lemma[token]!)
  const towards = one.recipients.length > 0 ? one.recipients : one.objects
  if (OWN_CONCERN.has(one.plover) && towards.length > 0 && towards.every(own)) return false
  if (WARNS.has(lemma)) return one.recipients.length > 0 || warnsOfItself(scene, one)
  if (lemma === 'insist') return one.clause < 0 || isWanted(scene, one.clause)
  // "sought to calm the markets" asks nobody; "sought to persuade Peru" does.
  if (lemma === 'seek' && scene.grammar.isInfinitive(one.clause))
    return PERSUADES.has(scene.doc.tokens.lemma[one.clause]!) || at.get(one.clause)?.plover === 'REQUEST'
  return true
}

/** Another side or a place named within what it is about: "attacked positions in Peru". */
function namesSide(scene: Scene, { objects, ends, actors }: Candidate): boolean {
  const own = new Set(refsAt(scene, actors).map(({ id }) => id))
  return [...objects, ...ends]
    .flatMap((token) => scene.fillers.phrase(token).ids)
    .some((id) => !own.has(id) && !/^(?:event|good|product|law|phrase):/.test(id))
}

/** Somebody, or talks to which one goes. */
const meets = (scene: Scene, token: number): boolean =>
  canAct(scene, token) ||
  entryOf(actWords(scene.lexicon).nouns, scene.doc.tokens.lemma[token]!)?.plover === 'CONSULT'

const isNone = ({ grammar, doc }: Scene, token: number): boolean =>
  grammar.dependents(token, 'det').some((mark) => doc.tokens.lower[mark] === 'no')

/** Whether a possessive pronoun before a noun means who acts, or nobody known; "its support for Peru" is about Peru. */
function isOwn(scene: Scene, token: number, actors: readonly number[]): boolean {
  const { grammar, doc } = scene
  if (['for', 'to'].some((word) => grammar.obliques(token, word).length > 0)) return false
  const ids = new Set(refsAt(scene, actors).map(({ id }) => id))
  return grammar
    .dependents(token, 'nmod:poss')
    .filter((owner) => doc.tokens.pos[owner] === PRON)
    .some((owner) => {
      const parties = scene.fillers.partyNamed(owner)
      return parties.length === 0 || parties.some(({ id }) => ids.has(id))
    })
}

/** "warned it could retaliate": who warns is who will do it. */
function warnsOfItself(scene: Scene, { clause, actors }: Candidate): boolean {
  if (clause < 0) return false
  const ids = new Set(refsAt(scene, actors).map(({ id }) => id))
  return refsAt(scene, scene.grammar.subjects(clause)).some(({ id }) => ids.has(id))
}

const WANTED: ReadonlySet<string> = new Set(['must', 'should', 'ought'])

/** "insisted that Peru reopen", "… must reopen" is a demand; "insisted that Peru will pay" is said. */
function isWanted(scene: Scene, clause: number): boolean {
  const { grammar, doc } = scene
  const aux = grammar.dependents(clause, 'aux').map((token) => doc.tokens.lower[token]!)
  return aux.some((word) => WANTED.has(word)) || (aux.length === 0 && /^VBP?$/.test(doc.tokens.tag[clause]!))
}
