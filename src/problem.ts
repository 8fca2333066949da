// In: a code and the values found. Out: every message Parley can raise, as a Problem to throw or a notice to keep.
// Imports nothing, so that every folder may import it.

/** What a message says: what is wrong (with the value found), what was expected or is there, what to do. */
interface Message {
  readonly wrong: string
  readonly expected?: string
  readonly todo?: string
}

/** How the command line ends: 0 done, 1 trouble in the input, 2 misuse. */
export type ExitCode = 0 | 1 | 2

/** Endings of the files that are read. */
const READ = '.txt .md .html .json .jsonl .xml (RSS, Atom)'
const list = (items: readonly string[]): string => items.join(', ')
const mebibytes = (bytes: number): string => `${Math.round((bytes / 1048576) * 10) / 10} MB`
const meant = (near: readonly string[]): string =>
  `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?`
const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 77)}…` : value)

type Say<V extends unknown[]> = (...found: V) => Message
const misuse = <V extends unknown[]>(say: Say<V>) => ({ exit: 2 as ExitCode, say })
const trouble = <V extends unknown[]>(say: Say<V>) => ({ exit: 1 as ExitCode, say })
/** A notice of something left unread, and one of something only worth telling. */
const loses = <V extends unknown[]>(say: Say<V>) => ({ lost: true, say })
const tells = <V extends unknown[]>(say: Say<V>) => ({ lost: false, say })

/** The caller's mistakes and what stops a whole command: thrown. One function a code; its argument is what was found. */
export const PROBLEMS = {
  'command-unknown': misuse(
    (v: { found: string; available: readonly string[]; near?: readonly string[] }) => ({
      wrong: `There is no command "${shown(v.found)}".`,
      expected: v.near?.length ? meant(v.near) : `Commands: ${list(v.available)}.`,
      todo: 'Run "parley --help" to see what each does.',
    }),
  ),
  'option-unknown': misuse(
    (v: {
      found: string
      available: readonly string[]
      near: readonly string[]
      /** Commands that take it. */
      elsewhere: readonly string[]
    }) => ({
      wrong: v.elsewhere.length
        ? `${shown(v.found)} is no option of this command; it is one of ${list(v.elsewhere.slice(0, 4))}${v.elsewhere.length > 4 ? ' and others' : ''}.`
        : `There is no option "${shown(v.found)}".`,
      expected: v.near.length ? meant(v.near) : `Options here: ${list(v.available)}.`,
      todo: 'Run the command with --help to see what each does.',
    }),
  ),
  'option-value': misuse((v: { option: string; found: string; expected: string }) => ({
    wrong: v.found === '' ? `${v.option} was given no value.` : `${v.option} cannot be "${shown(v.found)}".`,
    expected: `Expected ${v.expected}.`,
    todo: 'Correct the value and run the command again.',
  })),
  'day-not-understood': misuse((v: { option: string; found: string }) => ({
    wrong: `${v.option} "${shown(v.found)}" is ${/^\d{4}-\d\d-\d\d$/.test(v.found) ? 'no day that exists' : 'not written as a day'}.`,
    expected: 'Expected a day as YYYY-MM-DD, for example 2024-03-05.',
    todo: 'Correct the day and run the command again.',
  })),
  'argument-missing': misuse((v: { command: string; missing: string; example: string }) => ({
    wrong: `"parley ${v.command}" was given no ${v.missing}.`,
    expected: `For example: ${v.example}`,
    todo: 'Add it and run the command again.',
  })),
  'argument-unexpected': misuse((v: { command: string; found: string; example: string }) => ({
    wrong: `"parley ${v.command}" does not know what to do with "${shown(v.found)}".`,
    expected: `For example: ${v.example}`,
    todo: 'Leave it out, or quote what belongs together, and run the command again.',
  })),
  'question-first': misuse((v: { question: string; path: string }) => ({
    wrong: `The question comes before the reports.`,
    todo: `Run: parley find "${shown(v.question)}" ${shown(v.path)}`,
  })),
  'no-paths': misuse((v: { command?: string; example?: string; dossiers?: readonly string[] } = {}) => ({
    wrong: v.command === undefined ? 'No reports were named.' : `"parley ${v.command}" was given no reports.`,
    expected:
      `Expected files (${READ}), folders, globs, http(s) addresses, or "-" for standard input` +
      (v.dossiers?.length ? `; or one of the dossiers here: ${list(v.dossiers)}.` : '.'),
    todo: `Name at least one, for example: ${v.example ?? 'parley brief reports/'}`,
  })),
  'no-reports': trouble((v: { paths: readonly string[]; notices: readonly { message: string }[] }) => ({
    wrong: `Nothing to read in ${shown(list(v.paths))}.`,
    expected: v.notices.length
      ? v.notices
          .slice(0, 5)
          .map((n) => n.message)
          .join('\n')
      : `Expected at least one report in ${READ}.`,
    todo: 'Name files or folders that hold reports.',
  })),
  'empty-dossier': trouble((v: { path: string }) => ({
    wrong: `${shown(v.path)} holds no reports.`,
    expected: 'None was added yet, or all were taken out again.',
    todo: `Add some: parley add reports/ --dossier ${shown(v.path)}; or take the last change back: parley undo.`,
  })),
  'entry-not-found': misuse((v: { found: string; near: readonly string[] }) => ({
    wrong: `No entry or evidence has the id "${shown(v.found)}".`,
    expected: v.near.length ? `Ids like it: ${list(v.near)}.` : 'No id is like it.',
    todo: 'Take the id from the line you want to see, from the same reports.',
  })),
  'list-not-understood': misuse((v: { path: string; where: string; why: string }) => ({
    wrong: `${v.path}, ${v.where}: ${shown(v.why)}.`,
    expected:
      'Expected TSV with a head (name, type, id, side, aliases of a glossary; name, words of issues), or a YAML list of the same.',
    todo: 'Correct the file and run the command again.',
  })),
  'not-an-agreement': misuse((v: { found: string; kind: string; known: readonly string[] }) => ({
    wrong: `"${shown(v.found)}" is of a ${v.kind} and no term of an agreement.`,
    expected: v.known.length ? `Agreements: ${list(v.known)}.` : 'No report tells of an agreement.',
    todo: 'Take the id from a line of: parley agreements PATH…',
  })),
  'file-not-written': trouble((v: { path: string; why: string }) => ({
    wrong: `${v.path} could not be written (${v.why}).`,
    todo: 'Give another place, or make room there.',
  })),
  'file-not-read': misuse((v: { path: string; why: string }) => ({
    wrong: `${v.path} could not be read (${v.why}).`,
    expected: 'Expected a file that exists and may be read.',
    todo: 'Correct the path and run the command again.',
  })),
  'scenario-not-understood': misuse((v: { path: string; wrong: string }) => ({
    wrong: `${shown(v.path)} could not be used: ${v.wrong}.`,
    expected:
      'Expected a scenario or a deal as docs/outlook.md shows; a scenario may also be "lapse", "announced" or "extend N days".',
    todo: 'Correct it and run the command again.',
  })),
  'goods-not-understood': misuse((v: { path: string; wrong: string }) => ({
    wrong: `The goods in ${shown(v.path)} could not be read: ${v.wrong}.`,
    expected: 'Expected a CSV file whose first line names at least code, origin, value, currency.',
    todo: 'Correct it and run the command again.',
  })),
  'record-not-understood': misuse((v: { path: string; why: string }) => ({
    wrong: `${v.path} is no record of Parley: ${v.why}.`,
    expected: 'Expected what "parley record PATH… --format json" prints.',
    todo: 'Make the record again and give that file.',
  })),
  'record-does-not-hold': trouble((v: { path: string; count: number; first: string }) => ({
    wrong: `${v.path} does not agree with the reports in ${v.count} ${v.count === 1 ? 'place' : 'places'}; first: ${v.first}.`,
    expected: 'Expected every span, quote and hash of the record to be found in the reports as saved.',
    todo: 'Restore the file that was changed, or make the record again from the reports as they are now.',
  })),
  'dossier-alone': misuse((v: { option: string }) => ({
    wrong: `${v.option} asks for a dossier as it once stood, and reports were named.`,
    todo: 'Name a dossier, or ask what was known by a day: --as-of.',
  })),
  'dossier-missing': misuse((v: { path: string }) => ({
    wrong: `There is no dossier at ${v.path}.`,
    todo: `Correct the path, or make one: parley init ${v.path.replace(/\.parley$/, '')}`,
  })),
  'dossier-exists': misuse((v: { path: string }) => ({
    wrong: `${v.path} is there already.`,
    todo: 'Give another name, or use the one that is there.',
  })),
  'dossier-not-named': misuse((v: { here: readonly string[] }) => ({
    wrong: v.here.length ? 'Several dossiers are here and none was named.' : 'No dossier was named.',
    expected: v.here.length
      ? `Here are: ${list(v.here)}.`
      : 'Expected a file ending in .parley, --dossier NAME, or one dossier in this folder.',
    todo: v.here.length ? `Name one, for example: --dossier ${v.here[0]}` : 'Make one with: parley init NAME',
  })),
  'dossier-and-paths': misuse((v: { dossier: string; paths: readonly string[] }) => ({
    wrong: `Both the dossier ${v.dossier} and reports were named: ${shown(list(v.paths))}.`,
    expected: 'Expected one dossier, or reports.',
    todo: `Add the reports first: parley add ${v.dossier} ${shown(v.paths.join(' '))}`,
  })),
  'not-a-dossier': misuse((v: { path: string; why: string }) => ({
    wrong: `${v.path} is no dossier: ${v.why}.`,
    expected: 'Expected a file that "parley init" made.',
    todo: 'Correct the path.',
  })),
  'dossier-newer': trouble((v: { path: string; found: number; known: number }) => ({
    wrong: `${v.path} was written by a newer Parley (layout ${v.found}).`,
    expected: `This one knows layouts up to ${v.known}.`,
    todo: 'Install the newer version; the file was not touched.',
  })),
  'dossier-damaged': trouble((v: { path: string; why: string }) => ({
    wrong: `${v.path} is damaged: ${shown(v.why)}.`,
    expected: 'Expected a whole file; it may have been cut off while it was copied.',
    todo: 'Copy it again or take the last backup; "parley check" names what is wrong.',
  })),
  'dossier-locked': trouble((v: { path: string }) => ({
    wrong: `${v.path} is being written by another process, and the wait for it ran out.`,
    todo: 'Run the command again when the other is done; nothing was changed.',
  })),
  'dossier-read-only': trouble((v: { path: string }) => ({
    wrong: `${v.path} may not be written.`,
    expected: 'Expected the right to write the file and its folder.',
    todo: 'Change the rights, or work on a copy; views need no right to write.',
  })),
  'disk-full': trouble((v: { path: string }) => ({
    wrong: `There is no room left to write ${v.path}.`,
    expected: 'The dossier is as it was before the command.',
    todo: 'Make room there and run the command again.',
  })),
  'report-not-found': misuse((v: { found: string; path: string }) => ({
    wrong: `The dossier ${v.path} holds no report "${shown(v.found)}".`,
    expected: 'Expected the path or address a report was added by, a folder of such, or the id of a report.',
    todo: 'See what it holds: parley sources',
  })),
  'correction-not-understood': misuse((v: { why: string; expected: string }) => ({
    wrong: `This correction cannot be made: ${v.why}.`,
    expected: `Expected ${v.expected}.`,
    todo: 'See "parley correct --help" for the kinds of corrections.',
  })),
  'change-not-found': misuse((v: { found: string; why: string }) => ({
    wrong: `Change ${shown(v.found)} cannot be undone: ${v.why}.`,
    todo: 'See the changes: parley log',
  })),
  'export-not-understood': misuse((v: { path: string; line: number; why: string }) => ({
    wrong: `${v.path}, line ${v.line}: ${v.why}.`,
    expected: 'Expected what "parley export" writes.',
    todo: 'Export the dossier again; nothing was imported.',
  })),
  'check-failed': trouble((v: { path: string; count: number; first: string }) => ({
    wrong: `${v.path} has ${v.count} ${v.count === 1 ? 'trouble' : 'troubles'}; first: ${v.first}.`,
    expected: 'Expected a sound file whose record is what its reports give.',
    todo: 'Take the last backup, or export, import and add what is missing.',
  })),
  'model-missing': trouble((v: { path: string }) => ({
    wrong: `The file ${v.path} is missing.`,
    expected: 'Expected models/en and packs as they come with Parley.',
    todo: 'Install the package again, or restore the file from the repository.',
  })),
  'pack-not-understood': misuse((v: { path: string; why: string }) => ({
    wrong: `The pack ${v.path} could not be used: ${v.why}.`,
    expected: 'Expected words and rule cards as docs/packs.md describes them.',
    todo: 'Correct it, or leave the pack out.',
  })),
  'node-too-old': misuse((v: { found: string; needed: string }) => ({
    wrong: `This is Node ${v.found}.`,
    expected: `Parley needs Node ${v.needed} or newer.`,
    todo: 'Install a newer Node and run the command again.',
  })),
  internal: trouble((v: { doing: string; error: string }) => ({
    wrong: `Parley made a mistake while ${v.doing}: ${shown(v.error)}.`,
    expected: 'This should not happen with any input.',
    todo: 'Please send us this message, the version (parley --version) and, if you may, the report it was reading.',
  })),
} as const satisfies Record<string, { exit: ExitCode; say: (v: never) => Message }>

export type ProblemCode = keyof typeof PROBLEMS

/** Trouble met in a text: kept and shown, never thrown. `lost` says that something was left unread because of it. */
export const NOTICES = {
  'path-not-found': loses((v: { path: string }) => ({
    wrong: `${v.path}: there is no such file or folder.`,
    todo: /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/.test(v.path)
      ? 'If it is an address, begin it with https://.'
      : 'Check the spelling; quote a glob so that the shell leaves it alone.',
  })),
  'path-not-readable': loses((v: { path: string; why: string }) => ({
    wrong: `${v.path}: could not be read (${v.why}).`,
    todo: 'Check that you may read it and that it is whole.',
  })),
  'glob-without-match': loses((v: { path: string }) => ({
    wrong: `${v.path}: no file matches this pattern.`,
    todo: 'Check the pattern against the folder.',
  })),
  'folder-without-reports': loses((v: { path: string }) => ({
    wrong: `${v.path}: no report in this folder.`,
    expected: `Expected files ending in ${READ} (also .gz), here or in folders below.`,
    todo: 'Name the folder that holds the reports.',
  })),
  'documents-not-read': loses((v: { path: string; kinds: string }) => ({
    wrong: `${v.path}: documents of kinds that are not read were passed over: ${v.kinds}.`,
    expected: `Read are ${READ}, also with .gz.`,
    todo: 'Save their text and name those files.',
  })),
  'files-of-other-kinds': tells((v: { path: string; kinds: string }) => ({
    wrong: `${v.path}: files that are no reports were passed over: ${v.kinds}.`,
  })),
  'empty-file': loses((v: { path: string }) => ({
    wrong: `${v.path}: empty, nothing to read.`,
    expected: 'Expected a text.',
  })),
  'binary-file': loses((v: { path: string; kind: string }) => ({
    wrong: `${v.path}: this is ${v.kind}, no text.`,
    expected: `Expected text in ${READ}.`,
    todo: 'Save the text of it and name that file.',
  })),
  'too-large': loses((v: { path: string; bytes: number; limit: number }) => ({
    wrong: `${v.path}: ${mebibytes(v.bytes)}${v.bytes > v.limit ? '' : ' or more'}, too large for one report.`,
    expected: `One report may have ${mebibytes(v.limit)}; a .jsonl file may be of any size.`,
    todo: 'Split it into its reports.',
  })),
  'broken-utf8': tells((v: { path: string; count: number }) => ({
    wrong: `${v.path}: ${v.count} ${v.count === 1 ? 'place is' : 'places are'} not valid UTF-8; read as "\uFFFD" there.`,
    todo: 'Fetch the file again if those places matter.',
  })),
  'encoding-found': tells((v: { path: string; encoding: string }) => ({
    wrong: `${v.path}: not UTF-8; read as ${v.encoding}, which was found from its bytes.`,
    todo: 'If letters look wrong, save the file as UTF-8.',
  })),
  'endless-sentence': tells((v: { path: string; length: number }) => ({
    wrong: `${v.path}: ${v.length} characters without the end of a sentence.`,
    expected: 'Sentences of that length are kept and shown, and hardly read.',
  })),
  'no-article': loses((v: { path: string }) => ({
    wrong: `${v.path}: no article found on this page.`,
    expected: 'Expected a page with some sentences of running text.',
    todo: 'Save the text of the article and name that file.',
  })),
  'no-prose': tells((v: { path: string }) => ({
    wrong: `${v.path}: nothing in it looks like a sentence.`,
  })),
  'other-language': loses((v: { path: string; language: string }) => ({
    wrong: `${v.path}: written in ${v.language}; kept and shown, not read.`,
    expected: 'Read is English.',
    todo: 'Give a translation if its content matters.',
  })),
  'json-broken': loses((v: { path: string; why: string }) => ({
    wrong: `${v.path}: not valid JSON (${shown(v.why)}).`,
    todo: 'Correct the file; one object a line belongs into a .jsonl file.',
  })),
  'json-line-broken': loses((v: { path: string; line: number; why: string }) => ({
    wrong: `${v.path}, line ${v.line}: not valid JSON (${shown(v.why)}); the other lines were read.`,
    todo: 'Correct that line.',
  })),
  'json-without-text': loses((v: { path: string; fields: readonly string[] }) => ({
    wrong: `${v.path}: no text in it; its fields are ${v.fields.length ? shown(list(v.fields)) : 'none'}.`,
    expected: 'Expected "text" (also body_text, articleBody, content, body_html).',
    todo: 'Rename the field that holds the text.',
  })),
  'json-without-reports': loses((v: { path: string; found: string }) => ({
    wrong: `${v.path}: holds ${v.found}, no report.`,
    expected: 'Expected an object, a list of objects, or objects a line, each with "text".',
  })),
  'field-not-understood': tells((v: { path: string; field: string; found: string; expected: string }) => ({
    wrong: `${v.path}: "${v.field}" is ${shown(v.found)}, left out.`,
    expected: `Expected ${v.expected}.`,
  })),
  'front-matter-broken': tells((v: { path: string; why: string }) => ({
    wrong: `${v.path}: the front matter is no valid YAML (${shown(v.why)}); the text below it was read.`,
    todo: 'Correct the lines between the two "---".',
  })),
  'report-corrected': tells((v: { path: string; words: string }) => ({
    wrong: `${v.path} prints a correction: "${v.words}"`,
    todo: 'Where an earlier version was read, or another outlet printed it, its wrong value stands in the record too: mark it as corrected.',
  })),
  'dates-disagree': tells(
    (v: { path: string; taken: string; takenFrom: string; other: string; otherFrom: string }) => ({
      wrong: `${v.path}: published ${v.taken} by its ${v.takenFrom}, ${v.other} by its ${v.otherFrom}; the first was taken.`,
      todo: 'Correct the one that is wrong if days matter.',
    }),
  ),
  'same-report': tells((v: { path: string; kept: string }) => ({
    wrong: `${v.path}: the same report as ${v.kept}; counted once.`,
  })),
  'address-not-understood': loses((v: { path: string }) => ({
    wrong: `${v.path}: this is no address of a page.`,
    expected: 'Expected one like https://example.org/story.html.',
  })),
  'address-without-answer': loses((v: { path: string; why: string }) => ({
    wrong: `${v.path}: no answer (${v.why}).`,
    expected: 'Expected a page within the time allowed.',
    todo: 'Check the address and the connection, or save the page and name that file.',
  })),
  'address-refused': loses((v: { path: string; status: number }) => ({
    wrong: `${v.path}: the server answered ${v.status}, no page.`,
    todo: 'Open it in a browser, save the page and name that file.',
  })),
  'feed-without-text': loses((v: { path: string; bare: number; of: number }) => ({
    wrong:
      v.of === 0
        ? `${v.path}: a feed without items.`
        : `${v.path}: ${v.bare} of ${v.of} items carry no text beside their title.`,
    todo: 'Save the pages that they link to, and name those.',
  })),
  'kind-not-read': loses((v: { path: string; kind: string }) => ({
    wrong: `${v.path}: ${v.kind} is not read.`,
    expected: 'Read are plain text, Markdown, HTML, JSON, JSON lines, RSS and Atom.',
    todo: 'Save the text of it and name that file.',
  })),
  'correction-without-place': tells((v: { path: string; kind: string; by: string; why: string }) => ({
    wrong: `${v.path}: the correction "${v.kind}" by ${v.by} has no place in the record now (${v.why}).`,
    expected: 'It is kept, and holds again when its words are read as before.',
  })),
  'report-broke-reading': loses((v: { path: string; error: string }) => ({
    wrong: `${v.path}: Parley made a mistake reading it (${shown(v.error)}); the other reports were read.`,
    todo: 'Please send us this message and, if you may, the report.',
  })),
} as const satisfies Record<string, { lost: boolean; say: (v: never) => Message }>

export type NoticeCode = keyof typeof NOTICES

const sentence = (message: Message): string =>
  [message.wrong, message.expected, message.todo].filter((part) => part !== undefined).join(' ')

/** The caller's mistake, or what stops a command: has a stable `code`, an `exit` code and three plain sentences. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly exit: ExitCode
  readonly wrong: string
  readonly expected: string | undefined
  readonly todo: string | undefined
  constructor(code: ProblemCode, exit: ExitCode, message: Message) {
    super(sentence(message))
    this.name = 'Problem'
    this.code = code
    this.exit = exit
    this.wrong = message.wrong
    this.expected = message.expected
    this.todo = message.todo
  }
}

type Found<Code extends ProblemCode> = Parameters<(typeof PROBLEMS)[Code]['say']>
type NoticeFound<Code extends NoticeCode> = Parameters<(typeof NOTICES)[Code]['say']>[0]

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no right to it',
  EPERM: 'no right to it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder should',
  ENOSPC: 'no room is left',
  EROFS: 'nothing can be written there',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
}

/** What the system says of a file, in words where it is common. */
export function systemWords(error: unknown): string {
  const { code } = error as { code?: string }
  return code === undefined ? String(error) : (SYSTEM[code] ?? code)
}

/** What the parser says of JSON that is none, without the text it quotes. */
export const jsonWords = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/,? \S*"[\s\S]*" is not valid JSON$/, '')

/** The problem with this code about the values found; throw it. */
export function problem<Code extends ProblemCode>(code: Code, ...found: Found<Code>): Problem {
  const { exit, say } = PROBLEMS[code] as { exit: ExitCode; say: (...v: unknown[]) => Message }
  return new Problem(code, exit, say(...found))
}

/** The notice with this code about the values found; `path` names the report or file it is about. */
export function notice<Code extends NoticeCode>(
  code: Code,
  found: NoticeFound<Code>,
): { code: Code; message: string; path: string } {
  const { say } = NOTICES[code] as { say: (v: unknown) => Message }
  return { code, message: sentence(say(found)), path: found.path }
}

/** True where a notice means that something was left unread: the command then ends with exit code 1. */
export function meansLoss(code: string): boolean {
  return Object.hasOwn(NOTICES, code) && NOTICES[code as NoticeCode].lost
}

/** Any thrown value as a problem: itself where it is one, else `internal`. `doing` says what Parley was at ("reading a.txt"). */
export function asProblem(thrown: unknown, doing: string): Problem {
  if (thrown instanceof Problem) return thrown
  return problem('internal', { doing, error: thrown instanceof Error ? thrown.message : String(thrown) })
}

/** A problem as lines for a terminal: what is wrong, what was expected, what to do, its code. No stack trace. */
export function printProblem(found: Problem): string {
  return [
    `parley: ${found.wrong}`,
    ...(found.expected === undefined ? [] : [`  ${found.expected.replaceAll('\n', '\n  ')}`]),
    ...(found.todo === undefined ? [] : [`  ${found.todo}`]),
    `  [${found.code}]`,
  ].join('\n')
}
