// In: the table of commands. Out: help for people.
import { problem } from '../../problem.ts'
import { COMMANDS, type Command, commandNamed, type Exit } from './commands.ts'
import { nearest } from './nearest.ts'
import { OPTIONS, type Typed } from './options.ts'
import type { World } from './world.ts'

const GROUPS: readonly (readonly [Command['group'], string])[] = [
  ['read', 'Read'],
  ['look', 'Look up'],
  ['dossier', 'Keep a dossier'],
  ['machine', 'For programs'],
  ['other', 'Other'],
]

/** Help of everything, or of the command named. */
export async function printHelp(typed: Typed, world: World): Promise<Exit> {
  const [name] = typed.positionals
  if (name === undefined) world.out(overview(world.version))
  else {
    const command = commandNamed(name)
    if (!command) throw unknownCommand(name)
    world.out(helpOf(command))
  }
  return 0
}

/** The problem of a command that is not there, naming those nearest to it first. */
export function unknownCommand(name: string) {
  const all = COMMANDS.map((command) => command.name)
  return problem('command-unknown', { found: name, available: all, near: nearest(name, all) })
}

/** What stands above every help. */
export function overview(version: string): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length))
  const groups = GROUPS.flatMap(([group, title]) => [
    '',
    `${title}:`,
    ...COMMANDS.filter((command) => command.group === group).map(
      (command) => `  ${command.name.padEnd(width)}  ${command.summary}`,
    ),
  ])
  return `${[
    `Parley ${version}: reads what is published about a negotiation and keeps one verifiable state of play.`,
    '',
    'Usage: parley COMMAND PATH… [options]',
    '',
    'A PATH is a file (.txt .md .html .json .jsonl, feeds in .xml), a folder, a glob, an http(s) address, or - for standard input.',
    'A dossier (NAME.parley) stands for all reports in it; the only one in this folder need not be named.',
    ...groups,
    '',
    'Start with:  parley brief reports/',
    'or keep it:  parley init talks, parley add reports/, parley brief',
    'More:        parley help COMMAND',
  ].join('\n')}\n`
}

/** Help of one command. */
export function helpOf(command: Command): string {
  const options = command.options.map((name) => {
    const option = OPTIONS[name]
    const value = 'value' in option ? ` ${option.value}` : ''
    const choices =
      name === 'format' ? ` One of ${command.formats.join(', ')}; default ${command.formats[0]}.` : ''
    return [`--${option.name}${value}`, `${option.description}${choices}`] as const
  })
  const width = Math.max(0, ...options.map(([left]) => left.length))
  return `${[
    command.summary,
    '',
    `Usage: parley ${command.name} ${command.takes}${command.options.length > 0 ? ' [options]' : ''}`,
    ...(command.details ? ['', ...command.details] : []),
    ...(options.length > 0
      ? ['', 'Options:', ...options.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)]
      : []),
    '',
    command.examples.length === 1 ? 'Example:' : 'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
    'Ends with 0 when done, 1 on trouble in the input, 2 on misuse.',
  ].join('\n')}\n`
}
