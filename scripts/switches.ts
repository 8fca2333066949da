// In: the switches a script takes, and its help. Out: what was typed; a switch that is none ends the script with words and 2.
import { type ParseArgsConfig, parseArgs } from 'node:util'

export function readSwitches<T extends ParseArgsConfig>(
  config: T,
  help: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    const [wrong] = (error as Error).message.split('. ')
    console.error(`${wrong}.\n\n${help}`)
    process.exit(2)
  }
}
