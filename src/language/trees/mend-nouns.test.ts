// In: sentences of our own. Out: that what belongs to a noun hangs on it, and objects and gerunds on their verb.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "relation head" of the first word of that form. */
function linkOf(sentence: string, word: string): string {
  const { tokens } = readSentence(sentence, engine)
  const at = tokens.form.indexOf(word)
  return `${tokens.dep[at]} ${tokens.form[tokens.head[at]!]}`
}

test.each([
  // What stands behind "of" is of the noun right before it.
  ['Norway views the quota as part and parcel of the port deal.', 'deal', 'nmod parcel'],
  ['Peru handed over a list of the crews.', 'crews', 'nmod list'],
  // A compound with a hyphen says which: the noun behind it is what is told of.
  ['Norway and Peru ended two days of high-stakes trade talks on Sunday.', 'talks', 'nmod days'],
  ['Norway and Peru ended two days of high-stakes trade talks on Sunday.', 'stakes', 'compound talks'],
  ['Peru will close poor-performing ports this year.', 'ports', 'obj close'],
  // What an amount is counted by is no subject.
  [
    'A cut in the payroll levy worth about 1,000 crowns a year to the average family of Essland lapses on Dec. 31 unless the chambers agree.',
    'cut',
    'nsubj lapses',
  ],
  [
    'A new levy on plastic takes effect in Iceland on July 1, the ministry confirmed.',
    'plastic',
    'nmod levy',
  ],
  // What stands behind how long a deed lasts is its object.
  ['Peru will suspend for two years the port fees aimed at Norwegian ships.', 'fees', 'obj suspend'],
  ['Norway will waive until June the duty on copper.', 'duty', 'obj waive'],
  ['Peru worked for two years in the port office.', 'office', 'obl worked'],
  // A day ends the clause on the noun whose verb stands behind it.
  ['The report that Peru had promised for June has not been published.', 'report', 'nsubj:pass published'],
  // Of two gerunds the second is joined to the first.
  [
    'The talks went on, with envoys noting progress but warning that stocks remain low.',
    'warning',
    'conj noting',
  ],
  ['Peru has signaled openness to dialogue but warns against limits.', 'warns', 'conj signaled'],
  // What is no clause behind "with", what stands beside behind a semicolon.
  ['Holm said that Peru had come forward with “a very steep ask.”', 'ask', 'obl come'],
  [
    'The talks come at a bad time, with recent duties on Peruvian fish adding strain; Lima has closed its ports.',
    'closed',
    'parataxis come',
  ],
  // A gerund behind "that" is the subject of what is said of it.
  [
    'Norway said that finding a way that keeps ports open is essential for growth.',
    'finding',
    'csubj essential',
  ],
])('%s: %s', (sentence, word, link) => expect(linkOf(sentence, word)).toBe(link))

/** The tag of the first word of that form. */
const tagOf = (sentence: string, word: string): string => {
  const { tokens } = readSentence(sentence, engine)
  return tokens.tag[tokens.form.indexOf(word)]!
}

test.each([
  ['Peru has signalled openness to inspections but warns against unilateral limits.', 'warns', 'VBZ'],
  [
    'Brokers caution that the pact is a first step, and that concrete cuts will require work.',
    'caution',
    'VBP',
  ],
  ['The talks yielded threats but demands for cash were dropped.', 'demands', 'NNS'],
])('%s: %s', (sentence, word, tag) => expect(tagOf(sentence, word)).toBe(tag))
