// In: one block's words. Out: whether it is page furniture (menus, sign-ups, shares, comments, notices), by its wording alone.

/** Lower-cased, typographic quotes folded, white space single, at most 400 characters: enough to know furniture by. */
export function foldLine(block: string): string {
  return block
    .slice(0, 400)
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*\|\s*|\s*\n\s*/))

/** Whole lines that are never the report's own words (compared without punctuation at their ends). */
const WHOLE_LINES = words(`
ad | ads | advert | advertisement | advertisement advertisement | advertisement continue reading the main story
advertising | sponsored | sponsored content | sponsored links | promoted content | paid content | paid post | story continues below
story continues below advertisement | article continues below | article continues after advertisement | continue reading below
continue reading | continue reading the main story | continued below | keep reading | read full story | read the full story | read full article
read the full article | read more | read next | up next | next up | learn more | find out more | see more | show more | view more | load more | more
view all | see all | show all | view comments | show comments | hide comments | add comment | add a comment | post comment | post a comment
write a comment | submit comment | submit a comment | leave a comment | leave a reply | cancel reply | reply | report abuse | join the discussion
join the conversation | have your say | comments are closed | no comments | no comments yet | be the first to comment
share | share this | share this article | share this story | share this post | share this page | share article | share on facebook | share on twitter
share on x | share on linkedin | share on whatsapp | share via email | share with friends | tweet | retweet | pin it | like | likes | like this
like loading | follow | follow us | following | facebook | twitter | x | linkedin | whatsapp | telegram | instagram | youtube | reddit | pinterest
tumblr | pocket | flipboard | tiktok icon | email | e-mail | email this | email article | print | print this | print article | print this article
copy link | link copied | copied | save | save article | save for later | bookmark | listen | listen to article | listen to this article | play audio
subscribe | subscribe now | subscribe today | subscribe for updates | subscribe for more | subscribed | unsubscribe | sign up | sign up now | sign in
log in | login | logout | log out | register | create account | create an account | my account | already a subscriber | become a member | join now
join us | donate | donate now | support us | newsletter | newsletters | our newsletter | daily newsletter | get our newsletter | email newsletter
email address | your email | your email address | enter your email | first name | last name | your name | name | website | message | submit | send
search | search this site | menu | main menu | toggle navigation | toggle search | open menu | close menu | close | open | home | homepage
skip to content | skip to main content | skip to navigation | jump to content | back to top | go to top | scroll to top | top | back | back to home
previous | next | previous article | next article | previous post | next post | previous story | next story | older posts | newer posts
enlarge | enlarge image | enlarge this image | view gallery | view slideshow | gallery | photo gallery | slideshow | full screen | hide caption
toggle caption | play | play video | pause | mute | unmute | loading | please wait | loading comments | autoplay
privacy | privacy policy | privacy notice | cookie policy | cookies | cookie settings | cookie preferences | manage cookies | accept | accept all
accept cookies | accept all cookies | reject all | i agree | got it | terms | terms of use | terms of service | terms and conditions | legal
disclaimer | accessibility | sitemap | site map | about | about us | contact | contact us | careers | help | faq | feedback | advertise
advertise with us | advertise here | work with us | media kit | press room | our team | editorial policy | corrections | syndication
all rights reserved | reprints | order reprints | permissions | republish this article | request permission | rss | rss feed | app store
google play | get the app | download the app | download our app | print edition | e-paper | today's paper | share your thoughts
related | related articles | related article | related stories | related story | related posts | related news | related content
related coverage | related links | related topics | related video | related videos | recommended | recommended for you | recommended stories
recommended reading | you may also like | you might also like | you may like | you might like | you may be interested in | also read | also see
see also | more stories | more news | more from this author | more on this | more on this story | more on this topic | more top stories | more like this
more to read | further reading | from our partners | around the web | from the web | most read | most popular | most viewed | most shared | most commented
popular | popular now | popular posts | popular stories | popular articles | trending | trending now | trending stories | trending topics | latest
latest news | latest stories | latest articles | latest posts | recent posts | recent articles | recent news | top stories | top news | headlines
breaking news | editor's picks | editors' picks | don't miss | must read | must reads | in case you missed it | in this article | in this story
topics | tags | categories | filed under | share this: | about the author | about the authors | author bio | comments | comment | ratings
this article is for subscribers only | free article | premium | notice an error | ready to get started | follow us on social media | stay connected
stay informed | stay up to date | get in touch | the latest | explore more | explore | image source | getty images | ap | click here | tap here
`)

