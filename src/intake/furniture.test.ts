import { describe, expect, it } from 'vitest'
import { isFurniture, sectionOpened, speaksToReaders } from './furniture.ts'

describe('page furniture by its wording', () => {
  it.each([
    'Leave a Reply',
    'Your email address will not be published. Required fields are marked *',
    'Back To Top',
    'Subscribe for Updates',
    'Advertise with Us',
    'Related:',
    'Read more: Five things to know about cod',
    'READ MORE »',
    'Share this article  Facebook  Twitter  Email',
    '3 comments',
    '5 min read',
    'We use cookies to improve your experience.',
    'Copyright © 2024 The Harbour Times. All rights reserved.',
    'Sign up for Daily Newsletters Manage Newsletters',
    'Slideshow (7 Images)',
    '___',
    '* * *',
    'https://harbour.example/a',
    'Skip to main content',
    'Advertisement',
    'Media playback is unsupported on your device',
    'JUST WATCHED Trawlers leave the bay Replay More Videos ... MUST WATCH Trawlers leave the bay 02:46',
    'Photos: The quay at dawn – Crews unload cod. Hide Caption 3 of 12',
    `Photos: The quay at dawn ${'Crews unload cod before the market opens. '.repeat(12)}Hide Caption 3 of 12`,
    'see also Minister drops cod levy The minister said Monday that the levy…',
    'Read why the cod levy is feared: Quick Look',
    'Now read: Fishers say the levy will cost them boats.',
    'Jo Ruiz contributed.',
    'Contributing: Jo Ruiz',
    'This story was updated at 9:40 p.m.',
    '(Reporting by Ann Lee in Oslo and Jo Ruiz; Editing by Kim Ward)',
    '--With assistance from Jo Ruiz.',
    'Correction: An earlier version of this story gave the catch as 12,000 tonnes.',
    'The Northern Post’s journalism is funded by readers.',
    'Media contacts: press office of the ministry',
    'For further information, please contact the Office of the Premier.',
  ])('is "%s"', (line) => {
    expect(isFurniture(line)).toBe(true)
  })

  it.each([
    'The ministers signed the accord on Friday.',
    'Read aloud to the chamber, the letter drew applause.',
    'This report was the third to find too few cod.',
    '“We may sign, or we may not,” the minister said.',
    'More than 40 ships were counted.',
    'Related talks on shipping were put off until May.',
    'Back to square one: ministers reject the draft',
    'Return to talks urged by six governments',
    'The app would be sold, the ministry said in an email.',
    'Talks on a cookie tariff go on',
    'Comments by the minister drew anger in the capital.',
    'Follow-up talks are due in June.',
    'Read in full, the text leaves little room, two delegates said.',
    'Reporting by the fleets was made a condition of the accord.',
    'Correction of the quota was the first demand, the minister said.',
    'Contacts between the two capitals broke off in May.',
    'With assistance from Norway the port was rebuilt.',
    'Shares of the three largest fleets fell by 4 percent.',
  ])('is not "%s"', (line) => {
    expect(isFurniture(line)).toBe(false)
  })
})

describe('a section of furniture', () => {
  it.each([
    ['Leave a Reply', 'comments'],
    ['12 Comments', 'comments'],
    ['Related articles', 'links'],
    ['You may also like', 'links'],
    ['Subscribe for Updates', 'promotion'],
    ['The ministers met again', undefined],
  ])('"%s" opens %s', (line, kind) => {
    expect(sectionOpened(line)).toBe(kind)
  })

  it('goes on where the page speaks to its readers', () => {
    expect(speaksToReaders('Our daily letter is your go-to resource on fisheries.')).toBe(true)
    expect(speaksToReaders('The fleet is our greatest concern, the minister said in Oslo.')).toBe(false)
  })
})
