// In: a verb, its objects and the object words of a row. Out: whether the verb stands in the frame that the row asks for.
import type { Scene } from '../sentence/scene.ts'
import { canAct } from './actors.ts'
import { WRAPPERS } from './carried.ts'
import { isMatter, ofTables } from './matters.ts'

/**
 * Classes that a row may ask for beside lemmas, written in capitals: what a verb means hangs on its complement ("recalled
 * its envoy", "recalled that"; "fought the guards", "fought the quota"; "left the talks", "left the port").
 */
const CLASSES: Readonly<Record<string, (scene: Scene, verb: number, objects: readonly number[]) => boolean>> =
  {
    /** A finite clause: what is said, known or felt. */
    CLAUSE: (scene, verb) => finite(scene, verb).length > 0,
    /** "asked whether it would pay", "why it had left". */
    WHETHER: (scene, verb) =>
      finite(scene, verb).some((clause) =>
        scene.grammar.children(clause).some((one) => ASKING.has(scene.doc.tokens.lower[one]!)),
      ),
    /** An infinitive. */
    TO: (scene, verb) =>
      scene.grammar
        .dependents(verb, 'xcomp', 'ccomp', 'advcl')
        .some((clause) => scene.grammar.isInfinitive(clause)),
    /** Somebody who is to do something: "challenged Peru to open its books". */
    ASKED: (scene, verb, objects) =>
      objects.some((token) => canAct(scene, token)) &&
      scene.grammar.dependents(verb, 'xcomp', 'advcl').some((clause) => scene.grammar.isInfinitive(clause)),
    SOMEBODY: (scene, _, objects) => objects.some((token) => canAct(scene, token)),
    TALKS: ofTables('round-nouns'),
    MEASURE: ofTables('measure-nouns'),
    /** What is proposed, decided or in force: papers and rules, nobody that can be struck. */
    MATTER: (scene, _, objects) => isMatter(scene, objects),
    /** A person by name or office, of whom a person or party speaks: "attacked Prime Minister Holm"; with a knife it is no speech. */
    PERSON: (scene, verb, objects) =>
      objects.some((token) => isPerson(scene, token)) &&
      scene.grammar.obliques(verb, 'with').length === 0 &&
      scene.grammar.subjects(verb).some((token) => speaks(scene, token)),
    /** "62 per cent of the water", "$3 million". */
    AMOUNT: (scene, _, objects) =>
      objects.some((token) =>
        /^(?:%|[A-Z]{3}$|.*(?:metre|ton|litre|barrel))/.test(scene.fillers.quantityAt(token)?.unit ?? ''),
      ),
  }
/** Somebody by a personal name. */
export const isPerson = ({ fillers }: Scene, token: number): boolean =>
  fillers.nameAt(token)?.type === 'person' ||
  fillers.parties(token).some(({ id }) => id.startsWith('person:'))

/** Somebody with a name or an office. */
const speaks = (scene: Scene, token: number): boolean =>
  scene.fillers.parties(token).length > 0 ||
  scene.rows('speaker-nouns').has(scene.doc.tokens.lemma[token]!) ||
  scene.fillers.nameAt(token) !== undefined

const ASKING: ReadonlySet<string> = new Set('whether if how why what when where who which'.split(' '))

const finite = (scene: Scene, verb: number): number[] =>
  scene.grammar.dependents(verb, 'ccomp').filter((clause) => !scene.grammar.isInfinitive(clause))

/** Whether one of the words or classes of a row is found in what the verb stands with. */
export const fitsFrame = (
  scene: Scene,
  verb: number,
  asked: readonly number[],
  row: ReadonlySet<string>,
): boolean =>
  asked.some((token) => isOne(scene, token, row)) ||
  [...row].some((word) => CLASSES[word]?.(scene, verb, asked) === true)

const isOne = (scene: Scene, token: number, lemmas: ReadonlySet<string>): boolean => {
  const { grammar, doc, fillers } = scene
  if (lemmas.has('money') && /^[A-Z]{3}$/.test(fillers.quantityAt(token)?.unit ?? '')) return true
  const lemma = doc.tokens.lemma[token]!
  if (lemmas.has(lemma) || (lemma.endsWith('s') && lemmas.has(lemma.slice(0, -1)))) return true
  if (grammar.dependents(token, 'compound').some((one) => lemmas.has(doc.tokens.lemma[one]!))) return true
  return (
    WRAPPERS.has(lemma) && grammar.obliques(token, 'of').some((one) => lemmas.has(doc.tokens.lemma[one]!))
  )
}
