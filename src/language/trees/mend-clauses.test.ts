// In: sentences of our own. Out: that clauses whose verb or subject a parser hangs astray come out whole.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "mark subject verb" of each clause that hangs on another as an adverb. */
function clausesOf(sentence: string): string[] {
  const { tokens } = readSentence(sentence, engine)
  const child = (verb: number, relation: RegExp) => {
    for (let at = 0; at < tokens.count; at++)
      if (tokens.head[at] === verb && relation.test(tokens.dep[at]!)) return tokens.form[at]!
    return '-'
  }
  const found: string[] = []
  for (let at = 0; at < tokens.count; at++)
    if (tokens.dep[at] === 'advcl')
      found.push(`${child(at, /^mark$/)} ${child(at, /^nsubj/)} ${tokens.form[at]}`)
  return found
}

describe('a clause behind "before", "after", "until"', () => {
  test.each([
    ['Both sides want a deal before the contract expires on April 30.', ['before contract expires']],
    ['The two sides want a deal before the truce expires on May 1.', ['before truce expires']],
    ['Norway will act after the talks end on Friday.', ['after talks end']],
    [
      'The union called off a second strike planned for June 10 after the two sides reached a tentative agreement.',
      ['after sides reached'],
    ],
    ['Peru lifted the ban after Norway withdrew its complaint.', ['after Norway withdrew']],
    ['Peru freed the crews after a court in Lima ordered their release.', ['after court ordered']],
    ['no clause: Norway lifted the ban after the talks in Bergen.', []],
    ['no clause: Norway lifted the ban after the talks in Bergen and left.', []],
    ['no clause: Exports rose before the strikes in May.', []],
  ])('%s', (sentence, wanted) => expect(clausesOf(sentence.replace(/^no clause: /, ''))).toEqual(wanted))
})

/** "subject verb" of each verb joined to another. */
function joinedOf(sentence: string): string[] {
  const { tokens } = readSentence(sentence, engine)
  const found: string[] = []
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.dep[at] !== 'conj' || !tokens.tag[at]!.startsWith('VB')) continue
    const subject = tokens.form.findIndex((_, k) => tokens.head[k] === at && tokens.dep[k] === 'nsubj')
    found.push(`${subject < 0 ? '-' : tokens.form[subject]} ${tokens.form[at]}`)
  }
  return found
}

describe('a clause behind "and"', () => {
  test.each([
    ['Norway will cut the levy by May and Peru will lift its ban.', ['Peru lift']],
    ['Norway will cut the levy by May and the union will strike.', ['union strike']],
    ['Chile sold copper to Japan and Peru bought ships.', ['Peru bought']],
    ['one subject: Talks were held in Oslo and Bergen and ended on Friday.', ['- ended']],
    ['one subject: Norway met Chile and Peru and left.', ['- left']],
  ])('%s', (sentence, wanted) => expect(joinedOf(sentence.replace(/^one subject: /, ''))).toEqual(wanted))
})

test('a noun taken for a modifier of its verb is its subject', () => {
  const { tokens } = readSentence('The RSF demands that the army lift its siege of El Fasher first.', engine)
  const at = (word: string) => tokens.form.indexOf(word)
  expect([tokens.dep[at('RSF')], tokens.dep[at('lift')]]).toEqual(['nsubj', 'ccomp'])
})

test('what somebody is stands before the name; only the name is the subject', () => {
  const subjects = (sentence: string) => {
    const { tokens } = readSentence(sentence, engine)
    return tokens.form.filter((_, at) => tokens.dep[at] === 'nsubj' && tokens.head[at]! > at)
  }
  expect(subjects('Union leader Jorge Salas called the seizure a mistake.')).toEqual(['Jorge'])
  expect(subjects('Shipping firm Marlin Lines sent two ships to Varna.')).toEqual(['Lines'])
  // Two clauses keep their subjects.
  expect(subjects('The leader said Jorge Salas called the seizure a mistake.')).toEqual(['leader', 'Jorge'])
})

