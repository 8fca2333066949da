// In: arguments as typed. Out: options and positionals, checked; misuse is a problem that says what is there.
import { type ArgsDef, parseArgs } from 'citty'
import { isDay } from '../../model/index.ts'
import { problem } from '../../problem.ts'
import { nearest } from './nearest.ts'

/** How a page is printed. */
const FORMATS = ['md', 'json', 'html', 'jsonl', 'ics'] as const
export type Format = (typeof FORMATS)[number]

/** An option as help, completion and the parser see it. */
export interface OptionDefinition {
  readonly name: string
  readonly type: 'string' | 'boolean'
  readonly value?: string
  readonly description: string
  readonly values?: readonly string[]
}

/** Every option there is; a command names those it takes. */
export const OPTIONS = {
  'as-of': {
    name: 'as-of',
    type: 'string',
    value: 'DAY',
    description: 'Know only what was surely published by DAY (inclusive). Default: the last dated report.',
  },
  on: {
    name: 'on',
    type: 'string',
    value: 'DAY',
    description: 'Read the record as if today were DAY. Default: the day of --as-of.',
  },
  format: {
    name: 'format',
    type: 'string',
    value: 'FORMAT',
    description: 'How to print it.',
  },
  all: {
    name: 'all',
    type: 'boolean',
    description: 'Everything, also what the page leaves out and matters aside.',
  },
  pack: {
    name: 'pack',
    type: 'string',
    value: 'DIR',
    description: 'Read with the words and rules of this folder too. May be given several times.',
  },
  glossary: {
    name: 'glossary',
    type: 'string',
    value: 'FILE',
    description: 'Read with these names too: TSV or YAML of name, type, id, side, aliases.',
  },
  about: {
    name: 'about',
    type: 'string',
    value: 'WORDS',
    description:
      'Only what concerns these parties or words, with commas between: "Norway, Peru", "fish quotas".',
  },
  issues: {
    name: 'issues',
    type: 'string',
    value: 'FILE',
    description: 'Issues of your own, before those found: TSV or YAML of name, words.',
  },
  name: {
    name: 'name',
    type: 'string',
    value: 'NAME',
    description: 'What the negotiation is called.',
  },
  dossier: {
    name: 'dossier',
    type: 'string',
    value: 'NAME',
    description: 'The dossier to use; NAME.parley, or the path of one. Default: the only one in this folder.',
  },
  'recorded-by': {
    name: 'recorded-by',
    type: 'string',
    value: 'TIME',
    description: 'A dossier as it stood at TIME of its own clock: a day, or a day and time in UTC.',
  },
  since: {
    name: 'since',
    type: 'string',
    value: 'DAY',
    description: 'Compare with what was known by DAY (inclusive).',
  },
  until: {
    name: 'until',
    type: 'string',
    value: 'DAY',
    description: 'Look no further than DAY (inclusive).',
  },
  scenario: {
    name: 'scenario',
    type: 'string',
    value: 'SCENARIO',
    description:
      'Under this scenario too: a file, "lapse", "extend N days", "announced". May be given several times.',
  },
  policy: {
    name: 'policy',
    type: 'string',
    value: 'FILE',
    description: 'How duties stack, as a file; without it each is added in full.',
  },
  into: {
    name: 'into',
    type: 'string',
    value: 'PARTY',
    description: 'Into whose customs the goods go, where their rows do not say.',
  },
  by: {
    name: 'by',
    type: 'string',
    value: 'WHO',
    description: 'Who does it; kept in the log. Default: PARLEY_BY.',
  },
  reason: {
    name: 'reason',
    type: 'string',
    value: 'TEXT',
    description: 'Why; kept in the log.',
  },
  color: {
    name: 'no-color',
    type: 'boolean',
    description: 'No colour, also on a terminal (as NO_COLOR).',
  },
} as const satisfies Record<string, OptionDefinition>

export type OptionName = keyof typeof OPTIONS

/** What was typed, understood. */
export interface Typed {
  /** The name of the command, and how it is called. */
  readonly command: string
  readonly example: string
  readonly positionals: readonly string[]
  readonly asOf?: string
  readonly on?: string
  readonly dossier?: string
  readonly glossary?: string
  /** Parties and words, each by itself. */
  readonly about?: readonly string[]
  readonly issues?: string
  readonly name?: string
  /** An ISO instant in UTC. */
  readonly recordedBy?: string
  readonly since?: string
  readonly until?: string
  readonly by?: string
  readonly reason?: string
  readonly format: Format
  readonly all: boolean
  readonly packs: readonly string[]
  readonly scenarios: readonly string[]
  readonly policy?: string
  readonly into?: string
  readonly colour: boolean
  readonly help: boolean
}

/** What of a command its arguments are read by. */
interface Taking {
  readonly name: string
  readonly takes: string
  readonly most?: number
  readonly options: readonly OptionName[]
  /** The first is the default. */
  readonly formats: readonly Format[]
  readonly examples: readonly string[]
}

/**
 * Parses the arguments of a command. Throws `option-unknown`, with the commands that `takenBy` names for it,
 * `option-value`, `day-not-understood` and `argument-unexpected`.
 */
