// In: a read report. Out: grammatical functions over its parses: children, subjects, objects, obliques, phrases.

import type { Doc } from '../../language/doc.ts'
import { type Branches, branchesOf } from './branches.ts'
import { objectsOf } from './objects.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import { type Relatives, relativesOf } from './relatives.ts'
import { type Subjects, subjectsOf } from './subjects.ts'

/** Clause functions of one report; token arguments and results are indices into `doc.tokens`. */
export interface Grammar
  extends Branches,
    Phrases,
    Pick<Relatives, 'relativeVerbs'>,
    Pick<Subjects, 'subjects' | 'planOf'> {
  /** What it is done to: object, or subject of a passive. */
  objects(verb: number): number[]
}

export function grammarOf(doc: Doc): Grammar {
  const branches = branchesOf(doc)
  const relatives = relativesOf(branches)
  const { subjects, planOf, ...own } = subjectsOf(branches, relatives)
  const objects = objectsOf(branches, relatives, own)
  return {
    ...branches,
    ...phrasesOf(branches),
    relativeVerbs: relatives.relativeVerbs,
    subjects,
    planOf,
    objects,
  }
}