test.each([
  ['The fact that the ministers go on talking in Oslo suggests that nobody wants a strike.', 'fact suggests'],
  ['The fact that the two ministers met again in Lima signals progress.', 'fact signals'],
  ['The idea that Chile could leave the treaty worries its neighbours.', 'idea worries'],
  ['The announcement that Ghana would cut quotas came as a surprise.', 'announcement came'],
  ['The chance that the strike ends this week depends on the ministry.', 'chance depends'],
  // No verb of the sentence: it is a clause's own, or joined to it.
  ['The claim that Peru wants a deal.', 'claim'],
  ['The fishers who say the port closes on Monday.', 'fishers'],
  ['A treaty that bans nets and limits catches.', 'treaty'],
  ['The minister who said talks failed in May.', 'minister'],
])('a noun with a clause is the subject of the verb behind it: %s', (sentence, wanted) => {
  const { tokens } = readSentence(sentence, engine)
  const root = tokens.dep.indexOf('root')
  const subject = tokens.form.findIndex((_, k) => tokens.head[k] === root && tokens.dep[k] === 'nsubj')
  expect(`${subject < 0 ? '' : `${tokens.form[subject]} `}${tokens.form[root]}`).toBe(wanted)
})

test('an adjective before a comma belongs to the verb before it; who speaks between commas is no noun of it', () => {
  const { tokens } = readSentence('While exports remain strong, analysts note, the truce is fragile.', engine)
  const at = (word: string) => tokens.form.indexOf(word)
  const told = (word: string) => `${tokens.dep[at(word)]} ${tokens.form[tokens.head[at(word)]!]}`
  expect([told('strong'), told('analysts')]).toEqual(['xcomp remain', 'nsubj note'])
  const plain = readSentence('Exports remain strong, steady and cheap.', engine).tokens
  expect(plain.dep[plain.form.indexOf('steady')]).toBe('conj')
})

test.each([
  'Trade Secretary Berg and Fisheries Minister Rey met in Oslo.',
  'Finance Minister Berg and Central Bank Governor Rey warned Chile on Monday.',
  'Treasury Secretary Berg and Trade Representative Rey press Norway.',
])('two persons with titles are joined by their names: %s', (sentence) => {
  const { tokens } = readSentence(sentence, engine)
  const at = (word: string) => tokens.form.indexOf(word)
  expect([tokens.dep[at('Berg')], tokens.dep[at('Rey')], tokens.head[at('Rey')]]).toEqual([
    'nsubj',
    'conj',
    at('Berg'),
  ])
  expect(tokens.head[at('Rey') - 1]).toBe(at('Rey'))
})

test('words that are no title stay where they are', () => {
  const { tokens } = readSentence('Ana Berg and the fishers of Rey met in Oslo.', engine)
  expect(tokens.dep[tokens.form.indexOf('fishers')]).toBe('conj')
})

test('time grows with the length of one sentence', () => {
  const mostOf = (words: number) => {
    const text = 'the truce Norway agreed and Peru after talks expires and '.repeat(words / 10)
    const start = performance.now()
    readSentence(text, engine)
    return performance.now() - start
  }
  mostOf(2_000)
  expect(mostOf(40_000)).toBeLessThan(10 * mostOf(10_000) + 500)
})

test('a participle before the verb of its noun does not head the sentence', () => {
  const { tokens } = readSentence(
    'A truce agreed in Geneva in May and prolonged in August runs out on November 10.',
    engine,
  )
  const at = (word: string) => tokens.form.indexOf(word)
  expect(tokens.dep[at('runs')]).toBe('root')
  expect(
    tokens.form[tokens.form.findIndex((_, k) => tokens.head[k] === at('runs') && tokens.dep[k] === 'nsubj')],
  ).toBe('truce')
  expect(tokens.dep[at('agreed')]).toBe('acl')
})

test('a noun right before a time is the object of its verb, not part of the time', () => {
  const objects = (sentence: string) => {
    const { tokens } = readSentence(sentence, engine)
    return tokens.form.filter((_, at) => tokens.dep[at] === 'obj')
  }
  expect(objects('Norway and Peru struck a last-minute cod deal Sunday night.')).toEqual(['deal'])
  expect(objects('Norway left on Sunday night.')).toEqual([])
})

/** The names joined to another, behind it. */
function listsOf(sentence: string): string {
  const { tokens } = readSentence(sentence, engine)
  const found: string[] = []
  for (let at = 0; at < tokens.count; at++)
    if (tokens.dep[at] === 'conj' && /^\p{Lu}/u.test(tokens.form[at]!))
      found.push(`${tokens.form[tokens.head[at]!]}+${tokens.form[at]}`)
  return found.join(' ')
}

