// In: a scene. Out: what an agreement makes each side do, and who is to watch over it: "Under the truce, both sides will …".
import type { Phrase, Ref } from '../model/index.ts'
import type { Found, Scene } from './scene.ts'

/** Verbs of an agreement that lay a duty on somebody: "It commits Norway to dredge the river". */
const BINDS: ReadonlySet<string> = new Set(['commit', 'oblige', 'obligate', 'require', 'bind'])
/** Verbs of watching over an agreement: "The United Nations will monitor it". */
const WATCHES: ReadonlySet<string> = new Set(['monitor', 'verify', 'oversee', 'supervise', 'police'])
const DUE: ReadonlySet<string> = new Set(['will', 'shall', 'must', 'would', "'ll"])
const TERMS: ReadonlySet<string> = new Set(['term', 'terms', 'provision', 'condition'])
/** Sentences back in which the agreement meant by "it" or "its terms" is looked for. */
const BACK = 2

/** One commitment for each verb that tells what is owed; its `under` names the agreement in the report's words. */
export function findTerms(scene: Scene): Found[] {
  const { doc, grammar } = scene
  const { lemma } = doc.tokens
  const found: Found[] = []
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!grammar.isVerb(verb)) continue
    const under = fronted(scene, verb)
    if (under)
      for (const one of joined(scene, verb))
        found.push(...termAt(scene, one, subjectsOf(scene, one), under, 'term/under@1'))
    else if (WATCHES.has(lemma[verb]!)) found.push(...watchAt(scene, verb))
    else if (BINDS.has(lemma[verb]!)) found.push(...boundAt(scene, verb))
  }
  return found
}

/** The agreement of "under the accord", "under its terms", "under the terms of the accord" on a verb. */
function fronted(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  // "Under the deal, reached in Lima, Norway will …": the parser hangs the deal on the participle.
  const reached = grammar
    .dependents(verb, 'advcl')
    .filter((one) => one < verb && doc.tokens.tag[one] === 'VBN' && doc.tokens.form[one - 1] === ',')
  for (const noun of [verb, ...reached].flatMap((one) => grammar.obliques(one, 'under'))) {
    if (isAgreement(scene, noun)) return scene.fillers.phrase(noun, 'short')
    if (!TERMS.has(doc.tokens.lemma[noun]!)) continue
    const of = grammar.obliques(noun, 'of').find((one) => isAgreement(scene, one))
    return of === undefined ? lastAgreement(scene, noun) : scene.fillers.phrase(of, 'short')
  }
  return undefined
}

/** The verb and those joined to it that have no subject of their own or a modal of their own: all that is owed. */
function joined(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  return grammar
    .conjuncts(verb)
    .filter((one) => one === verb || (grammar.isVerb(one) && one > verb))
    .filter((one) => owes(scene, one) || (one !== verb && owes(scene, verb) && isBare(scene, one)))
}

const isBare = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^VBP?$/.test(doc.tokens.tag[verb]!) && grammar.dependents(verb, 'nsubj').length === 0

const owes = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => DUE.has(doc.tokens.lower[aux]!))

/** Who is to do it; of a passive the doers. */
const subjectsOf = ({ grammar, fillers }: Scene, verb: number): Ref[] =>
  grammar.subjects(verb).flatMap((token) => fillers.parties(token))

/** "The United Nations will monitor the truce", "will monitor it with 60 observers". */
function watchAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  if (!owes(scene, verb)) return []
  for (const object of grammar.objects(verb)) {
    const under = isAgreement(scene, object)
      ? scene.fillers.phrase(object, 'short')
      : doc.tokens.lower[object] === 'it'
        ? lastAgreement(scene, object)
        : undefined
    if (under) return termAt(scene, verb, subjectsOf(scene, verb), under, 'term/watch@1')
  }
  return []
}

/** "It commits Norway to dredge the river." */
function boundAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const [subject] = grammar.subjects(verb)
  const [to] = grammar
    .dependents(verb, 'xcomp', 'advcl', 'ccomp')
    .filter((one) => grammar.dependents(one, 'mark').some((mark) => doc.tokens.lower[mark] === 'to'))
  if (subject === undefined || to === undefined || grammar.isPassive(verb)) return []
  const under = isAgreement(scene, subject)
    ? fillers.phrase(subject, 'short')
    : doc.tokens.lower[subject] === 'it'
      ? lastAgreement(scene, subject)
      : undefined
  const by = grammar.dependents(verb, 'obj').flatMap((token) => fillers.parties(token))
  if (!under || scene.epistemics(verb).polarity === 'denied') return []
  // "Require the country to buy Peruvian wheat": a country that is not named is not the one it buys from.
  const named = grammar.dependents(verb, 'obj').some((token) => fillers.nameAt(token))
  if (!named && by.some(({ id }) => fillers.phrase(to, 'short').ids.includes(id))) return []
  return grammar.conjuncts(to).flatMap((one) => termAt(scene, one, by, under, 'term/bound@1'))
}

function termAt(scene: Scene, verb: number, by: readonly Ref[], under: Phrase, foundBy: string): Found[] {
  const { grammar, fillers } = scene
  const { polarity, modality, condition } = scene.epistemics(verb)
  if (by.length === 0 || grammar.isPassive(verb) || modality === 'possible') return []
  return [
    {
      kind: 'act',
      trigger: verb,
      foundBy,
      // What an agreement lays down is to come, however it is told.
      epistemics: { polarity, modality: 'planned', ...(condition ? { condition } : {}) },
      body: {
        type: 'commitment: made',
        plover: 'AGREE',
        actor: [...by],
        recipient: [],
        about: {
          thread: 'commitment',
          by: [...by],
          to: [],
          what: fillers.phraseOf(verb, Math.max(verb, lastOf(scene, verb)), verb),
          status: 'open',
          under,
        },
      },
      days: scene.days([verb]).filter(({ role, type }) => type !== 'DURATION' || role === 'due'),
    },
  ]
}

/** The last word said of the subject before another verb is joined. */
function lastOf({ grammar, doc }: Scene, verb: number): number {
  let { last } = grammar.predicate(verb)
  while (last > verb && /^[,.;:]$/.test(doc.tokens.form[last]!)) last--
  return last
}

const isAgreement = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) &&
  scene.doc.tokens.lemma[token] !== 'statement' &&
  scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)

/** The agreement told last before a token. */
function lastAgreement(scene: Scene, token: number): Phrase | undefined {
  const { sents } = scene.doc
  const { first } = sents[Math.max(0, scene.sentenceOf(token) - BACK)]!
  for (let at = token - 1; at >= first; at--)
    if (isAgreement(scene, at)) return scene.fillers.phrase(at, 'short')
  return undefined
}
