// In: the lexicon. Out: the cue words of attribution with the frames each takes, ready to look up.
import type { Lexicon, Row } from '../lexicon.ts'

/** What a cue may take as content, and how; see packs/core/words/speech-verbs.tsv. */
export type Frame = string

/** A word that attributes: what it takes, and whether it is speech or thought. */
export interface CueWord {
  readonly lemma: string
  readonly speech: boolean
  readonly frames: ReadonlySet<Frame>
  /** Words after the head that belong to it ("out" of "point out"). */
  readonly particles: readonly string[]
}

export interface CueWords {
  /** By lemma of the head; longest (most particles) first. */
  readonly verbs: ReadonlyMap<string, readonly CueWord[]>
  readonly nouns: ReadonlyMap<string, CueWord>
  readonly adjectives: ReadonlyMap<string, CueWord>
  /** Nouns for those who speak. */
  readonly speakers: ReadonlySet<string>
}

const compiled = new WeakMap<Lexicon, CueWords>()

/** The cue words of a lexicon, compiled once. */
export function cueWordsOf(lexicon: Lexicon): CueWords {
  const known = compiled.get(lexicon)
  if (known) return known
  const verbs = new Map<string, CueWord[]>()
  for (const row of lexicon.table('speech-verbs')) {
    const cue = cueOf(row)
    const group = verbs.get(cue.lemma.split(' ')[0]!)
    if (group) group.push(cue)
    else verbs.set(cue.lemma.split(' ')[0]!, [cue])
  }
  for (const group of verbs.values()) group.sort((a, b) => b.particles.length - a.particles.length)
  const made: CueWords = {
    verbs,
    nouns: new Map(lexicon.table('speech-nouns').map((row) => [row.lemma ?? '', cueOf(row)])),
    adjectives: new Map(lexicon.table('speech-adjectives').map((row) => [row.lemma ?? '', cueOf(row)])),
    speakers: lexicon.list('speaker-nouns'),
  }
  compiled.set(lexicon, made)
  return made
}

function cueOf(row: Row): CueWord {
  const lemma = row.lemma ?? ''
  return {
    lemma,
    speech: row.kind !== 'thought',
    frames: new Set((row.frames ?? '').split(' ')),
    particles: lemma.split(' ').slice(1),
  }
}