export function readArguments(
  argv: readonly string[],
  taking: Taking,
  takenBy: (option: string) => readonly string[],
): Typed {
  const { name: command, options: names, formats, examples } = taking
  const known = [...names.map((name) => `--${OPTIONS[name].name}`), '--help']
  const packs = takeMany(argv, '--pack', known)
  const { rest, values: scenarios } = takeMany(packs.rest, '--scenario', known)
  checkNames(rest, known, takenBy)
  const parsed = parseArgs<ArgsDef>(rest, definitionsOf(names))
  const text = (name: string): string | undefined => {
    const value = parsed[name]
    return typeof value === 'string' ? value : undefined
  }
  const format = text('format') ?? formats[0] ?? 'md'
  if (!formats.includes(format as Format))
    throw problem('option-value', { option: '--format', found: format, expected: formats.join(', ') })
  const asOf = dayOption('--as-of', text('as-of'))
  const on = dayOption('--on', text('on'))
  const since = dayOption('--since', text('since'))
  const until = dayOption('--until', text('until'))
  const recordedBy = instantOption('--recorded-by', text('recorded-by'))
  const [dossier, by, reason] = [text('dossier'), text('by'), text('reason')]
  const [glossary, issues, name] = [text('glossary'), text('issues'), text('name')]
  const about = text('about')
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [policy, into] = [text('policy'), text('into')]
  const example = examples[0] ?? `parley ${command}`
  const unexpected = beyondMost(parsed._, taking)
  if (unexpected !== undefined && parsed.help !== true)
    throw problem('argument-unexpected', { command, found: unexpected, example })
  return {
    command,
    example,
    positionals: parsed._,
    ...(asOf === undefined ? {} : { asOf }),
    ...(on === undefined ? {} : { on }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(dossier === undefined ? {} : { dossier }),
    ...(glossary === undefined ? {} : { glossary }),
    ...(about === undefined || about.length === 0 ? {} : { about }),
    ...(issues === undefined ? {} : { issues }),
    ...(name === undefined ? {} : { name }),
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
    format: format as Format,
    all: parsed.all === true,
    packs: packs.values,
    scenarios,
    ...(policy === undefined ? {} : { policy }),
    ...(into === undefined ? {} : { into }),
    colour: !rest.includes('--no-color'),
    help: parsed.help === true,
  }
}

/** The first word more than a command takes; the name of a dossier does not count where one may stand. */
function beyondMost(words: readonly string[], { takes, most }: Taking): string | undefined {
  if (most === undefined) return undefined
  const dossier = takes.startsWith('[NAME.parley]') ? words.findIndex((word) => word.endsWith('.parley')) : -1
  return words.filter((_, at) => at !== dossier)[most]
}

function definitionsOf(names: readonly OptionName[]): ArgsDef {
  const definitions: ArgsDef = { help: { type: 'boolean', alias: 'h' } }
  for (const name of names)
    if (name === 'color') definitions.color = { type: 'boolean' }
    else if (name !== 'pack' && name !== 'scenario') definitions[name] = { type: OPTIONS[name].type }
  return definitions
}

// citty keeps the last of several values of one option; a pack or a scenario may be given many times.
function takeMany(
  argv: readonly string[],
  option: string,
  known: readonly string[],
): { rest: string[]; values: string[] } {
  const rest: string[] = []
  const values: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (!known.includes(option) || (argument !== option && !argument.startsWith(`${option}=`))) {
      rest.push(argument)
      continue
    }
    const value = argument.includes('=') ? argument.slice(option.length + 1) : argv[++at]
    if (!value) throw problem('option-value', { option, found: '', expected: valueExpected(option) })
    values.push(value)
  }
  return { rest, values }
}

function checkNames(
  argv: readonly string[],
  known: readonly string[],
  takenBy: (option: string) => readonly string[],
): void {
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (argument === '--') return
    if (!argument.startsWith('-') || argument === '-' || argument === '-h') continue
    const name = argument.split('=')[0] ?? argument
    if (!known.includes(name)) {
      const near = nearest(name.toLowerCase().replace(/[^a-z]/g, ''), known.map(bareName))
      throw problem('option-unknown', {
        found: name,
        available: known,
        near: known.filter((option) => near.includes(bareName(option))),
        elsewhere: takenBy(name),
      })
    }
    const definition = Object.values(OPTIONS).find((option) => `--${option.name}` === name)
    const given = argument.includes('=') ? argument.slice(name.length + 1) : undefined
    if (definition?.type !== 'string') {
      if (given !== undefined)
        throw problem('option-value', { option: name, found: given, expected: 'no value' })
      continue
    }
    const value = given ?? argv[++at]
    if (value === undefined || value.trim() === '' || (given === undefined && value.startsWith('--')))
      throw problem('option-value', { option: name, found: '', expected: valueExpected(name) })
  }
}

/** "--as-of", "--as_of" and "--asOf" are near each other. */
const bareName = (option: string): string => option.replace(/[^a-z]/g, '')

const VALUES: Readonly<Record<string, string>> = {
  '--format': FORMATS.join(', '),
  '--pack': 'a folder',
  '--dossier': 'the name of a dossier',
  '--scenario': 'a file, "lapse", "extend N days" or "announced"',
  '--policy': 'a file',
  '--into': 'a party',
  '--recorded-by': 'a day as YYYY-MM-DD, or a time as YYYY-MM-DDTHH:MM:SSZ',
  '--by': 'a name',
  '--glossary': 'a file',
  '--issues': 'a file',
  '--about': 'parties or words',
  '--name': 'a name',
  '--reason': 'some words',
}

const valueExpected = (name: string) => VALUES[name] ?? 'a day as YYYY-MM-DD'

/** A day means its last moment. */
function instantOption(option: string, found: string | undefined): string | undefined {
  if (found === undefined) return undefined
  if (isDay(found)) return `${found}T23:59:59.999Z`
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)Z$/.exec(found) ?? []
  const at = day === undefined || !isDay(day) ? Number.NaN : Date.parse(`${day}T${time}Z`)
  if (Number.isNaN(at))
    throw problem('option-value', { option, found, expected: VALUES['--recorded-by'] ?? '' })
  return new Date(at).toISOString()
}

function dayOption(option: string, found: string | undefined): string | undefined {
  if (found === undefined) return undefined
  if (!isDay(found)) throw problem('day-not-understood', { option, found })
  return found
}
