// In: a role's path ("object.on", "doer") and a trigger. Out: the tokens it leads to.
import type { Grammar } from './grammar.ts'

/** One compiled step: from tokens to tokens. */
export type Step = (grammar: Grammar, token: number) => number[]

/** Verbs that only lend a noun their subject: "hold talks", "impose" is none of them. */
const LIGHT: ReadonlySet<string> = new Set([
  'make',
  'hold',
  'have',
  'take',
  'begin',
  'start',
  'resume',
  'continue',
  'conduct',
  'launch',
  'open',
  'announce',
  'give',
  'issue',
  'offer',
  'set',
  'put',
  'carry',
  'stage',
  'declare',
  'order',
  'initiate',
  'pursue',
  'mount',
  'unveil',
  'impose',
  'extend',
  'reach',
  'sign',
  'strike',
  'propose',
  'plan',
  'threaten',
  'lift',
  'end',
  'raise',
  'lower',
  'cut',
  'keep',
])

const GETTING: ReadonlySet<string> = new Set(['get', 'want', 'need', 'see'])

/** Whose it is: of "his aide's support" the aide's. */
const possessor: Step = (grammar, token) => {
  const owners = grammar.dependents(token, 'nmod:poss')
  const isOther = owners.length > 1 && /^PRP/.test(grammar.doc.tokens.tag[owners[0]!]!)
  return isOther ? owners.slice(1) : owners
}
const modifier: Step = (grammar, token) => grammar.dependents(token, 'compound', 'amod', 'nmod:poss')
const subject: Step = (grammar, token) => grammar.subjects(token)
const object: Step = (grammar, token) => grammar.objects(token)

/** The verb of which a noun is the object or, in the passive, the subject. */
function verbOf(grammar: Grammar, noun: number): number {
  const { tokens } = grammar.doc
  let at = noun
  while (tokens.dep[at] === 'conj' && tokens.head[at]! >= 0) at = tokens.head[at]!
  const relation = tokens.dep[at]!
  const head = tokens.head[at]!
  return head >= 0 && (relation === 'obj' || relation === 'nsubj:pass') ? head : -1
}

/** Who does it: a verb's subject; a noun's by-phrase, owner, or the subject of the light verb that carries it. */
const doer: Step = (grammar, token) => {
  if (grammar.isVerb(token)) return grammar.subjects(token)
  const agents = [...grammar.obliques(token, 'by'), ...possessor(grammar, token)]
  if (agents.length > 0) return agents
  const verb = verbOf(grammar, token)
  if (verb >= 0 && LIGHT.has(grammar.doc.tokens.lemma[verb]!)) {
    const carried = grammar.subjects(verb)
    if (carried.length > 0) return carried
  }
  return grammar.dependents(token, 'compound', 'amod')
}

/** What it is done to: a verb's object; a noun's "of". */
const undergoer: Step = (grammar, token) =>
  grammar.isVerb(token) ? grammar.objects(token) : grammar.obliques(token, 'of')

/** What is done to an end, from the verb of that end: "closed its ports to force Peru"; a noun it hangs on gives its verb. */
const means: Step = (grammar, token) => {
  const { tokens } = grammar.doc
  const head = tokens.head[token]!
  const isEnd = grammar.isInfinitive(token)
  if (head < 0 || !isEnd) return []
  if (tokens.dep[token] === 'advcl') return grammar.isVerb(head) ? [head] : []
  if (tokens.dep[token] !== 'acl') return []
  const verb = verbOf(grammar, head)
  return verb < 0 ? [] : [verb]
}

const SAYING: ReadonlySet<string> = new Set('say argue maintain stress insist demand urge'.split(' '))

