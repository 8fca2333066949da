// In: a word with its tags. Out: its lemma, from a table of exceptions and the rules of English spelling.
import type { Vocabulary } from './vocabulary.ts'

/** Exceptions by kind of word: what the rules below get wrong. */
export interface Lemmas {
  readonly noun: ReadonlyMap<string, string>
  readonly verb: ReadonlyMap<string, string>
  readonly degree: ReadonlyMap<string, string>
  readonly other: ReadonlyMap<string, string>
}

export type LemmaKind = keyof Lemmas

/** Which exceptions and rules a Penn tag calls for; `undefined` where the word is its own lemma. */
export function lemmaKind(tag: string): LemmaKind | undefined {
  switch (tag) {
    case 'NNS':
      return 'noun'
    case 'VB':
    case 'VBP':
    case 'VBZ':
    case 'VBD':
    case 'VBN':
    case 'VBG':
    case 'MD':
      return 'verb'
    case 'JJR':
    case 'JJS':
    case 'RBR':
    case 'RBS':
      return 'degree'
    case 'PRP':
    case 'PRP$':
    case 'DT':
    case 'RB':
    case 'NN':
    case 'IN':
    case 'POS':
    case 'WP':
    case 'WP$':
    case 'CC':
    case 'TO':
      return 'other'
    default:
      return undefined
  }
}

/** Reads `lemmas.tsv`: "kind TAB word TAB lemma". */
export function decodeLemmas(text: string): Lemmas {
  const lemmas = {
    noun: new Map<string, string>(),
    verb: new Map<string, string>(),
    degree: new Map<string, string>(),
    other: new Map<string, string>(),
  }
  for (const line of text.split('\n')) {
    const [kind, word, lemma] = line.split('\t')
    if (kind && word && lemma) lemmas[kind as LemmaKind]?.set(word, lemma)
  }
  return lemmas
}

/** The lemma of a word: names as written, all others in lower case. `tag` is its Penn tag. */
export function lemmaOf(
  form: string,
  lower: string,
  tag: string,
  lemmas: Lemmas,
  vocabulary: Vocabulary,
): string {
  if (tag === 'NNP' || tag === 'NNPS') return form
  const kind = lemmaKind(tag)
  if (tag === 'NN' && isManyInA(lower, vocabulary)) return lower.slice(0, -1)
  return kind === undefined ? lower : (lemmas[kind].get(lower) ?? lemmaByRule(lower, tag, vocabulary))
}

/** "Quotas" taken for one: a word in "-as" whose form without "s" is the commoner word. */
const isManyInA = (lower: string, vocabulary: Vocabulary): boolean =>
  lower.length > 5 &&
  lower.endsWith('as') &&
  vocabulary.id(lower.slice(0, -1)) !== 0 &&
  rank(lower.slice(0, -1), vocabulary) < rank(lower, vocabulary)

/** The lemma by rule alone; where spelling leaves two answers the commoner word is taken. */
export function lemmaByRule(lower: string, tag: string, vocabulary: Vocabulary): string {
  switch (tag) {
    case 'NNS':
    case 'VBZ':
      return withoutS(lower, tag === 'VBZ', vocabulary)
    case 'VBD':
    case 'VBN':
      return lower.endsWith('ed') ? stem(lower.slice(0, -2), vocabulary) : lower
    case 'VBG':
      if (lower.endsWith('ing')) return stem(lower.slice(0, -3), vocabulary)
      return lower.endsWith("in'") ? stem(lower.slice(0, -3), vocabulary) : lower
    case 'JJR':
    case 'RBR':
      return lower.endsWith('er') ? stem(lower.slice(0, -2), vocabulary) : lower
    case 'JJS':
    case 'RBS':
      return lower.endsWith('est') ? stem(lower.slice(0, -3), vocabulary) : lower
    default:
      return lower
  }
}

function withoutS(lower: string, isVerb: boolean, vocabulary: Vocabulary): string {
  if (!lower.endsWith('s') || lower.length < 3 || lower.endsWith('ss')) return lower
  if (lower.endsWith("'s")) return lower.slice(0, -2)
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (isVerb && lower.endsWith('es') && NEVER_BARE.test(lower.slice(0, -2))) return lower.slice(0, -1)
  if (/(?:[sx]|ch|sh|zz|o)es$/.test(lower) && !/[^o]oses$/.test(lower)) {
    return commoner(lower.slice(0, -2), lower.slice(0, -1), vocabulary)
  }
  return lower.slice(0, -1)
}

const SHORT_STEM = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/
const PREFIX = /^(?:re|un|dis|over|out|under|mis|de|pre|co)(?=\p{L}{3})/u
/** Ends of unknown stems that are written with a silent e: "privatiz", "recalibrat", "haggl", "ravag", "imput", "allud". */
const SILENT = /(?:iz|at|(?<!o)u[td]|[aeiou]g|dg|[^aeiour]l|v|c)$/
/** Ends no verb has without its e: "emphasis", "laps". */
const NEVER_BARE = /(?:[a-z]{3}is|[lnprw]s)$/
const DOUBLED = /([bdfgklmnprstvz])\1$/

/** The word whose ending was cut off: "stat" → "state", "stopp" → "stop", "carri" → "carry". */
function stem(cut: string, vocabulary: Vocabulary): string {
  if (cut.endsWith('i') && cut.length > 2) return `${cut.slice(0, -1)}y`
  const silent = `${cut}e`
  if (NEVER_BARE.test(cut)) return silent
  // "Severed" is told of no "severe".
  if (cut.endsWith('er') && vocabulary.id(cut) !== 0) return cut
  if (DOUBLED.test(cut)) return commoner(cut.slice(0, -1), cut, vocabulary)
  if (SHORT_STEM.test(cut) && vocabulary.id(silent) !== 0) return silent
  // "reimpos", "rerout": as the word is without what stands before it.
  if (vocabulary.id(cut) === 0 && vocabulary.id(silent) === 0) {
    const prefix = PREFIX.exec(cut)?.[0]
    if (prefix) return prefix + stem(cut.slice(prefix.length), vocabulary)
    if (SILENT.test(cut)) return silent
  }
  return commoner(cut, silent, vocabulary)
}

const rank = (word: string, vocabulary: Vocabulary): number => vocabulary.id(word) || 1e9

const commoner = (a: string, b: string, vocabulary: Vocabulary): string =>
  rank(b, vocabulary) < rank(a, vocabulary) ? b : a
