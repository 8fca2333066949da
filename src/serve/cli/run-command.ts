// In: arguments and a world. Out: the command run, its output written, and the exit code.
import { asProblem, printProblem } from '../../problem.ts'
import { commandNamed, commandsTaking, type Exit } from './commands.ts'
import { readArguments } from './options.ts'
import type { World } from './world.ts'

/** Runs what was typed after "parley". Never throws: every trouble is printed plainly on the error stream. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<Exit> {
  const [first = 'help', ...rest] = argv
  const name = first === '--help' || first === '-h' ? 'help' : first
  try {
    if (name === '--version' || name === '-v') {
      world.out(`${world.version}\n`)
      return 0
    }
    const command = commandNamed(name)
    if (!command) return await noSuchCommand(name, world)
    const typed = readArguments(rest, command, commandsTaking)
    if (typed.help) {
      const { helpOf } = await import('./help.ts')
      world.out(helpOf(command))
      return 0
    }
    return await command.run(typed, world)
  } catch (thrown) {
    const found = asProblem(thrown, `running "parley ${argv.slice(0, 2).join(' ')}"`)
    world.err(`${printProblem(found)}\n`)
    if (found.code === 'internal' && world.environment.PARLEY_DEBUG && thrown instanceof Error)
      world.err(`${thrown.stack ?? ''}\n`)
    return found.exit
  }
}

async function noSuchCommand(name: string, world: World): Promise<Exit> {
  const { unknownCommand, overview } = await import('./help.ts')
  if (world.pathExists(name)) {
    world.err(overview(world.version))
    world.err(`\nTo read ${name}: parley brief ${name}\n`)
    return 2
  }
  throw unknownCommand(name)
}
