// In: a word that may tell of an act. Out: whether it tells what somebody generally does or is, and so no act.
import { INSTRUMENTS } from '../sentence/instruments.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Candidate } from './candidates.ts'

/** Roots of deeds; words ("accuses", "opposes", "threatens") are an act in the present too. */
const DEEDS: ReadonlySet<string> = new Set(
  'COERCE YIELD AID COOPERATE SANCTION CONSULT MOBILIZE ASSAULT'.split(' '),
)
/** Roots of deeds that those who do them are named by: "protesters blocking the bridge". */
const BY_DEED: ReadonlySet<string> = new Set(['ASSAULT', 'MOBILIZE'])

/**
 * "The fleet is authorized by Congress", "Norway allows Peru to fish", "agencies targeting smugglers": a present that
 * tells no day says how it stands. A heading ("Norway frees crews") tells what happened.
 */
export function isLasting(scene: Scene, { plover, trigger, objects }: Candidate): boolean {
  const { grammar, doc } = scene
  const { tag, dep, head, lower } = doc.tokens
  if (!DEEDS.has(plover) || !grammar.isVerb(trigger)) return false
  const over = head[trigger]!
  if (
    dep[trigger] === 'acl' &&
    tag[trigger] === 'VBG' &&
    grammar.dependents(trigger, 'mark', 'case').length === 0
  )
    return !BY_DEED.has(plover) && !/^NNP/.test(tag[over]!) && !INSTRUMENTS.has(doc.tokens.lemma[over]!)
  const aux = grammar.dependents(trigger, 'aux', 'aux:pass')
  const isPresent =
    tag[trigger] === 'VBN'
      ? aux.length > 0 && aux.every((one) => /^(?:is|are|'s|'re)$/.test(lower[one]!))
      : /^VB[ZP]$/.test(tag[trigger]!) && aux.length === 0
  return isPresent && isSentence(scene, trigger) && scene.days([trigger, ...objects]).length === 0
}

/** Words that end with a full stop; a heading has none. */
const isSentence = ({ doc }: Scene, token: number): boolean => {
  const { last } = doc.sents[doc.tokens.sent[token]!]!
  return [last - 1, last - 2].some((at) => /^[.!?;]$/.test(doc.tokens.form[at] ?? ''))
}
