import { describe, expect, it } from 'vitest'
import { findPosts } from './posts.ts'

const posts = (text: string) => findPosts(text).map(({ start, end }) => text.slice(start, end))

describe('posts printed in a report', () => {
  it.each([
    [
      'The minister wrote:\n\nThe bridge will open in spring, whatever they say! — Anna Berg (@annaberg) May 3, 2021\n\nNobody replied.',
      ['The bridge will open in spring, whatever they say! — Anna Berg (@annaberg) May 3, 2021'],
    ],
    [
      'We open the bridge in the spring of this year - Anna Berg (@annaberg) 3 de mayo de 2021',
      ['We open the bridge in the spring of this year - Anna Berg (@annaberg) 3 de mayo de 2021'],
    ],
    ['The minister (@annaberg) opened the bridge.', []],
    ['The bridge — long awaited — is open (at last).', []],
  ])('%s', (text, found) => {
    expect(posts(text)).toEqual(found)
  })

  it('reaches back over lines to the words before a signature on its own line, but not past the post before', () => {
    const text =
      'First words of it.\n— Anna Berg (@annaberg) May 3, 2021\nMore of it.\n— Anna Berg (@annaberg) May 3, 2021'
    expect(posts(text)).toEqual([
      'First words of it.\n— Anna Berg (@annaberg) May 3, 2021',
      '\nMore of it.\n— Anna Berg (@annaberg) May 3, 2021',
    ])
  })

  it('takes no more than a post can hold', () => {
    const [post] = findPosts(`${'word '.repeat(200)}— Anna Berg (@annaberg)`)
    expect(1000 - post!.start).toBe(300)
  })
})