describe('a list of names', () => {
  test.each([
    [
      'Norway, the European Union and Iceland agreed on Thursday to share the herring.',
      'Norway+Union Norway+Iceland',
    ],
    [
      'BERGEN, May 12 (NSW) - Peru, Chile, Ecuador and the European Union opened a round of talks in Lima.',
      'Peru+Chile Peru+Ecuador Peru+Union',
    ],
    ['no list: Norway, which heads the group, and Iceland agreed to share the herring.', ''],
  ])('%s', (sentence, wanted) => expect(listsOf(sentence.replace(/^no list: /, ''))).toBe(wanted))
})

/** "subject verb" of the clause that a verb tells. */
function toldOf(sentence: string): string[] {
  const { tokens } = readSentence(sentence, engine)
  const found: string[] = []
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.dep[at] !== 'ccomp') continue
    const subject = tokens.form.findLast(
      (_, k) => tokens.head[k] === at && tokens.dep[k]!.startsWith('nsubj') && k < at,
    )
    found.push(`${tokens.form[tokens.head[at]!]} ${subject ?? '-'} ${tokens.form[at]}`)
  }
  return found
}

describe('what is told to somebody', () => {
  test.each([
    ['The minister told the Bergen newspaper that Norway wanted a deal.', ['told Norway wanted']],
    ['The minister told Radio Lima that Peru had asked for a pause.', ['told Peru asked']],
    ['The minister told reporters the Peruvian government had offered a pause.', ['told government offered']],
    ['no clause: The minister owns the newspaper that broke the story.', []],
  ])('%s', (sentence, wanted) => expect(toldOf(sentence.replace(/^no clause: /, ''))).toEqual(wanted))
})

describe('an adjective behind a subject', () => {
  test.each([
    ['Lawmakers loyal to Berg rejected the plan.', 'Lawmakers'],
    ['Two officials familiar with the talks said so.', 'officials'],
    ['The deal acceptable to Berg failed.', 'deal'],
  ])('%s', (sentence, subject) => {
    const { tokens } = readSentence(sentence, engine)
    const verb = tokens.form.findIndex((_, at) => /^VBD$/.test(tokens.tag[at]!))
    expect(tokens.form.filter((_, at) => tokens.head[at] === verb && tokens.dep[at] === 'nsubj')).toEqual([
      subject,
    ])
  })
})

test('two sides before their verb are its subject, also where who tells it stands behind', () => {
  const { tokens } = readSentence(
    "Peru's government and the dockers agreed late on Thursday to exchange crews, the port said, in the largest swap since 2020.",
    engine,
  )
  const at = (form: string) => tokens.form.indexOf(form)
  expect(tokens.head[at('government')]).toBe(at('agreed'))
  expect(tokens.head[at('dockers')]).toBe(at('government'))
  expect(tokens.head[at('agreed')]).toBe(at('said'))
})

test('an adjective with an object behind a modal is a verb', () => {
  const { tokens } = readSentence('The port said the firm would free 40 crew on Monday.', engine)
  expect(tokens.tag[tokens.form.indexOf('free')]).toBe('VB')
})

test.each([
  ['Norway on Tuesday imposed duties on four Peruvian firms.', 'Norway', 'imposed', 'duties'],
  ['The European Commission on Monday proposed new rules on fish.', 'Commission', 'proposed', 'rules'],
])('a verb behind its day is that of the name before it: %s', (sentence, subject, verb, object) => {
  const { tokens } = readSentence(sentence, engine)
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at(subject)], tokens.dep[at(subject)]]).toEqual([at(verb), 'nsubj'])
  expect([tokens.head[at(object)], tokens.dep[at(object)]]).toEqual([at(verb), 'obj'])
})

test('what stands behind a colon is the subject of the verb there', () => {
  const { tokens } = readSentence(
    "Analysts note one risk: the port's role in grain exports has given Ukraine leverage.",
    engine,
  )
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at('role')], tokens.dep[at('role')]]).toEqual([at('given'), 'nsubj'])
})

test('who is asked between commas says what comes after', () => {
  const { tokens } = readSentence('Berg, asked whether he would back the bill, said he was not sure.', engine)
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at('Berg')], tokens.dep[at('Berg')]]).toEqual([at('said'), 'nsubj'])
  expect([tokens.head[at('asked')], tokens.dep[at('asked')]]).toEqual([at('Berg'), 'acl'])
})