const STEPS: Readonly<Record<string, Step>> = {
  subject,
  object,
  doer,
  undergoer,
  possessor,
  modifier,
  self: (_grammar, token) => [token],
  complement: (grammar, token) => grammar.dependents(token, 'ccomp', 'xcomp'),
  infinitive: (grammar, token) => [
    ...grammar
      .dependents(token, 'xcomp', 'acl', 'advcl', 'ccomp', 'csubj')
      .filter((child) => grammar.isInfinitive(child)),
    // "Its push to sell the port": the verb behind a plan, however it is parsed.
    ...[token + 2].filter((verb) => verb < grammar.doc.tokens.count && grammar.planOf(verb) === token),
  ],
  clausal: (grammar, token) => grammar.dependents(token, 'csubj'),
  clause: (grammar, token) => grammar.dependents(token, 'advcl'),
  means,
  content: (grammar, token) => grammar.dependents(token, 'acl', 'ccomp'),
  adverb: (grammar, token) => grammar.dependents(token, 'advmod'),
  // "The levy should go, Peru said": the clause before its saying.
  told: (grammar, token) => {
    const { dep, head, lemma } = grammar.doc.tokens
    const isSaid = dep[token] === 'parataxis' && head[token]! < token && SAYING.has(lemma[token]!)
    return isSaid ? [head[token]!] : []
  },
  auxiliary: (grammar, token) => grammar.dependents(token, 'aux'),
  particle: (grammar, token) => grammar.dependents(token, 'compound:prt'),
  compound: (grammar, token) => grammar.dependents(token, 'compound'),
  receiver: (grammar, token) => grammar.dependents(token, 'iobj'),
  marker: (grammar, token) => grammar.dependents(token, 'mark'),
  case: (grammar, token) => grammar.dependents(token, 'case'),
  appositive: (grammar, token) => grammar.dependents(token, 'appos'),
  predicate: (grammar, token) => (grammar.dependents(token, 'cop').length > 0 ? [token] : []),
  governor: (grammar, token) => {
    const at = grammar.governor(token)
    return at < 0 ? [] : [at]
  },
  head: (grammar, token) => {
    const at = grammar.doc.tokens.head[token]!
    return at < 0 ? [] : [at]
  },
  verb: (grammar, token) => {
    const at = verbOf(grammar, token)
    return at < 0 ? [] : [at]
  },
  // The verb that makes or tells what a noun names: "announced a pact, to be signed", "got it signed".
  maker: (grammar, token) => {
    const at = verbOf(grammar, token)
    const lemma = at < 0 ? '' : grammar.doc.tokens.lemma[at]!
    return LIGHT.has(lemma) || GETTING.has(lemma) ? [at] : []
  },
  amount: (grammar, token) =>
    grammar.dependents(token, 'nummod', 'nmod', 'compound', 'amod', 'obl', 'obj', 'appos'),
  conj: (grammar, token) => grammar.conjuncts(token),
  before: (grammar, token) => neighbours(grammar, token, -1),
  after: (grammar, token) => neighbours(grammar, token, 1),
  earlier: (grammar, token) => earlier(grammar, token),
  sentence: (grammar, token) => [...neighbours(grammar, token, -1), ...neighbours(grammar, token, 1)],
}

/** The head word of the sentence before, of the same text. */
function earlier({ doc: { tokens, sents } }: Grammar, token: number): number[] {
  const before = sents[tokens.sent[token]! - 1]
  if (!before) return []
  for (let at = before.first; at < before.last; at++)
    if (tokens.head[at]! < 0 && tokens.dep[at] === 'root') return [at]
  return []
}

/** Tokens of the sentence on one side, nearest first. */
function neighbours(grammar: Grammar, token: number, direction: 1 | -1): number[] {
  const { tokens, sents } = grammar.doc
  const sentence = sents[tokens.sent[token]!]!
  const found: number[] = []
  for (let at = token + direction; at >= sentence.first && at < sentence.last; at += direction) found.push(at)
  return found
}

/** Steps whose fillers are taken token by token, so that only the first that fits counts. */
const NEAREST: ReadonlySet<string> = new Set(['before', 'after', 'sentence'])

/**
 * Compiles "object.on" to steps; a word that is no step is a preposition, "_" standing for a space, and may name the
 * lemma it joins: "in:exchange.for". "next-for" is what the preposition right behind the word joins, wherever the parser
 * hangs it; "under-to" what it joins to the word or to any noun that hangs on it.
 */
export function compilePath(path: string): { steps: readonly Step[]; nearest: boolean } {
  const words = path.split('.')
  const steps = words.map((word): Step => {
    const step = STEPS[word]
    if (step) return step
    const [before, lemma] = word.split(':') as [string, string | undefined]
    const preposition = before.replaceAll('_', ' ').replace(/^(?:next|under)-/, '')
    if (word.startsWith('next-')) return nextBehind(preposition)
    if (word.startsWith('under-')) return anywhereUnder(preposition)
    return (grammar, token) =>
      grammar
        .obliques(token, preposition)
        .filter((found) => lemma === undefined || grammar.doc.tokens.lemma[found] === lemma)
  })
  return { steps, nearest: NEAREST.has(words[words.length - 1]!) }
}

/** "In retaliation for the arrest", with the arrest hung on the verb before. */
const nextBehind =
  (preposition: string): Step =>
  ({ doc: { tokens } }, token) => {
    const mark = token + 1
    const joined = tokens.lower[mark] === preposition ? tokens.head[mark]! : -1
    return joined > mark && /^(?:case|mark)$/.test(tokens.dep[mark]!) ? [joined] : []
  }

/** Nouns down which "under-" looks. */
const DEEPEST = 3

/** "Traded access to its waters for lower duties", with the duties hung on the waters. */
const anywhereUnder =
  (preposition: string): Step =>
  (grammar, token) => {
    let at = [token]
    for (let depth = 0; depth <= DEEPEST && at.length > 0; depth++) {
      const found = at.flatMap((one) => grammar.obliques(one, preposition)).filter((one) => one > token)
      if (found.length > 0) return found
      at = at.flatMap((one) => grammar.dependents(one, 'nmod', 'obl'))
    }
    return []
  }

/** The tokens a path leads to from a trigger, in the order found, each once. */
export function follow(grammar: Grammar, steps: readonly Step[], trigger: number): number[] {
  let at = [trigger]
  for (const step of steps) {
    const next: number[] = []
    for (const token of at) for (const to of step(grammar, token)) if (!next.includes(to)) next.push(to)
    at = next
    if (at.length === 0) return at
  }
  return at
}
