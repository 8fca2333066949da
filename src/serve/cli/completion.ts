// In: the name of a shell. Out: a script that completes commands, options and formats there.
import { problem } from '../../problem.ts'
import { COMMANDS, type Exit } from './commands.ts'
import { missing } from './open.ts'
import { OPTIONS, type Typed } from './options.ts'
import type { World } from './world.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

/** Prints the completion script of a shell. */
export async function printCompletion(typed: Typed, world: World): Promise<Exit> {
  const [shell] = typed.positionals
  if (shell === undefined) throw missing(typed, 'shell')
  const script = shell === 'bash' ? bash() : shell === 'zsh' ? zsh() : shell === 'fish' ? fish() : undefined
  if (script === undefined)
    throw problem('option-value', { option: 'The shell', found: shell, expected: SHELLS.join(', ') })
  world.out(script)
  return 0
}

const flagsOf = (command: (typeof COMMANDS)[number]) => [
  ...command.options.map((name) => `--${OPTIONS[name].name}`),
  '--help',
]
const single = (text: string) => text.replaceAll("'", "'\\''")

function bash(): string {
  const names = COMMANDS.map((command) => command.name).join(' ')
  const cases = COMMANDS.map(
    (command) =>
      `    ${command.name}) flags="${flagsOf(command).join(' ')}" formats="${command.formats.join(' ')}" ;;`,
  )
  return `# Completion of parley for bash: source <(parley completion bash)
_parley() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" flags="" formats=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$previous" in
    --format) COMPREPLY=($(compgen -W "$formats" -- "$current")); return ;;
    help) COMPREPLY=($(compgen -W "${names}" -- "$current")); return ;;
    completion) COMPREPLY=($(compgen -W "${SHELLS.join(' ')}" -- "$current")); return ;;
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else
    compopt -o default 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _parley parley
`
}

function zsh(): string {
  const names = COMMANDS.map((command) => `    '${command.name}:${single(command.summary)}'`)
  const cases = COMMANDS.map((command) => {
    const flags = command.options.map((name) => {
      const option = OPTIONS[name]
      const value =
        name === 'format'
          ? `:format:(${command.formats.join(' ')})`
          : name === 'pack'
            ? ':folder:_files -/'
            : 'value' in option
              ? ':day:'
              : ''
      return `'--${option.name}[${single(option.description)}]${value}'`
    })
    const rest =
      command.name === 'completion'
        ? `'1:shell:(${SHELLS.join(' ')})'`
        : command.name === 'help'
          ? "'1:command:->command'"
          : "'*:path:_files'"
    return `    ${command.name}) _arguments ${[...flags, rest].join(' ')} ;;`
  })
  return `#compdef parley
# Completion of parley for zsh: parley completion zsh > "\${fpath[1]}/_parley"
_parley() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "\${funcstack[1]}" = "_parley" ]; then _parley "$@"; else compdef _parley parley; fi
`
}

function fish(): string {
  const lines = COMMANDS.flatMap((command) => {
    const here = `'__fish_seen_subcommand_from ${command.name}'`
    return [
      `complete -c parley -n __fish_use_subcommand -f -a ${command.name} -d '${single(command.summary)}'`,
      ...command.options.map((name) => {
        const option = OPTIONS[name]
        const value =
          name === 'format' ? ` -x -a '${command.formats.join(' ')}'` : 'value' in option ? ' -r' : ''
        return `complete -c parley -n ${here} -l ${option.name}${value} -d '${single(option.description)}'`
      }),
    ]
  })
  const shells = `complete -c parley -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`
  return `# Completion of parley for fish: parley completion fish > ~/.config/fish/completions/parley.fish\n${[...lines, shells].join('\n')}\n`
}
