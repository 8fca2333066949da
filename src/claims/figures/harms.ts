// The words of deeds on people of whom reports give a number.

/** Deeds on people of whom even a few are a number that reports give. */
export const HARMS: ReadonlySet<string> = new Set(
  'kill wound injure hurt die drown arrest detain kidnap abduct execute displace'.split(' '),
)

/** What is killed in another sense. */
export const NO_LIVES =
  /^(?:amendment|bill|project|proposal|deal|job|plan|idea|measure|clause|provision|time|line|vote|point|goal|thing)$/