/** Beginnings of lines that are furniture however they go on, where the line is short (35 words). */
const BEGINNINGS = [
  'sign up for',
  'sign up to',
  'sign up now',
  'subscribe to',
  'subscribe now',
  'subscribe today',
  'click here',
  'click for',
  'tap here',
  'download the',
  'download our',
  'follow us',
  'follow @',
  'like us on',
  'join us on',
  'find us on',
  'watch us on',
  'read or share',
  'read more',
  'read also',
  'also read',
  'read next',
  'read:',
  'read why ',
  'read how ',
  'now read',
  'more:',
  'watch:',
  'related:',
  'see also ',
  'see also:',
  'photos:',
  'video:',
  'listen:',
  'recommended:',
  'more from',
  'more on this',
  'go deeper:',
  'earlier:',
  'chart:',
  'graphic:',
  'updated at',
  'share this',
  'share all sharing options',
  'share on',
  'share via',
  'get the latest',
  'get our',
  'get breaking',
  'get all the latest',
  'get the app',
  'get free',
  'tags:',
  'topics:',
  'filed under',
  'categories:',
  'posted in',
  'copyright',
  '(c) 20',
  '©',
  'image copyright',
  'image source',
  'image credit',
  'enlarge this image',
  'media playback is',
  'story continued below',
  'story continues below',
  'article continues',
  'continue reading',
  'advertisement',
  'this article is more than',
  'this website uses',
  'this site uses',
  'this page uses',
  'we use cookies',
  'we and our partners',
  'by continuing to',
  'by clicking',
  'by signing up',
  'by subscribing',
  'by submitting',
  'by entering your',
  'by providing your',
  'you can unsubscribe',
  'unsubscribe at any',
  'you have successfully',
  'thank you for subscribing',
  'thanks for subscribing',
  'thanks for reading',
  'please enable javascript',
  'please enter a valid',
  'please turn on javascript',
  'your browser does not',
  'your email address will not',
  'required fields are marked',
  'save my name, email',
  'notify me of',
  'you must be logged in',
  'you have reached your',
  'already a subscriber',
  'already a member',
  'to continue reading',
  'to read the full',
  'support our journalism',
  'for more information, visit',
  'for additional information refer',
  'have a tip',
  'got a tip',
  'got a story',
  'let us know what you',
  'like what you',
  'help us improve',
  'notice an error',
  'report an error',
  'report a typo',
  'see something wrong',
  'contact us at',
  'email us at',
  'write to us',
  'first published',
  'estimated reading time',
  'reading time',
  'listen to this',
  'listen to article',
  'skip to',
  'back to top',
  'back to the top',
  'return to top',
  'return to homepage',
  'next image',
  'prev image',
  '[embed',
  '[pullquote]',
  '<!',
  '//',
  'http://',
  'https://',
  'www.',
]

/** Wordings that make any block furniture, also a long one. */
const ANYWHERE = [
  'your email address will not be published',
  'by signing up, you agree',
  'by signing up you agree',
  'by signing up for our',
  'agree to receive',
  'agree to our privacy policy',
  'agree to our terms',
  'you agree to our',
  'agree to the terms of',
  'delivered to your inbox',
  'in your inbox',
  'straight to your inbox',
  'to your inbox every',
  'free daily newsletter',
  'sign up for our newsletter',
  'sign up to our newsletter',
  'subscribe to our newsletter',
  'click here for reprint',
  'for reprint permission',
  'this material may not be published, broadcast',
  'may not be reproduced without',
  'this site uses akismet',
  'uses cookies to',
  'use cookies to',
  'use of cookies',
  'cookies to improve',
  'cookies and similar',
  'manage newsletters',
  'affiliate commission',
  'affiliate partners',
  'may earn a commission',
  'do not represent the views of',
  'do not necessarily represent the views of',
  'do not necessarily reflect the views of',
  'this is a rush transcript',
  'copy may not be in its final form',
  'media playback is unsupported',
  'follow us on twitter',
  'follow us on facebook',
  'follow us on social',
  'like us on facebook',
  'join our telegram',
  'join our whatsapp',
  'subscribe to our youtube',
  'subscribe to our channel',
  'get our media kit',
  'replay more videos',
]

