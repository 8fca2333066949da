// In: a short line at the head of a page. Out: the outlet whose masthead it is, where it is one.

/** What newspapers and magazines call themselves by; "News" alone is a section. */
const NOUNS =
  /\b(?:Times|Post|Herald|Tribune|Gazette|Courier|Chronicle|Journal|Mirror|Observer|Telegraph|Guardian|Examiner|Inquirer|Enquirer|Dispatch|Sentinel|Standard|Monitor|Independent|Register|Recorder|Bulletin|Advertiser|Argus|Mercury|Leader|Echo|Express|Mail|Press|Globe|Star|Sun|Daily|Weekly|Review|Magazine|Newspaper|Broadcasting|Newswire|Wire|Agency|Ledger|Tide|Tides|Beacon|Banner|Pioneer|Messenger|Reporter|Citizen|Gleaner|Clarion|Intelligencer|Gazetteer|(?:News|Press|Wire) Service)(?:$| of )|^(?:Agence|Agencia|Agência|Agenzia|Agentur) /i
/** A name in one word that papers have: "Handelskurier". */
const ONE_WORD =
  /^\p{Lu}\p{L}{2,}(?:post|news|wire|courier|kurier|zeitung|blatt|bladet|posten|tidende|tidningen|anzeiger|spiegel|gazette|journal|watch|monitor|info|herald|ledger|insider|weekly|daily)$/iu
const NOT_NAMES =
  /\b(?:latest|breaking|top|more|world|local|politics|opinion|sports?|today's|edition|subscribe|press release|press room|book|movie|film|year|week|market|in|of the (?:day|week))\b/i

/** "Business News" is a section, "Lakeside Business Daily" a paper. */
const SECTION =
  /^(?:the )?(?:business|market|trade|national|international|regional|foreign|home|company|good|bad) \S+$/i

/** "The Valley Gazette" for the line "THE VALLEY GAZETTE"; undefined where the line is no masthead. On top of a page "Quay News" is one too. */
export function mastheadOf(line: string, onTop = false): string | undefined {
  const words = line.trim().split(/\s+/)
  if (ONE_WORD.test(line)) return /\p{Ll}/u.test(line) ? line : titled(line, 0)
  if (words.length < 2 || words.length > 5 || line.length > 50 || /[.:;,!?|()\d]/.test(line)) return undefined
  if (
    !(NOUNS.test(line) || (onTop && /\bNews$/i.test(line))) ||
    NOT_NAMES.test(line) ||
    SECTION.test(line.trim())
  )
    return undefined
  if (!words.every((word) => /^(?:\p{Lu}|of$|the$|and$|&$|de$)/u.test(word))) return undefined
  // "Guards Face the Press": inside a name an article stands after "of" only.
  if (words.some((word, at) => at > 0 && word === 'the' && words[at - 1] !== 'of')) return undefined
  return words.map((word, at) => (/\p{Ll}/u.test(word) ? word : titled(word, at))).join(' ')
}

/**
 * "Polymer Week" for the line "Polymer Week (English edition)": a name of two words or more that a page puts beside its date or its
 * byline; undefined where the line is none.
 */
export function paperBeside(line: string): string | undefined {
  const name = line.replace(/\s*\([^()]{1,30}\)$/, '').trim()
  const words = name.split(/\s+/)
  if (words.length < 2 || words.length > 5 || name.length > 50 || /[.:;,!?|()\d]/.test(name)) return undefined
  if (SECTION.test(name) || /\bNews$/i.test(name)) return undefined
  if (!words.every((word) => /^(?:\p{Lu}|(?:of|the|and|&|de|do|da|del|du|la|le|el|et|y|e)$)/u.test(word)))
    return undefined
  return name
}

/** "CALLAHAN" as "Callahan", "OF" inside a name as "of"; "UK" stays. */
const titled = (word: string, at: number) =>
  at > 0 && /^(?:OF|THE|AND|DE)$/.test(word)
    ? word.toLowerCase()
    : word.length <= 2
      ? word
      : word[0]! + word.slice(1).toLowerCase()
