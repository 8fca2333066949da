// In: sentences of reports. Out: what they leave open to one who reads them alone.
import { expect, test } from 'vitest'
import { announces, beginsPointing, openIn } from './open-words.ts'

test.each([
  'It runs for 90 days.',
  'Its exports fell.',
  'the rate was 20',
  'Since then nine boats have landed.',
  'Such a pledge was made in Oslo.',
  'Nor will it do so before May.',
  'There, boats stay in port.',
])('begins by pointing back: %s', (words) => expect(beginsPointing(words)).toBe(true))

test.each([
  'Iceland pays.',
  'The rate for herring fell.',
  'that boats stay out',
  'It is not clear whether Norway will pay.',
  'Both sides confirmed the date.',
])('begins with its own matter: %s', (words) => expect(beginsPointing(words)).toBe(false))

test.each([
  ["Iceland's fisheries minister, Jon Berg, said that figure counts boats from Bergen.", 'figure'],
  ['Norway rejected the suggestion.', 'suggestion'],
  ['Her office said no such fund existed.', 'fund'],
  ['The quota will last for two seasons in the Barents Sea.', 'quota'],
  ['The High Court in Bergen dismissed it on July 22.', ''],
  ['The Herring Union refused both.', ''],
  ['The Herring Union rejected that.', ''],
  ['Jon Berg called that a mistake.', ''],
  ['Oslo has turned one down, Berg says, and offered two.', ''],
  ['Some 40 boats have been moved.', ''],
  ['Three others were sold in March.', ''],
  ['The Storting is to vote by 15 May.', ''],
  ['Within a year, the 9% levy would be gone.', 'levy'],
  ['But the boats from Bergen came.', ''],
  ['Norway sold nine of those boats in May.', 'boats'],
  ['In return, Norway dropped its complaint.', ''],
  ['It was put off to May when the boats were late.', ''],
  ['Berg has asked for it to be lifted.', ''],
  ['Oslo asked for signature by 3 May.', ''],
  ['Findings are expected in June.', ''],
  ['No date has been set.', ''],
  ['Oslo wanted $14.20.', ''],
  ['Bergen denied having promised Norway anything.', ''],
  [
    'Jon Berg said the levy will be collected from May at a rate that the fleets of all three counties and their banks can bear.',
    'levy',
  ],
  ['The visit, his third, was called off on Friday.', 'visit'],
])('leaves something open: %s', (words, noun) => expect(openIn(words)?.noun).toBe(noun))

test.each([
  'Norway made a suggestion in May and Iceland rejected the suggestion.',
  'The quota of 900 tonnes for herring will last for two seasons.',
  'Norway proposed a levy and withdrew it on Friday.',
  'The government in Oslo paid the fine of 3 million kroner.',
  'People familiar with the matter named Bergen.',
  'Norway raised a levy this week.',
  'It is not known when the boats will sail.',
  'Talks between Norway and Iceland resume on 3 May.',
  'Iceland denied that Norway had promised its skippers 40 boats.',
  "The Greens, Lund's partner in office, urged her to yield on the budget.",
  'The fishing law lapses on 30 September unless Iceland renews it.',
  'Jon Berg, who had been up since four, was cheerful.',
  'Lund in Oslo now speaks of 900 boats rather than twice that number.',
  'Envoys who met in Bergen could not agree what was settled there.',
  'Officials in Bergen indicated that the herring quota would hold.',
  'Jon Berg dismissed suggestions that the Bergen talks had failed.',
  'Norway said that for years boats from Iceland had paid.',
  'Nine skippers from Bergen, who lost their licences when their boats were sold, said that they would not accept the bill.',
])('leaves nothing open: %s', (words) => expect(openIn(words)).toBeUndefined())

test.each([
  ['A negotiator from Bergen offered another account.', true],
  ['Lund, who leads the fleet, was asked about it on Sunday.', true],
  ['Lund accounts for nine boats.', false],
])('only announces what follows: %s %s', (words, expected) => expect(announces(words)).toBe(expected))