/** Words that lines of furniture are made of; a short line of nearly nothing else is furniture. */
const FURNITURE_WORDS = words(`
sign | signup | up | subscribe | subscriber | subscribers | newsletter | newsletters | share | shares | tweet | tweets | email | e-mail | print | comment
comments | follow | us | click | here | read | more | menu | login | log | account | manage | privacy | policy | terms | cookie | cookies | advertise
advertisement | facebook | twitter | whatsapp | linkedin | instagram | telegram | reddit | pinterest | youtube | rss | daily | your | our | for | to | the
on | in | now | today | get | app | download | free | save | copy | link | listen | article | articles | story | stories | loading | view | all | next
previous | related | trending | popular | latest | top | news | updates | inbox | alerts | notifications | register | join | contact | about | home
search | skip | content | back | page | reply | reposts | likes | like | min | minutes | mins | updated | posted | this | a | of | and | or | with | via | by
video | videos | photo | photos | gallery | watch | live | podcast | follow | help | faq | sitemap | careers | jobs | shop | store | gift | media | kit
`)

const bare = (line: string) => line.replace(/^[^\p{L}\p{N}@©[(]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')

const COUNTED =
  /^(?:\d+|no) (?:comments?|shares?|replies|likes|views|min(?:ute)?s? read|images?|photos?|responses?|reactions?)\b/
const READING_TIME = /^\d+ ?-?min(?:ute)?s?(?: read| reading)?$|^\d+ (?:min|hour|day|week|month|year)s? ago$/
const LINK_ONLY = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$|^[@#]\S+(?: [@#]\S+)*$/
const CODE = /[{}]\s*$|\bfunction ?\(|\bvar \w+ ?=|document\.\w|window\.\w|\]\]>/
const PAGE_NUMBER = /^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/
/** Pictures that a page shows one after another, each with its caption. */
const CAPTION_OF = /\bhide caption \d+ of \d+\b/i
const GALLERY = /^(?:slideshow|gallery|photos?|videos?|images?) ?\(\d+/
const NOTHING = /^[^\p{L}\p{N}]+$/u

/** Words of a page about itself: who worked on it, whom to ask, what it costs, what it got wrong (on folded lines). */
const ABOUT_ITSELF: readonly RegExp[] = [
  /^[([](?:additional )?(?:reporting|writing|editing|graphics?|translation) by [^.!?]+[)\].]+$/,
  /^(?:additional )?(?:reporting|writing) by [^.!?]+[;,] ?(?:editing|writing|additional reporting) by [^.!?]+\.?$/,
  /^contribut(?:ing|ors?): /,
  /^(?:[\p{L}.'-]+,? ){1,8}contributed(?: reporting)?(?: (?:from|in) [\p{L} .'-]{2,30})?\.?$/u,
  /^(?:this|the) (?:story|article|report|post|page) (?:was|has been|is|is being) (?:last |first |being |originally )?(?:updated|published|posted)\b.{0,80}$/,
  /^(?:[([]|-+ ?)with (?:additional )?(?:assistance|reporting|files|contributions|material) (?:from|by)\b/,
  /^(?:(?:media |press )?(?:contacts?|enquiries|inquiries|officer|relations)|address for enquiries)(?: ?:|$)/,
  /^(?:for (?:further|more|additional) information,? (?:please )?contact|notes to editors$|related (?:products|links|documents|materials|information) ?:)/,
  /\bjournalism (?:is (?:funded|supported|paid for|made possible)|needs your|costs money|depends on)\b/,
  /\byou have (?:read|viewed) (?:\d+|your last) (?:free )?articles?\b|\bconsider (?:supporting us|subscribing|donating|becoming a)\b/,
  /^(?:please )?support (?:independent|quality|local) (?:news|journalism|reporting|media)\b/,
  /^(?:follow|join) .{3,50} on (?:whatsapp|facebook|twitter|x|telegram|instagram|linkedin|youtube|bluesky|threads)\b/,
]
const CORRECTS =
  /^(?:(?:corrections?|clarifications?)(?: \([^)]{3,30}\))?\s*[:–—-]|(?:editor'?s'? note: ?)?(?:an earlier|a previous) version of this (?:article|story|report)\b|this (?:article|story|report) (?:was|has been) (?:amended|corrected)\b)/

/** True where the page says that it has put something right: what was wrong stands there no more. */
export const isCorrection = (block: string): boolean =>
  block.length <= LONGEST_NOTICE && CORRECTS.test(foldLine(block))

/** A paragraph longer than this holds more than a notice: it stays with the text. */
const LONGEST_NOTICE = 700

/** True where the block's own wording makes it furniture. */
export function isFurniture(block: string): boolean {
  const line = foldLine(block)
  if (line === '' || NOTHING.test(line)) return true
  const count = line.split(' ').length
  const core = bare(line)
  if (WHOLE_LINES.has(core) || WHOLE_LINES.has(line)) return true
  if (block.length <= LONGEST_NOTICE && ANYWHERE.some((wording) => line.includes(wording))) return true
  if (CAPTION_OF.test(block)) return true
  if (block.length <= LONGEST_NOTICE && (CORRECTS.test(line) || ABOUT_ITSELF.some((way) => way.test(line))))
    return true
  if (LINK_ONLY.test(line) || (CODE.test(line) && count < 60 && !/[.!?]$/.test(line))) return true
  if (count > 35) return false
  if (COUNTED.test(core) && count <= 8) return true
  if (READING_TIME.test(core) || GALLERY.test(core) || PAGE_NUMBER.test(core)) return true
  if (BEGINNINGS.some((beginning) => line.startsWith(beginning) || core.startsWith(beginning))) return true
  if (count > 14) return false
  const known = core.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '')
  const share = known.filter((word) => FURNITURE_WORDS.has(word) || /^\d+$/.test(word)).length / known.length
  const telling = known.some((word) => TELLING.has(word))
  return telling && share >= 0.75
}

/** Words of furniture that prose on a negotiation hardly needs. */
const TELLING = words(
  'subscribe | subscriber | subscribers | newsletter | newsletters | share | tweet | email | e-mail | print | comments | follow | click | menu | login | privacy | cookie | cookies | advertise | advertisement | facebook | twitter | whatsapp | linkedin | instagram | telegram | reddit | pinterest | youtube | rss | app | download | listen | loading | related | trending | skip | reply | sitemap | inbox | alerts',
)

/** Words by which a page speaks to its readers about itself. */
const TO_READERS =
  /\b(?:newsletters?|subscri\w+|sign(?:ing|ed)? up|inbox|e-?mails?|cookies?|advertis\w+|go-to|our (?:readers|content|website|site|team|journalism|reporting|app|partners|terms|privacy)|this (?:website|site|page)|your (?:account|email|inbox|device|browser|experience|subscription|privacy|name)|donat\w+|membership|click|download|affiliate|sponsored)\b/g

/** True where a block, read after a sign-up or a list of links has begun, still belongs to it. */
export function speaksToReaders(block: string): boolean {
  const line = foldLine(block)
  const hits = line.match(TO_READERS)?.length ?? 0
  if (hits >= 2) return true
  const you = /\b(?:you|your|yours)\b/.test(line)
  const we = /\b(?:we|us|our|ours)\b/.test(line)
  return (
    (hits === 1 && (you || we || line.split(' ').length < 25)) || (you && we && line.split(' ').length < 40)
  )
}

export type SectionKind = 'promotion' | 'links' | 'comments'

const COMMENTS =
  /^(?:(?:\d+ )?(?:comments?|replies|responses|thoughts on)\b.{0,40}|leave a (?:reply|comment)|join the (?:discussion|conversation)|have your say|post a comment|add a comment|write a comment|reader comments|cancel reply)$/
const LINKS =
  /^(?:related|recommended|you (?:may|might)(?: also)? (?:like|be interested)|more (?:from|stories|news|on|like|top|in)|most (?:read|popular|viewed|shared)|trending|popular|latest|recent|top stories|top news|see also|also read|read next|up next|around the web|from our partners|from the web|editors?'?s?'? picks|don't miss|in case you missed|further reading|about the authors?)\b.{0,40}$/
const PROMOTION =
  /^(?:subscribe|sign up|newsletter|get (?:the|our|free)|join|follow us|stay |notice an error|support |donate|become a|about us|advertise (?:with|here)|from our|never miss|download|ready to get)/

/** The section of furniture that a furniture line opens, or undefined where it stands for itself. */
export function sectionOpened(block: string): SectionKind | undefined {
  const line = bare(foldLine(block))
  if (line.split(' ').length > 10) return undefined
  if (COMMENTS.test(line)) return 'comments'
  if (LINKS.test(line)) return 'links'
  if (PROMOTION.test(line)) return 'promotion'
  return undefined
}
