// In: a scene, a measure. Out: what a participle behind it says it is aimed at.
import type { Scene } from '../sentence/scene.ts'

/** "Fees targeting Peru's shipyards", "duties aimed at Peru". */
export const aimedAt = ({ doc, grammar }: Scene, noun: number): number[] =>
  grammar
    .dependents(noun, 'acl')
    .filter((verb) => /^VB[GN]$/.test(doc.tokens.tag[verb]!))
    .flatMap((verb) =>
      doc.tokens.tag[verb] === 'VBG'
        ? STRIKING.has(doc.tokens.lemma[verb]!)
          ? grammar.objects(verb)
          : []
        : AIMED_AT.has(doc.tokens.lemma[verb]!)
          ? grammar.obliques(verb, 'at').filter((token) => !grammar.isVerb(token))
          : [],
    )

const STRIKING: ReadonlySet<string> = new Set(['target', 'hit'])
const AIMED_AT: ReadonlySet<string> = new Set(['aim', 'direct', 'target'])
