// In: sentences of our own. Out: that their verb is found where tags or tree had taken it for something else.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "subject VERB object" of the root; "" where the sentence has no finite verb at its root. */
function rootOf(sentence: string): string {
  const { tokens } = readSentence(sentence, engine)
  const root = tokens.dep.indexOf('root')
  const child = (relation: string) => {
    for (let at = 0; at < tokens.count; at++)
      if (tokens.head[at] === root && tokens.dep[at] === relation) return tokens.form[at]!
    return '-'
  }
  return /^VB[DZP]$/.test(tokens.tag[root]!) ? `${child('nsubj')} ${tokens.form[root]} ${child('obj')}` : ''
}

describe('the verb of a sentence', () => {
  test.each([
    ['The EU imposed tariffs on Norway.', 'EU imposed tariffs'],
    ['Brussels proposed sanctions on Belarus.', 'Brussels proposed sanctions'],
    ['The union called off the strike planned for Monday.', 'union called strike'],
    ['The union plans to strike on May 12 if no deal is reached.', 'union plans -'],
    ['The court upheld the law.', 'court upheld law'],
    ['Germany froze development aid.', 'Germany froze aid'],
    ['Norgas, the Norwegian gas company, halted supplies to Peru.', 'Norgas halted supplies'],
    ['Norway levies 150 per cent on wines; the duty on cod falls to 75 per cent.', 'Norway levies -'],
    ['FNV demands 7 percent.', 'FNV demands percent'],
    ['Peru on Nov. 20 imposed sanctions on Ada Berg.', 'Peru imposed sanctions'],
    ['a day of a noun: The talks on March 5 attended by Berg', ''],
    ['Trade Secretary Berg and Fisheries Minister Rey press Norway to lift the ban.', 'Berg press Norway'],
    ['Fisheries Minister Rey and Trade Secretary Berg urge Peru to reopen its ports.', 'Rey urge Peru'],
    ['a compound: The Berg and Rey press conference in Oslo', ''],
    ['passive headline: Strike called off', ''],
    ['passive headline: A deal reached by Norway on Monday', ''],
    ['a noun with its maker: The EU-imposed tariffs on Norway', ''],
    ['a plural: Norway demands of Peru', ''],
  ])('%s', (sentence, wanted) => {
    expect(rootOf(sentence.replace(/^[a-z ]+: /, ''))).toBe(wanted)
  })
})