test('the name before a bracket is the subject of the verb behind it', () => {
  const { tokens } = readSentence(
    'Berg left after President Lund and Speaker Ada Moss (D-Maine) agreed to a plan.',
    engine,
  )
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at('Lund')], tokens.dep[at('Lund')]]).toEqual([at('agreed'), 'nsubj'])
  expect([tokens.head[at('agreed')], tokens.dep[at('agreed')]]).toEqual([at('left'), 'advcl'])
})

test('what somebody is, between commas behind the name, explains the name', () => {
  const { tokens } = readSentence(
    'Sen. Ada Lindqvist (D-Maine), the chairman of the Harbour Board, questioned if crews want to use the levy.',
    engine,
  )
  const at = (form: string) => tokens.form.indexOf(form)
  expect(tokens.dep[at('chairman')]).toBe('appos')
})

test('a title with "of" leaves its place to the person behind it', () => {
  const { tokens } = readSentence('Ana Berg met Secretary of State Marco Lund on Wednesday.', engine)
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at('Marco')], tokens.dep[at('Marco')]]).toEqual([at('met'), 'obj'])
  expect([tokens.head[at('Secretary')], tokens.dep[at('Secretary')]]).toEqual([at('Marco'), 'nmod:desc'])
})

test('a noun with a clause between commas keeps the verb behind it', () => {
  const { tokens } = readSentence('Kenya, which hosts Unep, brought in a duty on plastic last July.', engine)
  const at = (form: string) => tokens.form.indexOf(form)
  expect([tokens.head[at('Kenya')], tokens.dep[at('Kenya')]]).toEqual([at('brought'), 'nsubj'])
})

test('a noun behind a participle is its object, and who is told of before it does what the verb says', () => {
  const doers = (sentence: string): string[] => {
    const { tokens } = readSentence(sentence, engine)
    const verb = tokens.dep.indexOf('root')
    return Array.from({ length: tokens.count }, (_, at) => at)
      .filter((at) => tokens.head[at] === verb && tokens.dep[at] === 'nsubj')
      .map((at) => tokens.form[at]!)
  }
  expect(
    doers("The union representing more than 900 Quispe Lines deck hands gave 72 hours' notice of a strike."),
  ).toEqual(['union'])
})

describe('relative clauses', () => {
  /** "verb subject" of the verb, "-" without one. */
  const doerOf = (sentence: string, verb: string): string => {
    const { tokens } = readSentence(sentence, engine)
    const doer = tokens.dep.findIndex((dep, at) => dep === 'nsubj' && tokens.form[tokens.head[at]!] === verb)
    return tokens.form[doer] ?? '-'
  }
  test.each([
    ['A diplomat who has seen it said the text was thin.', 'said', 'diplomat'],
    ['Two aides who had attended them said the talks were long.', 'said', 'aides'],
    ['The union seized the ferry, a step the ministry called “theft”.', 'called', 'ministry'],
  ])('%s', (sentence, verb, doer) => expect(doerOf(sentence, verb)).toBe(doer))
})

describe('what is due', () => {
  /** The relation of a word and the word it hangs on. */
  const placeOf = (sentence: string, word: string): string => {
    const { tokens } = readSentence(sentence, engine)
    const at = tokens.form.indexOf(word)
    return `${tokens.dep[at]} ${tokens.form[tokens.head[at]!] ?? '-'}`
  }
  test.each([
    ['The offer, due to expire on 12 June, was rolled over by a week.', 'due', 'acl offer'],
    ['The offer, due to expire on 12 June, was extended by a week.', 'expire', 'xcomp due'],
    ['A quota due to lapse on 1 May was renewed for a year.', 'lapse', 'xcomp due'],
    ['The two crews are due to meet on Thursday in Oslo.', 'meet', 'xcomp due'],
    ['The fair is due to finish at 7 a.m. on Wednesday.', 'finish', 'xcomp due'],
    ['Officials are to work on it, with Berg and Lund due to take stock on 3 May.', 'take', 'xcomp due'],
    ['Losses due to storms on 3 May were small.', 'storms', 'nmod Losses'],
    ['Norway said it would hand over four boats on Tuesday.', 'over', 'compound:prt hand'],
  ])('%s', (sentence, word, place) => expect(placeOf(sentence, word)).toBe(place))
})
