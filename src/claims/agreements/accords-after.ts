// In: a scene, the sentences in which agreements are told already. Out: "the accord" of a sentence that follows what its sides agreed to do.

import type { AgreementForm, Ref } from '../../model/index.ts'
import { actorsAt, refsAt } from '../acts/actors.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { accord } from './accords.ts'

/** Verbs by which a side binds itself. */
const BINDS: ReadonlySet<string> = new Set('agree promise pledge undertake commit consent'.split(' '))
const FORMS: ReadonlySet<string> = new Set(['deal', 'treaty', 'truce'])

/**
 * "Norway agreed to lift its ban, while Peru promised to look again at its quota. The accord, set out in a note, …": what
 * is called so binds those who bound themselves right before.
 */
export function findAccordsAfter(scene: Scene, told: ReadonlySet<number>): Found[] {
  const { doc } = scene
  return doc.sents.flatMap((_, sentence) => {
    const noun = sentence === 0 || told.has(sentence - 1) ? undefined : accordIn(scene, sentence)
    if (noun === undefined) return []
    const verbs = bindingIn(scene, sentence - 1)
    const agree = verbs.find((verb) => doc.tokens.lemma[verb] === 'agree')
    const between = unique(verbs.flatMap((verb) => bound(scene, verb)))
    return agree === undefined || between.length < 2 ? [] : [accordOf(scene, noun, agree, between)]
  })
}

/** The agreement that a sentence is about: its subject, opened by "the". */
function accordIn({ doc, grammar, rows }: Scene, sentence: number): number | undefined {
  const { first, last } = doc.sents[sentence]!
  const { dep, lemma, lower } = doc.tokens
  if (lower[first] !== 'the') return undefined
  for (let at = first + 1; at < Math.min(last, first + 4); at++)
    if (FORMS.has(rows('agreement-nouns').get(lemma[at]!)?.form ?? ''))
      return /^nsubj/.test(dep[at]!) && grammar.dependents(at, 'det').includes(first) && !isOther(grammar, at)
        ? at
        : undefined
  return undefined
}

/** "The agreement on fish", "the pact between Peru and Chile": said in full, it is another. */
const isOther = (grammar: Scene['grammar'], noun: number): boolean =>
  ['on', 'of', 'between', 'with'].some((word) => grammar.obliques(noun, word).length > 0)

/** The verbs of a sentence by which somebody bound himself. */
function bindingIn(scene: Scene, sentence: number): number[] {
  const { doc, grammar } = scene
  const { first, last } = doc.sents[sentence]!
  const found: number[] = []
  for (let at = first; at < last; at++) {
    if (!BINDS.has(doc.tokens.lemma[at]!) || !grammar.isVerb(at)) continue
    const { polarity, modality } = scene.epistemics(at)
    if (polarity === 'affirmed' && modality === 'held') found.push(at)
  }
  return found
}

const bound = (scene: Scene, verb: number): Ref[] =>
  refsAt(
    scene,
    [...scene.grammar.subjects(verb), ...scene.grammar.obliques(verb, 'with')].flatMap((token) =>
      actorsAt(scene, token),
    ),
  ).map((ref) => scene.fillers.sideOf(ref) ?? ref)

function accordOf(scene: Scene, noun: number, agree: number, between: readonly Ref[]): Found {
  const { doc, fillers, rows } = scene
  const { first } = doc.sents[doc.tokens.sent[noun]!]!
  return {
    ...accord(scene, noun, {
      name: fillers.phraseOf(first, noun, noun),
      between: [...between],
      form: rows('agreement-nouns').get(doc.tokens.lemma[noun]!)!.form as AgreementForm,
      stage: 'agreed',
    }),
    foundBy: 'accord/after@1',
    epistemics: { polarity: 'affirmed', modality: 'held' },
    days: scene.days([agree]).filter(({ type, role }) => type === 'DATE' && role === 'on'),
    alsoSentences: [doc.tokens.sent[agree]!],
  }
}
