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
/** Words that a page sorts its articles by or says of itself: no name of an outlet alone, nor before "News". */
const SORTED =
  /^(?:the )?(?:(?:for )?immediate release|(?:press|news|media) (?:release|statement)|news|politics?|political|world|global|business|economy|economics?|economic|trade|markets?|finance|financial|money|opinions?|analysis|comment|commentary|editorials?|columns?|letters|features?|explain(?:er|ed)|factbox|live|latest|breaking|exclusive|updated?|video|photos?|audio|watch|listen|local|national|international|regional|foreign|home|europe|asia|africa|americas?|middle east|us|u\.s\.|uk|eu|tech|technology|science|health|climate|energy|environment|culture|arts|sports?|travel|law|justice|security|defen[cs]e|labou?r|agriculture|industry|industries|company|companies|top|more|good|bad|share|print|menu|search|press|archive|statement|communiqué|transcript|anonymous|admin|staff|editor|unknown)(?: (?:news|desk|section|page))?$/i

/** "The Valley Gazette" for the line "THE VALLEY GAZETTE"; undefined where the line is no masthead. On top of a page "Quay News" is one too. */
export function mastheadOf(line: string, onTop = false): string | undefined {
  const words = line.trim().split(/\s+/)
  if (ONE_WORD.test(line)) return /\p{Ll}/u.test(line) ? line : titled(line, 0)
  if (words.length < 2 || words.length > 5 || line.length > 50 || /[.:;,!?|()\d]/.test(line)) return undefined
  if (
    !(NOUNS.test(line) || (onTop && /\bNews$/i.test(line))) ||
    NOT_NAMES.test(line) ||
    SECTION.test(line.trim()) ||
    SORTED.test(line.trim())
  )
    return undefined
  if (!words.every((word) => /^(?:\p{Lu}|of$|the$|and$|&$|de$)/u.test(word))) return undefined
  // "Guards Face the Press": inside a name an article stands after "of" only.
  if (words.some((word, at) => at > 0 && word === 'the' && words[at - 1] !== 'of')) return undefined
  return /\p{Ll}/u.test(line) ? words.join(' ') : words.map(titled).join(' ')
}

/** "(English edition)" behind a name, "- News" behind an outlet's. */
const BEHIND_NAME = /\s*\([^()]{1,30}\)$|\s+[-–|]\s+(?:news|online|opinion)$/i

/** "Linna and Suria, 5 May": where a report was written. */
const TWO_TOWNS = /^\p{Lu}\S* and \p{Lu}\S*$/u

/**
 * "Polymer Week" for the line "Polymer Week (English edition)": a name that a page puts beside its date or its byline; undefined where
 * the line is none. A name of one word ("Keel") takes its whole line.
 */
export function paperBeside(line: string, wholeLine = false): string | undefined {
  const name = line.replace(BEHIND_NAME, '').trim()
  const words = name.split(/\s+/)
  if (words.length < (wholeLine ? 1 : 2) || words.length > 5 || name.length > 50) return undefined
  if (/[.:;,!?|()\d]/.test(name) || SECTION.test(name) || SORTED.test(name)) return undefined
  if (!wholeLine && (/\bNews$/i.test(name) || TWO_TOWNS.test(name))) return undefined
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
