// In: a word before a full stop. Out: whether the stop belongs to it, and what may follow.

/** Titles and the like: a name follows, so the stop ends no sentence. */
const BEFORE_NAME = new Set(
  'mr mrs ms dr drs prof profs gen gens sen sens rep reps gov govs st lt col maj capt cmdr adm sgt cpl pvt rev hon pres messrs mme mlle supt insp amb fr ft mt det sec atty asst assoc'.split(
    ' ',
  ),
)
/** A number or a name follows. */
const BEFORE_NUMBER = new Set(
  'no div nos art fig vol pp p sec ch para ed eq ref cf ca c approx vs v'.split(' '),
)
/** May stand at the end of a sentence, then a capital follows. */
const ANYWHERE = new Set(
  'inc corp co ltd llc plc bros jr sr etc al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd dept dist univ est min max avg tel ext ala ariz ark calif colo conn del fla ill ind kan ky md mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo esq ph.d m.d b.a m.a'.split(
    ' ',
  ),
)
/** Words of these spellings are abbreviations only where a number follows ("No. 2", "Art. 5", "Sec. 301"). */
const WORDS_TOO = new Set(
  'no art fig sec ed c p v ch mar may sun sat mon min max miss mo ill ind mt fr ft det'.split(' '),
)

/** Shortened words that are also written small, where only a stop shows that they are shortened. */
const SMALL_TOO = new Set('govt corp dept dist natl intl assn mgmt misc incl excl pct cont mil bn'.split(' '))

/** Whether the word may be a shortened one in small letters: "a state rep.", "the govt." */
export const isAbbreviation = (word: string): boolean =>
  BEFORE_NAME.has(word) || BEFORE_NUMBER.has(word) || ANYWHERE.has(word) || SMALL_TOO.has(word)

export type Stop =
  /** The stop is no part of the word. */
  | 'none'
  /** The stop belongs to the word and ends no sentence by itself. */
  | 'title'
  | 'number'
  /** The stop belongs to the word and may end a sentence as well. */
  | 'open'
  /** A single capital: an initial, or a letter used as a word. */
  | 'initial'

/** What a full stop after `word` (the word without it) is. */
export function stopAfter(word: string): Stop {
  if (word.length === 1) {
    if (word >= 'A' && word <= 'Z') return 'initial'
    return word >= 'a' && word <= 'z' ? 'title' : 'none'
  }
  const lower = word.toLowerCase()
  if (word.includes('.')) return dotted(word) || ANYWHERE.has(lower) ? 'open' : 'none'
  const capital = word.charCodeAt(0) <= 90
  if (BEFORE_NAME.has(lower)) return capital ? 'title' : 'none'
  if (lower === 'vs' || lower === 'div') return 'title'
  if (BEFORE_NUMBER.has(lower)) return 'number'
  if (ANYWHERE.has(lower))
    return capital || lower === 'etc' || lower === 'al' || lower === 'vs' ? 'open' : 'none'
  return 'none'
}

/** Letters each with a stop between ("U.S", "a.m", "Ph.D"); no part longer than two letters. */
function dotted(word: string): boolean {
  let run = 0
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i)
    if (c === 46) run = 0
    else if ((c | 32) >= 97 && (c | 32) <= 122) {
      if (++run > 2) return false
    } else return false
  }
  return run > 0
}

/** Whether the stop after `word` is part of its token; `next` is the code unit after the stop. */
export function endsAsAbbreviation(word: string, next: number): boolean {
  const stop = stopAfter(word)
  if (stop === 'none') return false
  const ends = next !== 32 && next !== 44 && next !== 59 && next !== 0xa0
  if (stop === 'open') return true
  if (stop === 'number' || WORDS_TOO.has(word.toLowerCase())) return !ends
  return stop === 'title' ? !ends : next === 32 || next === 0xa0 || (next >= 65 && next <= 90)
}
