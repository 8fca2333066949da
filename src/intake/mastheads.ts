// In: a short line at the head of a page. Out: the outlet whose masthead it is, where it is one.

/** What newspapers and magazines call themselves by; "News" alone is a section. */
const NOUNS =
  /\b(?:Times|Post|Herald|Tribune|Gazette|Courier|Chronicle|Journal|Mirror|Observer|Telegraph|Guardian|Examiner|Inquirer|Enquirer|Dispatch|Sentinel|Standard|Monitor|Independent|Register|Recorder|Bulletin|Advertiser|Argus|Mercury|Leader|Echo|Express|Mail|Press|Globe|Star|Sun|Daily|Weekly|Review|Magazine|Newspaper|Broadcasting|Newswire|Wire|Agency|Ledger|Tide|Tides|Beacon|Banner|Pioneer|Messenger|Reporter|Citizen|Gleaner|Clarion|Intelligencer)(?:$| of )/i
const NOT_NAMES =
  /\b(?:latest|breaking|top|more|world|local|business|politics|opinion|sports?|today's|edition|subscribe|press release|press room|book|movie|film|year|week|market|in|of the (?:day|week))\b/i

/** "The Valley Gazette" for the line "THE VALLEY GAZETTE"; undefined where the line is no masthead. */
export function mastheadOf(line: string): string | undefined {
  const words = line.trim().split(/\s+/)
  if (words.length < 2 || words.length > 5 || line.length > 50 || /[.:;,!?|()\d]/.test(line)) return undefined
  if (!NOUNS.test(line) || NOT_NAMES.test(line)) return undefined
  if (!words.every((word) => /^(?:\p{Lu}|of$|the$|and$|&$|de$)/u.test(word))) return undefined
  // "Guards Face the Press": inside a name an article stands after "of" only.
  if (words.some((word, at) => at > 0 && word === 'the' && words[at - 1] !== 'of')) return undefined
  return words.map((word) => (/\p{Ll}/u.test(word) || word.length <= 2 ? word : titled(word))).join(' ')
}

const titled = (word: string) => word[0]! + word.slice(1).toLowerCase()
